// What somebody typed, as a part that must stand in a text and a pattern for its wildcards.

export interface SearchPattern {
  /** The longest part without wildcards, small letters. */
  readonly part: string;
  /** A whole-text regular expression of ours; null when the part says it all. */
  readonly pattern: string | null;
}

const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** null when nothing of two letters or more is left. */
export function searchPattern(words: string): SearchPattern | null {
  const typed = words.trim().toLowerCase();
  const parts = typed.split(/[*?]+/).filter(Boolean);
  const part = parts.toSorted((a, b) => b.length - a.length)[0] ?? "";
  if (part.length < 2) return null;
  if (!/[*?]/.test(typed)) return { part, pattern: null };
  const body = [...typed].map((letter) => (letter === "*" ? "[^\\n]*" : letter === "?" ? "[^\\n]" : literal(letter))).join("");
  return { part, pattern: `(?s).*${body}.*` };
}
