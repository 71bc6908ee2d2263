// Which parts of a masked text may carry the mark of a hit: only characters that stand as they were.

export interface TextPiece {
  readonly text: string;
  readonly isHit: boolean;
}

const commonLength = (a: string, b: string, limit: number, at: (text: string, index: number) => string): number => {
  let length = 0;
  while (length < limit && at(a, length) === at(b, length)) length++;
  return length;
};

/** Splits `shown` (masked form of `original`, or the same) into pieces; [start, end) is the hit in the original. */
export function markHit(original: string, shown: string, start: number, end: number): readonly TextPiece[] {
  const limit = Math.min(original.length, shown.length);
  const head = commonLength(original, shown, limit, (text, index) => text[index] ?? "");
  const tail = commonLength(original, shown, limit - head, (text, index) => text[text.length - 1 - index] ?? "");
  const shift = shown.length - original.length;
  const isHitAt = (index: number): boolean => {
    if (index < head) return index >= start && index < end;
    if (index < shown.length - tail) return false;
    return index - shift >= start && index - shift < end;
  };
  const pieces: TextPiece[] = [];
  for (let index = 0; index < shown.length; index++) {
    const isHit = isHitAt(index);
    const last = pieces.at(-1);
    if (last?.isHit === isHit) pieces[pieces.length - 1] = { text: last.text + shown[index], isHit };
    else pieces.push({ text: shown[index] ?? "", isHit });
  }
  return pieces;
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
