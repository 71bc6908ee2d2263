// Units of amounts: told by a heading or a line above, moved digit by digit, left alone where the cell names its own.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readMoney } from "../../../shared/import/cells/money.ts";
import { scaleAmount, statedPower, unitPower } from "../../../shared/import/cells/moneyUnit.ts";
import { mapRows } from "./mapRows.ts";

it.each([
  ["金额（万元）", 4],
  ["涉案金额万元", 4],
  ["amount(分)", -2],
  ["TXN_AMT_FEN", -2],
  ["余额(千元)", 3],
  ["金额（单位：亿元）", 8],
  ["金额（元）", 0],
  ["得分", null],
  ["金额", null],
  ["对方账号(卡号)", null],
])("the unit of %s", (heading, power) => {
  expect(unitPower(heading)).toBe(power);
});

it("moves the point and nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(-2, 2, 3, 4), (fen, power) => {
      const cell = (fen / 100).toFixed(2);
      expect(readMoney(scaleAmount(cell, power))).toBe(Math.sign(fen) * Math.round(Math.abs(fen) * 10 ** power + 1e-9) || 0);
    }),
  );
  expect([scaleAmount("3.5万", 4), scaleAmount("/", 4), scaleAmount("-¥1,234.5", 4)]).toEqual(["3.5万", "/", "-¥12345000.0"]);
  expect([statedPower("万元"), statedPower("公安局"), statedPower(undefined)]).toEqual([4, 0, 0]);
});

it("scales amounts of money under such headings, and by the line above where the heading says nothing", () => {
  const columns = { 时间: "time", 付: "from.account", 收: "to.account", "金额(万元)": "amount" };
  const row = ["2026-05-01 10:00:00", "6222020000000000018", "6222020000000000026", "1.234567"];
  expect(mapRows({ rowKind: "transfer", columns }, ["时间", "付", "收", "金额(万元)"], [row]).transfers.join()).toContain(" 12345.67 ");
  const plain = { 时间: "time", 付: "from.account", 收: "to.account", 金额: "amount" };
  const stated = mapRows({ rowKind: "transfer", columns: plain }, ["时间", "付", "收", "金额"], [row.with(3, "2")], {
    banner: { unit: "千元" },
  });
  expect(stated.transfers.join()).toContain(" 2000.00 ");
});
