// Durations, currencies, directions and names.
import { describe, expect, it } from "vitest";
import { cleanCurrency } from "../../../../shared/import/kinds/currency.ts";
import { parseDirection } from "../../../../shared/import/kinds/direction.ts";
import { parseDuration } from "../../../../shared/import/kinds/duration.ts";
import { cleanName, isMaskedName, isPersonName, surnameOf } from "../../../../shared/import/kinds/name.ts";

describe("a duration", () => {
  it.each([
    ["80", 80],
    ["80秒", 80],
    ["1分20秒", 80],
    ["00:01:20", 80],
    ["01:20", 80],
    ["1小时2分3秒", 3723],
    ["2分钟", 120],
    ["1'20\"", 80],
    ["0", 0],
  ])("%s is %i seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(["", "abc", "1元"])("%j is none", (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe("a currency", () => {
  it.each([
    ["人民币", "CNY"],
    ["人民币元", "CNY"],
    ["rmb", "CNY"],
    ["￥", "CNY"],
    ["美元", "USD"],
    ["港币", "HKD"],
    ["usd", "USD"],
    ["积分", "积分"],
  ])("%s is %s", (text, code) => {
    expect(cleanCurrency(text)).toBe(code);
  });
});

describe("a direction", () => {
  it.each("进 贷 收 C 2 入 收入 被叫 贷方 转入".split(" "))("%s is in", (text) => {
    expect(parseDirection(text)).toBe("in");
  });

  it.each("出 借 付 D 1 O 支出 主叫 借方 转出".split(" "))("%s is out", (text) => {
    expect(parseDirection(text)).toBe("out");
  });

  it("that says nothing is neutral or null", () => {
    expect([parseDirection("不计收支"), parseDirection("/"), parseDirection(""), parseDirection("未知")]).toEqual([
      "neutral",
      "neutral",
      null,
      null,
    ]);
  });
});

describe("a name", () => {
  it("loses blanks between Chinese characters, keeps those of Latin words", () => {
    expect([cleanName(" 张　三 "), cleanName("John  Smith"), cleanName("阿卜杜拉•买买提")]).toEqual([
      "张三",
      "John Smith",
      "阿卜杜拉·买买提",
    ]);
  });

  it("is a person's by surname and length, not an organisation's", () => {
    expect(["张三", "欧阳某某", "某某有限公司", "财付通", "Z", "张三李四王五"].map(isPersonName)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("of two characters may be a surname", () => {
    expect([surnameOf("欧阳锋"), surnameOf("张三丰"), isMaskedName("张*"), isMaskedName("张某某")]).toEqual(["欧阳", "张", true, true]);
  });
});
