// Short ends of numbers that stand beside each other: as many of the last signs as tell them apart, never fewer than four.

const leastSigns = 4;

/** The least length at which all differ; numbers of which one is the other's end are told whole. */
function lengthOf(numbers: readonly string[]): number {
  const all = [...new Set(numbers)];
  const longest = all.reduce((most, number) => Math.max(most, number.length), leastSigns);
  for (let length = leastSigns; length < longest; length++)
    if (new Set(all.map((number) => number.slice(-length))).size === all.length) return length;
  return longest;
}

/** The end of a number among those that are shown with it, `…` before what is left out. */
export function tailsAmong(numbers: readonly string[]): (number: string) => string {
  const length = lengthOf(numbers);
  return (number) => (number.length <= length ? number : `…${number.slice(-length)}`);
}
