// Headings as people type them, brought to one form so that word lists can be short.

const noise = /[\s_\-—–:：*"'`“”‘’.、,，;；#/\\|?？!！]+/g;

/** `交易金额（元）` → `交易金额元`, `from_account` → `fromaccount`, `Debit / Credit` → `debitcredit`, `＃卡号` → `卡号`. */
export function normaliseHeading(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/[a-z](?=[A-Z])/g, "$& ")
    .toLowerCase()
    .replace(noise, "")
    .replace(/[()[\]{}【】<>《》]/g, "")
    .replaceAll("帐", "账");
}

/** Headings with blanks trimmed; repeated or missing ones are addressed as `#n`. */
export function columnAddress(headings: readonly string[], index: number): string {
  const heading = headings[index] ?? "";
  const isUnique = heading !== "" && headings.indexOf(heading) === headings.lastIndexOf(heading);
  return isUnique ? heading : `#${index + 1}`;
}

/** Column of an address: a heading (the first of that name) or `#n`; -1 where there is none. */
export function findColumn(headings: readonly string[], address: string): number {
  const exact = headings.indexOf(address);
  if (exact >= 0) return exact;
  const number = /^#(\d+)$/.exec(address)?.[1];
  if (number !== undefined) return Number(number) - 1;
  const wanted = normaliseHeading(address);
  return wanted === "" ? -1 : headings.findIndex((heading) => normaliseHeading(heading) === wanted);
}

/** A heading of two rows is joined by a blank; each of them may come again by itself. */
const isPartOf = (text: string, heading: string): boolean =>
  heading === text || (text.length > 1 && (heading.startsWith(`${text} `) || heading.endsWith(` ${text}`)));

/** The heading once more, as at the top of each printed page. */
export function isHeadingAgain(cells: readonly string[], headings: readonly string[]): boolean {
  let [same, filled] = [0, 0];
  for (let i = 0; i < cells.length; i++) {
    const text = cells[i]!;
    if (text === "") continue;
    filled++;
    if (text === headings[i] || isPartOf(text.trim(), headings[i] ?? "")) same++;
    else if (filled > 2 && same === 0) return false;
  }
  return same >= 2 && same >= filled * 0.8;
}
