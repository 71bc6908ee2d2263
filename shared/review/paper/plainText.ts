// Sums and moments as forms write them, the same on paper, on screen and in a spreadsheet.

/** `2026-11-22 21:19:00`: the clock of the source. */
export const clockText = (iso: string | null): string => (iso === null ? "" : iso.slice(0, 19).replace("T", " "));

/** To be filled in by hand. */
export const longGap = "_".repeat(18);

/** 1627916.50 → 1,627,916.50. */
export const groupDigits = (decimal: string): string => decimal.replace(/\d(?=(\d{3})+(\.|$))/g, "$&,");
