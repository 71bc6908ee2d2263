// Properties of every kind, on numbers made at random: what is right validates, one wrong digit is found, cleaning twice is cleaning once.
import { describe, expect, it } from "vitest";
import { identityCheckSign, luhnDigit } from "../../../../shared/import/kinds/checkDigits.ts";
import { creditCheckSign } from "../../../../shared/import/kinds/creditCode.ts";
import { columnKinds, findKind, identifierKinds } from "../../../../shared/import/kinds/index.ts";
import { digestKeccak } from "../../../../shared/import/kinds/keccak.ts";
import { isClean, rarityOf } from "../../../../shared/import/kinds/kind.ts";
import { meidCheckSign } from "../../../../shared/import/kinds/meid.ts";
import { vinCheckSign } from "../../../../shared/import/kinds/vin.ts";
import { seededRandom } from "../../../../shared/random.ts";

const random = seededRandom(26);
const pick = (signs: string): string => signs[Math.floor(random() * signs.length)]!;
const hex = "0123456789ABCDEF";
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
  meid: () => withSign(`A${some(13, hex)}`, meidCheckSign),
  "hk-id": () => {
    const [letter, digits] = [pick("ABCDEFGH"), some(6)];
    const sum = [letter.charCodeAt(0) - 55, ...digits].reduce<number>((total, sign, i) => total + Number(sign) * (8 - i), 36 * 9);
    return `${letter}${digits}(${"0123456789A"[(11 - (sum % 11)) % 11]})`;
  },
  "tw-id": () => {
    const body = `A${pick("12")}${some(7)}`;
    const sum = [...body.slice(1)].reduce((total, digit, i) => total + Number(digit) * (8 - i), 1);
    return `${body}${(10 - (sum % 10)) % 10}`;
  },
  vin: () => {
    const draft = `L${some(7, "ABCDEFGH0123456789")}0${some(8)}`;
    return `${draft.slice(0, 8)}${vinCheckSign(draft)}${draft.slice(9)}`;
  },
};

const street = () => `${pick("文学新和人")}${pick("三府华平民")}路`;

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
  "crypto-address": () => {
    const signs = some(40, hex.toLowerCase());
    const digest = digestKeccak(signs);
    return `0x${[...signs].map((sign, i) => (digest[i]! >= "8" ? sign.toUpperCase() : sign)).join("")}`;
  },
  "service-number": () => `95${some(1, "58")}${some(2)}`,
  "driving-licence": () => `33${some(10)}`,
  url: () => `HTTP://${some(6, "abcde")}.Example.com/${some(5, "abcXYZ/")}x?q=${some(3)}`,
  domain: () => `${some(8, "abcdexyz")}.Example.CN`,
  account: () => `${some(1, "1345789")}${some(18)}`,
  phone: () => `0086-13${some(9)}`,
  "person-name": () => pick("王李张刘陈") + pick("伟芳娜敏静") + pick("丽强磊军洋"),
  address: () =>
    `云津市${pick("东西南北")}岸区${street()}${1 + Number(some(2))}号${some(1, "123456789")}栋${some(1, "1234")}单元${some(1, "123")}0${some(1, "1234")}室`,
  date: () => `20${some(2)}年${some(1, "123456789")}月${some(1, "12")}${some(1, "12345678")}日`,
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

describe("comparing two of a kind", () => {
  const everyMake = Object.entries({ ...strong, ...weak });

  it.each(everyMake)("%s: the same is 1, likeness needs no order, rarity is a number of bits", (id, make) => {
    const kind = findKind(id)!;
    for (let i = 0; i < rounds / 4; i++) {
      const [a, b] = [make(), make()].map((text) => kind.clean(text)).map((cleaned) => (isClean(cleaned) ? cleaned.value : ""));
      expect(kind.compare(a!, a!)).toBe(1);
      expect(kind.compare(a!, b!)).toBe(kind.compare(b!, a!));
      expect(rarityOf(kind, a!)).toBeGreaterThanOrEqual(0);
    }
  });

  it("takes one wrong sign for a slip only where one of the two fails the check", () => {
    const number = strong["identity-number"]!();
    const slipped = `${number.slice(0, 15)}${(Number(number[15]) + 1) % 10}${number.slice(16)}`;
    const other = identityCheckSign(slipped);
    const kind = findKind("identity-number")!;
    expect(kind.compare(number, slipped)).toBe(0.8);
    expect(kind.compare(number, slipped.slice(0, 17) + other)).toBeLessThan(0.2);
  });
});

describe("crypto addresses", () => {
  it("in mixed case carry their check sum (vectors of EIP-55)", () => {
    const kind = findKind("crypto-address")!;
    const vectors = [
      "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
      "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
      "0x52908400098527886E0F7030069857D2E4169EE7",
    ];
    for (const address of vectors) expect(kind.clean(address)).toEqual({ value: address.toLowerCase() });
    expect(kind.clean("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")).toEqual({ reason: "check-digit" });
  });

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
  it("is proved on numbers made at random", () => {
    expect([...identifierKinds, ...columnKinds].map(({ id }) => id).filter((id) => !(id in strong) && !(id in weak))).toEqual([]);
  });

  it("refuses the empty text and survives any text, telling why", () => {
    for (const kind of identifierKinds) {
      expect(kind.clean("")).toEqual({ reason: expect.any(String) });
      expect(kind.clean("\u0000💥％".repeat(20))).toEqual({ reason: expect.any(String) });
    }
  });
});
