// A text that is cut out of a large one keeps the large one alive. What is remembered over many rows is copied, so that a file read in
// pieces of 256 KB does not stay in memory whole because of one account number in each piece.

/** V8 copies shorter cuts itself. */
const longestCopied = 12;
const longestByCode = 256;

/** The same characters in a text of its own. */
export function ownText(text: string): string {
  const { length } = text;
  if (length <= longestCopied) return text;
  if (length > longestByCode) return JSON.parse(JSON.stringify(text)) as string;
  const codes = new Array<number>(length);
  for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(i);
  return String.fromCharCode.apply(null, codes);
}
