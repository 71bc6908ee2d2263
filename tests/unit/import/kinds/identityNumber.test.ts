// Resident identity numbers, by the examples of GB 11643-1999 and by chance.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityCheckSign } from "../../../../shared/import/kinds/checkDigits.ts";
import { identityNumber } from "../../../../shared/import/kinds/identityNumber.ts";

const body = fc
  .record({
    area: fc.constantFrom("110101", "310101", "440305", "510104"),
    date: fc.date({ min: new Date("1986-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, date, order }) => area + date.toISOString().slice(0, 10).replaceAll("-", "") + String(order).padStart(3, "0"));

describe("an identity number", () => {
  it.each(["11010519491231002X", "440524188001010014"])("of the standard's examples (%s) is valid", (text) => {
    expect(identityNumber.clean(text)).toMatchObject({ value: text });
  });

  it.each([
    ["110105194912310021", "check-digit"],
    ["110105194902310020", "date-impossible"],
    ["990105194912310020", "province-unknown"],
    ["1101051949123100", "length"],
    ["11010519491231O02X", "characters"],
    ["1.10105194912E+17", "precision-lost"],
    ["", "empty"],
  ])("%s is refused: %s", (text, reason) => {
    expect(identityNumber.clean(text)).toEqual({ reason });
  });

  it("of 15 digits gets its century and check sign", () => {
    expect(identityNumber.clean("110105491231002")).toMatchObject({ value: "11010519491231002X" });
  });

  it.each([
    "11010519491231002x",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X",
    '="11010519491231002X"',
    "`11010519491231002X",
    "11010519491231002X\t",
  ])("written %j is the same number", (text) => {
    expect(identityNumber.clean(text)).toMatchObject({ value: "11010519491231002X" });
  });

  it("tells birth date, sex and the names of its place in the year of birth", () => {
    expect(identityNumber.facts?.("110103199001010017")).toEqual({
      birthDate: "1990-01-01",
      sex: "male",
      province: "北京市",
      city: "市辖区",
      area: "崇文区",
    });
  });

  it("whose area is younger than its bearer is doubted, and refused when strict", () => {
    const young = "110118" + "19900101" + "001";
    const text = young + identityCheckSign(young);
    expect(identityNumber.clean(text)).toEqual({ value: text, doubt: "area-younger" });
    expect(identityNumber.clean(text, { strict: true })).toEqual({ reason: "area-younger" });
  });

  it("of somebody not yet born is refused once today is known", () => {
    const future = "11010120900101001";
    const text = future + identityCheckSign(future);
    expect(identityNumber.clean(text)).toMatchObject({ value: text });
    expect(identityNumber.clean(text, { today: 20300101 })).toEqual({ reason: "date-impossible" });
  });

  it("is caught by its check sign when one digit of the order is wrong", () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 14, max: 16 }), fc.integer({ min: 1, max: 9 }), (first, place, step) => {
        const wrong = `${first.slice(0, place)}${(Number(first[place]) + step) % 10}${first.slice(place + 1)}${identityCheckSign(first)}`;
        return "reason" in identityNumber.clean(wrong) && "value" in identityNumber.clean(first + identityCheckSign(first));
      }),
    );
  });
});
