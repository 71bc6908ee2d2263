// Brings values to one spelling before they are compared; words that mean "nothing" become missing.

const nullWords = new Set([
  "",
  "null",
  "none",
  "nan",
  "nil",
  "n a",
  "na",
  "unknown",
  "not known",
  "不详",
  "无",
  "未知",
  "空",
  "不明",
  "没有",
  "暂无",
]);

const betweenHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** NFKC, lower case, punctuation to blanks (e-mail addresses keep theirs); "" is missing. */
export function normaliseValue(value: string): string {
  const text = value.normalize("NFKC").toLowerCase().trim();
  if (/^\S+@\S+$/.test(text)) return text;
  const plain = text
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .replaceAll(betweenHan, "");
  return nullWords.has(plain) ? "" : plain;
}

/** Length as people see it: a Chinese character tells as much as two letters. */
export function visualLength(text: string): number {
  let length = 0;
  for (const character of text) length += character > "\u2e7f" ? 2 : 1;
  return length;
}

export const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
