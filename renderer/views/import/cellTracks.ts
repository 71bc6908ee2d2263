// Widths of raw columns by what stands in them: a brief gets more room than a flag.

const least = 7;
const most = 22;

/** CJK characters are twice as wide as Latin ones. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);

/** A grid track that grows with the mean width of the filled cells. */
export function trackForCells(cells: readonly string[]): string {
  const filled = cells
    .filter((cell) => cell !== "")
    .slice(0, 50)
    .map(widthOf);
  const mean = filled.reduce((sum, width) => sum + width, 0) / Math.max(1, filled.length);
  return `minmax(0, ${Math.min(most, Math.max(least, Math.round(mean)))}fr)`;
}
