// Keeps cells of an export from being run as formulas by a spreadsheet (OWASP: CSV injection), and takes the guard off again.
// An apostrophe before the cell makes it text; cells that already look guarded get one more, so that every cell comes back.

const dangerous = /^'*[=+\-@\t\r\0＝＋－＠]/;

export function guardFormula(cell: string): string {
  return dangerous.test(cell) ? `'${cell}` : cell;
}

/** stripGuard(guardFormula(cell)) is the cell, for every cell. */
export function stripGuard(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell) ? cell.slice(1) : cell;
}
