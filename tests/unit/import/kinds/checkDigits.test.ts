// Check digits by published examples, one table a kind.
import { describe, expect, it } from "vitest";
import { luhnDigit, passesLuhn } from "../../../../shared/import/kinds/checkDigits.ts";
import { findKind } from "../../../../shared/import/kinds/index.ts";

const clean = (kind: string, text: string) => findKind(kind)!.clean(text);

describe("Luhn", () => {
  it("passes the textbook number and no other last digit", () => {
    const passing = Array.from({ length: 10 }, (_, digit) => `7992739871${digit}`).filter(passesLuhn);
    expect(passing).toEqual(["79927398713"]);
    expect(luhnDigit("7992739871")).toBe("3");
  });
});

describe("published examples", () => {
  it.each([
    ["imei", "490154203237518", "490154203237518"],
    ["imei", "49015420323751", "490154203237518"],
    ["imei", "49-015420-323751-8", "490154203237518"],
    ["vin", "1M8GDM9AXKP042788", "1M8GDM9AXKP042788"],
    ["vin", "11111111111111111", "11111111111111111"],
    ["hk-id", "A123456(3)", "A123456(3)"],
    ["hk-id", "a1234563", "A123456(3)"],
    ["tw-id", "A123456789", "A123456789"],
    ["credit-code", "91350100M000100Y43", "91350100M000100Y43"],
    ["credit-code", "91350100m000100y43", "91350100M000100Y43"],
    ["bank-card", "4111 1111 1111 1111", "4111111111111111"],
    ["mac", "001a.2b3c.4d5e", "00:1A:2B:3C:4D:5E"],
    ["ip", "192.168.010.001", "192.168.10.1"],
    ["ip", "2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["ip", "::ffff:192.0.2.1", "::ffff:c000:201"],
    ["email", "Zhang.San@Example.COM", "zhang.san@example.com"],
    ["url", "HTTPS://WWW.Example.com:443/Path?a=1", "https://www.example.com/Path?a=1"],
    ["url", "hxxp://bad[.]example/x", "http://bad.example/x"],
    ["domain", "http://XN--FIQS8S.example/x", "xn--fiqs8s.example"],
    ["driving-licence", "110105000123", "110105000123"],
    ["wechat", "wxid_abcdef123", "wxid_abcdef123"],
    ["qq", "QQ：12345678", "12345678"],
  ])("%s %s reads as %s", (kind, text, normal) => {
    expect(clean(kind, text)).toEqual({ value: normal });
  });

  it.each([
    ["imei", "490154203237519", "check-digit"],
    ["vin", "1M8GDM9A1KP042788", "check-digit"],
    ["vin", "1M8GDM9AXKPO42788", "characters"],
    ["hk-id", "A123456(4)", "check-digit"],
    ["tw-id", "A123456788", "check-digit"],
    ["tw-id", "A323456789", "form"],
    ["credit-code", "91350100M000100Y44", "check-digit"],
    ["bank-card", "4111111111111112", "check-digit"],
    ["ip", "192.168.1.256", "out-of-range"],
    ["ip", "1::2::3", "form"],
    ["mac", "00:1A:2B:3C:4D", "length"],
    ["email", "zhang@", "form"],
    ["wechat", "1abcdef", "form"],
    ["qq", "0123456", "form"],
  ])("%s %s is refused: %s", (kind, text, reason) => {
    expect(clean(kind, text)).toEqual({ reason });
  });
});
