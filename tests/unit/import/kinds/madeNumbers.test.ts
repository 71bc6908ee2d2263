// Properties of every kind, on numbers made at random: what is right validates, one wrong digit is found, cleaning twice is cleaning once.
import { describe, expect, it } from "vitest";
import { identityCheckSign, luhnDigit } from "../../../../shared/import/kinds/checkDigits.ts";
import { creditCheckSign } from "../../../../shared/import/kinds/creditCode.ts";
import { findKind, identifierKinds } from "../../../../shared/import/kinds/index.ts";
import { isClean } from "../../../../shared/import/kinds/kind.ts";
import { vinCheckSign } from "../../../../shared/import/kinds/vin.ts";
import { seededRandom } from "../../../../shared/random.ts";

const random = seededRandom(26);
const pick = (signs: string): string => signs[Math.floor(random() * signs.length)]!;
const some = (count: number, signs = "0123456789"): string => Array.from({ length: count }, () => pick(signs)).join("");
const birth = (): string => `19${some(1, "56789")}${some(1)}0${some(1, "123456789")}${some(1, "12")}${some(1, "12345678")}`;
const withSign = (body: string, sign: (body: string) => string): string => body + sign(body);

/** A number whose check sign catches every single wrong digit. */
const strong: Readonly<Record<string, () => string>> = {
  "identity-number": () => withSign(`110101${birth()}${some(3)}`, identityCheckSign),
  "residence-permit": () => withSign(`933840${birth()}${some(3)}`, identityCheckSign),
  "credit-code": () => withSign(`91110000${some(9, "0123456789ABCDEFGHJKLMNPQRTUWXY")}`, creditCheckSign),
  "bank-card": () => withSign(`622202${some(12)}`, luhnDigit),
  imei: () => withSign(`35${some(11)}1`, luhnDigit),
  vin: () => {
    const draft = `L${some(7, "ABCDEFGH0123456789")}0${some(8)}`;
    return `${draft.slice(0, 8)}${vinCheckSign(draft)}${draft.slice(9)}`;
  },
};

const weak: Readonly<Record<string, () => string>> = {
  mobile: () => `13${some(9)}`,
  plate: () => `浙A${some(5, "ABCDEFGH23456789")}`,
  passport: () => pick("EG") + some(8),
  "travel-permit": () => pick("HMCWL") + some(8),
  "mo-id": () => pick("157") + some(7),
  iccid: () => `8986${some(16)}`,
  alipay: () => `2088${some(12)}`,
  imsi: () => `46000${some(10)}`,
  mac: () => Array.from({ length: 6 }, () => some(2, "123456789ABCDE")).join("-"),
  ip: () => Array.from({ length: 4 }, () => some(2)).join("."),
  qq: () => some(1, "123456789") + some(8),
  email: () => `${some(8, "abcXYZ")}@Mail.example.com`,
  landline: () => `0571${some(1, "2345678")}${some(7)}`,
  wechat: () => `wxid_${some(14, "abc012")}`,
  "crypto-address": () => `0x${some(40, "0123456789abcdefABCDEF")}`,
};

const rounds = 200;

describe.each(Object.entries({ ...strong, ...weak }))("made numbers of the kind %s", (id, make) => {
  const kind = findKind(id)!;

  it("are valid, and their normal form cleans to itself", () => {
    for (let i = 0; i < rounds; i++) {
      const text = make();
      const cleaned = kind.clean(text);
      expect(isClean(cleaned), text).toBe(true);
      if (isClean(cleaned)) expect(kind.clean(cleaned.value), text).toMatchObject({ value: cleaned.value });
    }
  });

  it("are read the same with blanks around them and in full-width signs", () => {
    for (let i = 0; i < rounds / 4; i++) {
      const text = make();
      const wide = text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect(kind.clean(` ${wide}\t`), text).toEqual(kind.clean(text));
    }
  });
});

describe.each(Object.entries(strong))("one wrong digit in a number of the kind %s", (id, make) => {
  it("is found wherever it stands", () => {
    for (let i = 0; i < rounds / 4; i++) {
      const text = make();
      for (let at = 0; at < text.length; at++) {
        if (!/\d/.test(text[at]!) || (id === "imei" && at === 14)) continue;
        const wrong = text.slice(0, at) + String((Number(text[at]) + 1) % 10) + text.slice(at + 1);
        const cleaned = findKind(id)!.clean(wrong);
        expect(isClean(cleaned) && cleaned.doubt === undefined, `${text} → ${wrong}`).toBe(false);
      }
    }
  });
});

describe("crypto addresses", () => {
  // Test vectors of BIP 173 and BIP 350, and addresses that the white papers and explorers print.
  it.each([
    ["1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "bitcoin"],
    ["3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "bitcoin"],
    ["BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bitcoin"],
    ["bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "bitcoin"],
    ["TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "tron"],
  ])("%s is valid on the chain %s, and not with its last sign changed", (address, chain) => {
    const kind = findKind("crypto-address")!;
    expect(isClean(kind.clean(address))).toBe(true);
    expect(kind.facts?.(address)).toEqual({ chain });
    const last = address.endsWith("2") ? "3" : "2";
    expect(kind.clean(address.slice(0, -1) + last)).toEqual({ reason: "check-digit" });
  });
});

describe("every kind", () => {
  it("refuses the empty text and survives any text, telling why", () => {
    for (const kind of identifierKinds) {
      expect(kind.clean("")).toEqual({ reason: expect.any(String) });
      expect(kind.clean("\u0000💥％".repeat(20))).toEqual({ reason: expect.any(String) });
    }
  });
});
