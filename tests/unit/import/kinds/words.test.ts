// Currencies and names.
import { describe, expect, it } from "vitest";
import { cleanCurrency } from "../../../../shared/import/kinds/currency.ts";
import { cleanName, isMaskedName, isPersonName, surnameOf } from "../../../../shared/import/kinds/name.ts";

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
