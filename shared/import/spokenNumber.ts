// Whole numbers as they are spoken: 三万八千六百, 两万五, 3万6, 五千零二十. The last digit without a unit counts a tenth of the unit before it.

const digitOf: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const unitOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Below ten thousand; `last` is the unit that stood before it. */
function readBelow(text: string, last: number): number | null {
  let sum = 0;
  let unit = last;
  for (const [, written, named = ""] of text.matchAll(/(\d+|[零〇一二两三四五六七八九])?([十百千])?/gu)) {
    if (written === undefined && named === "") continue;
    const digit = written === undefined ? 1 : (digitOf[written] ?? Number(written));
    if (named !== "") {
      unit = unitOf[named]!;
      sum += digit * unit;
    } else if (digit === 0) unit = 10;
    // 3万6 is 36,000; 六十三 is 63.
    else {
      sum += digit * (unit > 1 && digit < 10 ? unit / 10 : 1);
      unit = 1;
    }
  }
  return sum;
}

/** Null where the signs are no number. */
export function readSpoken(text: string): number | null {
  if (!/^[\d零〇一二两三四五六七八九十百千万]+$/u.test(text)) return null;
  const [high, low, ...rest] = text.split("万");
  if (rest.length > 0) return null;
  if (low === undefined) return readBelow(high!, 1);
  const thousands = readBelow(high!, 1);
  const ones = low === "" ? 0 : readBelow(low, 10_000);
  return thousands === null || ones === null ? null : thousands * 10_000 + ones;
}
