// How alike two normal forms are, 0 to 1, in the ways in which identifiers go wrong: 1 the same, 0.8 one sign off or two neighbours exchanged.

/** One step at most: by comparing what is left between the common start and the common end. */
export function isOneEdit(a: string, b: string): boolean {
  const gap = a.length - b.length;
  if (gap > 1 || gap < -1) return false;
  let from = 0;
  const shorter = Math.min(a.length, b.length);
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let end = 0;
  while (end < shorter - from && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  const restA = a.length - from - end;
  const restB = b.length - from - end;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a.charCodeAt(from) === b.charCodeAt(from + 1) && a.charCodeAt(from + 1) === b.charCodeAt(from);
}

const oneOff = 0.8;
/** Two numbers that both pass a check against single errors differ in two signs at least: one sign apart by other means only. */
const bothRight = 0.1;

/** Kinds without a check sign. */
export function compareDigits(a: string, b: string): number {
  if (a === b) return 1;
  return isOneEdit(a, b) ? oneOff : 0;
}

/** Kinds whose check sign catches a single error: one sign off counts where one of the two fails the check. */
export const compareChecked =
  (isRight: (value: string) => boolean) =>
  (a: string, b: string): number => {
    const likeness = compareDigits(a, b);
    return likeness === oneOff && isRight(a) && isRight(b) ? bothRight : likeness;
  };

export const compareEqual = (a: string, b: string): number => (a === b ? 1 : 0);
