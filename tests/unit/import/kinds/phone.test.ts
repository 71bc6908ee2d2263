// Telephone numbers: mobile, fixed, service, foreign.
import { describe, expect, it } from "vitest";
import { landline } from "../../../../shared/import/kinds/landline.ts";
import { mobile } from "../../../../shared/import/kinds/mobile.ts";
import { phone } from "../../../../shared/import/kinds/phone.ts";
import { serviceNumber } from "../../../../shared/import/kinds/serviceNumber.ts";

describe("a mobile number", () => {
  it.each([
    "13900000000",
    "+8613900000000",
    "008613900000000",
    "8613900000000",
    "+86 139-0000-0000",
    "１３９００００００００",
    "'13900000000",
    "013900000000",
    "13900000000.0",
  ])("written %j is 13900000000", (text) => {
    expect(mobile.clean(text)).toEqual({ value: "13900000000" });
  });

  it.each([
    ["12900000000", "prefix-unknown"],
    ["1390000000", "length"],
    ["1390000000a", "characters"],
    ["1.39E+10", "precision-lost"],
    ["", "empty"],
  ])("%j is refused: %s", (text, reason) => {
    expect(mobile.clean(text)).toEqual({ reason });
  });

  it.each([
    ["13900000000", "CMCC", "mobile"],
    ["13499000000", "CTCC", "satellite"],
    ["17000000000", "CTCC", "virtual"],
    ["17100000000", "CUCC", "virtual"],
    ["16500000000", "CMCC", "virtual"],
    ["19200000000", "CBN", "mobile"],
    ["17490000000", "INMARSAT", "satellite"],
  ])("%s tells its carrier %s and use %s", (text, carrierCode, use) => {
    expect(mobile.facts?.(text)).toMatchObject({ carrierCode, use });
  });

  it("outside the number plan is kept with a doubt", () => {
    expect(mobile.clean("15400000000")).toEqual({ value: "15400000000", doubt: "prefix-unknown" });
  });
});

describe("a fixed line", () => {
  it.each([
    ["010-66666666", "010-66666666"],
    ["(021) 66666666", "021-66666666"],
    ["+86 21 6666 6666", "021-66666666"],
    ["0086-21-66666666", "021-66666666"],
    ["075526666666", "0755-26666666"],
    ["0755-26666666转123", "0755-26666666-123"],
    ["０１０－６６６６６６６６", "010-66666666"],
  ])("%s reads as %s", (text, normal) => {
    const cleaned = landline.clean(text);
    expect("value" in cleaned ? cleaned.value : null).toBe(normal);
  });

  it("without its area code is kept with a doubt", () => {
    expect(landline.clean("66666666")).toEqual({ value: "66666666", doubt: "area-missing" });
  });

  it("tells its city", () => {
    expect(landline.facts?.("0755-26666666")).toEqual({ area: "深圳", areaCode: "0755" });
  });
});

describe("a service number", () => {
  it.each(["110", "10086", "95588", "96110", "400-000-0000", "4000-0000-00", "800 000 0000", "1069000012345678"])("%s is known", (text) => {
    expect(serviceNumber.clean(text)).toHaveProperty("value");
  });

  it.each(["13900000000", "40000000", "9", "abc"])("%s is none", (text) => {
    expect(serviceNumber.clean(text)).toHaveProperty("reason");
  });
});

describe("a cell of a phone column", () => {
  it.each([
    ["+86 139 0000 0000", "13900000000"],
    ["10086", "10086"],
    ["0755-26666666", "0755-26666666"],
    ["0085261234567", "+85261234567"],
    ["139****0000", "139****0000"],
    ["88888", "88888"],
  ])("%s is stored as %s", (text, normal) => {
    expect(phone.clean(text)).toMatchObject({ value: normal });
  });
});
