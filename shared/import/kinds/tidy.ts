// Spelling noise that every export adds: full-width signs, ="…", a leading ' or `, tabs, blanks and dashes inside numbers.
// Each function looks for work with a cheap scan first: nearly all cells are clean already.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** True if every character is a digit 0-9; false for the empty text. */
export function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

function stripSlowly(text: string): string {
  let out = text.normalize("NFKC").replace(invisible, "").trim();
  if (out.startsWith('="') && out.endsWith('"') && out.length > 2) out = out.slice(2, -1);
  else if (out.length > 1 && out.startsWith('"') && out.endsWith('"')) out = out.slice(1, -1);
  const first = out.charCodeAt(0);
  if (first === 39 || first === 96 || first === 0x2018 || first === 0x2019) out = out.slice(1);
  if (out.endsWith("'") && first === 39) out = out.slice(0, -1);
  return out.trim();
}

/** The text in NFKC without wrapping and outer blanks. */
export function tidyText(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || code < 33 || code === 34 || code === 39 || code === 61 || code === 96) return stripSlowly(text);
  }
  return text;
}

const gaps = /[\s\-‐‑‒–—―−·]+/g;

/** tidyText without blanks, dashes, and the `.0` that a number column leaves. */
export function tidyNumber(text: string): string {
  return isDigits(text)
    ? text
    : tidyText(text)
        .replace(gaps, "")
        .replace(/^(\d{1,24})\.0{1,4}$/, "$1");
}

/** A number as a spreadsheet wrote it for want of digits: the last ones are lost. */
export const isScientific = (text: string): boolean => /^\d(?:\.\d+)?[eE]\+?\d{1,3}$/.test(text);
