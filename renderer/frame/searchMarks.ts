// Which part of a text carries the mark of a hit.

export interface TextPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** Splits a text around its hit [start, end). A masked text is as long as the clear one, so the hit stands where it stood. */
export function markHit(text: string, start: number, end: number): readonly TextPiece[] {
  const pieces = [
    { text: text.slice(0, start), isHit: false },
    { text: text.slice(start, end), isHit: true },
    { text: text.slice(end), isHit: false },
  ];
  return pieces.filter((piece) => piece.text !== "");
}

/** Cuts a long text around its hit, so that the hit is in sight. */
export function cutAround(
  text: string,
  start: number,
  end: number,
  reach = 26,
): { readonly text: string; readonly start: number; readonly end: number } {
  const from = Math.max(0, start - reach);
  const until = Math.min(text.length, end + reach);
  const lead = from > 0 ? "…" : "";
  const cut = `${lead}${text.slice(from, until).replace(/\s+/g, " ")}${until < text.length ? "…" : ""}`;
  return { text: cut, start: start - from + lead.length, end: end - from + lead.length };
}
