// Amounts as sheets write them, as integers in 1/100 of the currency: 1,234.50 ¥1234.5 (12.00) 12.00- 3.5万 39.90(已退款10.00).

/** 10^13 of a currency: beyond it lies no payment, and sums of such numbers would no longer be exact. */
const largestFen = 1e15;

/** NaN where the text is no amount, or one too large to be true. Digits beyond 1/100 are rounded half up. */
export function readMoney(text: string): number {
  const plain = readPlain(text);
  const fen = Number.isNaN(plain) ? readSlowly(text) : plain;
  return Math.abs(fen) <= largestFen ? fen : Number.NaN;
}

/** Digits with at most two decimals and an optional sign, without any regular expression. */
function readPlain(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return Number.NaN;
  const isNegative = text.charCodeAt(0) === 45;
  let value = 0;
  let decimals = -1;
  for (let i = isNegative ? 1 : 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      if (decimals >= 0) decimals++;
    } else if (code === 46 && decimals < 0 && i > 0) decimals = 0;
    else return Number.NaN;
  }
  if (decimals > 2 || (isNegative && length === 1)) return Number.NaN;
  const fen = value * (decimals <= 0 ? 100 : decimals === 1 ? 10 : 1);
  return isNegative ? 0 - fen : fen;
}

const marks = /人民币|美元|港币|元整?|圆|rmb|cny|usd|hkd|hk\$|us\$|[¥￥$€£,'\s]/gi;
const refund = /[(（]?已(全额)?退款[:：]?[(（]?[¥￥]?\s*([\d,]+(?:\.\d+)?)?(?:元)?[)）]*/;

function readSlowly(text: string): number {
  const cell = text.normalize("NFKC").replaceAll("−", "-");
  const refunded = refund.exec(cell);
  if (refunded) return netOfRefund(cell, refunded);
  let bare = cell.replace(marks, "");
  let sign = 1;
  if (/^\(.*\)$/.test(bare)) [bare, sign] = [bare.slice(1, -1), -1];
  if (/^\d.*-$/.test(bare)) [bare, sign] = [bare.slice(0, -1), -sign];
  if (/^\d.*\+$/.test(bare)) bare = bare.slice(0, -1);
  bare = bare.replace(/(?:cr|dr)$/i, "");
  const factor = bare.endsWith("亿") ? 100_000_000 : bare.endsWith("万") ? 10_000 : 1;
  if (factor > 1) return sign * Math.round(Number(bare.slice(0, -1) || "x") * factor * 100);
  return sign * fenOfDecimal(/^-?\d{1,3}(\.\d{3})+,\d\d$/.test(text.trim()) ? text.trim().replaceAll(".", "").replace(",", ".") : bare);
}

function fenOfDecimal(text: string): number {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || (match[2] === "" && !match[3]))
    return /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(text) ? Math.round(Number(text) * 100) : Number.NaN;
  const thousandths = Number(`${match[3] ?? ""}000`.slice(0, 3));
  const fen = Number(match[2]) * 100 + Math.floor((thousandths + 5) / 10);
  return match[1] === "-" ? 0 - fen : fen;
}

/** What a payment came to after the part that its own cell calls paid back. */
function netOfRefund(cell: string, found: RegExpExecArray): number {
  const gross = readMoney(cell.replace(found[0], "").trim());
  if (found[1] !== undefined && found[2] === undefined) return Number.isNaN(gross) ? Number.NaN : 0;
  const back = readMoney((found[2] ?? "0").replaceAll(",", ""));
  return gross < 0 ? Math.min(0, gross + back) : Math.max(0, gross - back);
}
