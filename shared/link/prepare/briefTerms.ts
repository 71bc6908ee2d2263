// Cuts a brief into terms without a word list: pairs of neighbouring CJK characters, and whole Latin words.

/** A term with where it stands, [start, end) in UTF-16 units. */
export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pieces = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z]{3,}/g;

/** Numbers and short codes are left out: identifiers are compared on their own. */
export function termsOf(brief: string): Term[] {
  const terms: Term[] = [];
  for (const match of brief.toLowerCase().matchAll(pieces)) {
    const piece = match[0];
    if (piece.charCodeAt(0) < 0x80) terms.push({ text: piece, start: match.index, end: match.index + piece.length });
    else
      for (let i = 0; i + 1 < piece.length; i++)
        terms.push({ text: piece.slice(i, i + 2), start: match.index + i, end: match.index + i + 2 });
  }
  return terms;
}
