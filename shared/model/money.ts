// Money is an integer in 1/100 of its currency inside and a decimal string outside; never a float.

/** 123450 → "1234.50". */
export function decimalOf(fen: number): string {
  const sign = fen < 0 ? "-" : "";
  const digits = String(Math.abs(Math.round(fen))).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "1234.5" → 123450; null when it is not a plain decimal. Digits beyond 1/100 are rounded half up. */
export function fenOf(decimal: string | null | undefined): number | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal ?? "");
  if (!match) return null;
  const cents = `${match[3] ?? ""}000`.slice(0, 3);
  const fen = Number(match[2]) * 100 + Math.floor((Number(cents) + 5) / 10);
  return match[1] ? -fen : fen;
}
