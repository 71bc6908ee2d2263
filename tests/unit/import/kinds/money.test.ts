// Amounts: spellings, refusals, and integers to the last hundredth.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFen, parseMoney, parseRefund } from "../../../../shared/import/kinds/money.ts";

const fenOf = (text: string): number | string => {
  const reading = parseMoney(text);
  return "fen" in reading ? reading.fen : reading.reason;
};

describe("an amount", () => {
  it.each([
    ["1234.50", 123450],
    ["1,234,567.89", 123456789],
    ["¥50", 5000],
    ["￥-12.30", -1230],
    ["CNY12.00", 1200],
    ["12.00CNY", 1200],
    ["人民币100元", 10000],
    ["3.5万元", 3500000],
    ["2亿", 20000000000],
    ["(20.00)", -2000],
    ["（20.00）", -2000],
    ["－３．５", -350],
    ["+12.3", 1230],
    ["12.30-", -1230],
    [".5", 50],
    ["0.29", 29],
    ["1.9E-4", 0],
    ["7.5E-3", 1],
    ["125E-2", 125],
    ["1.005", 101],
    ["-0.00", 0],
    ['="8.10"', 810],
    ["90071992547409.91", 9007199254740991],
  ])("%s is %i hundredths", (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });

  it.each([
    ["1.2E4", "scientific"],
    ["", "empty"],
    ["--", "empty"],
    ["1,23", "form"],
    ["1.234,56", "form"],
    ["12a34", "form"],
    ["+-5", "form"],
    ["123456789012345678", "too-large"],
  ])("%j is refused: %s", (text, reason) => {
    expect(fenOf(text)).toBe(reason);
  });

  it("keeps the currency as written", () => {
    expect(parseMoney("HK$100")).toEqual({ fen: 10000, currency: "HK$", isRounded: false });
  });

  it("survives writing and reading, with thousands commas too", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const text = formatFen(fen);
        const [whole, decimals] = text.split(".");
        const grouped = `${whole!.replace(/\B(?=(\d{3})+$)/g, ",")}.${decimals}`;
        return fenOf(text) === fen + 0 && fenOf(grouped) === fen + 0;
      }),
    );
  });

  it.each([
    ["已退款(￥5.00)", 500],
    ["已全额退款", null],
    ["支付成功", 0],
  ])("%s tells of a refund of %s", (text, fen) => {
    expect(parseRefund(text)).toBe(fen);
  });
});
