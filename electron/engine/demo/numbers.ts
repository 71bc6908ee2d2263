// Invented numbers with right check digits, each given out once: cards, accounts, identity numbers, phones, handsets, plates.
import { hashText } from "../../../shared/random.ts";

/** Mobile prefixes of the demo (as in the design's pictures). */
export const mobilePrefixes = ["161", "160", "164"] as const;
/** Codes of 市辖区: valid in GB/T 2260 since its first revision, but never put on a card. */
export const areaCodes = ["110100", "120100", "310100"] as const;
/** Number-plate letters that the province has not given out. */
export const plateHeads = ["皖T", "皖U", "皖V", "皖W"] as const;
/** 198.18.0.0/15 is kept for measurements (RFC 2544), so no real host has such an address. */
const addressBase = [198, 18] as const;

export interface Numbers {
  readonly mobile: () => string;
  readonly card: (bin: string) => string;
  readonly accountNumber: (head: string) => string;
  readonly identityNumber: (isFemale: boolean) => string;
  readonly imei: () => string;
  readonly imsi: (network: string) => string;
  readonly plate: () => string;
  readonly address: () => string;
  readonly macAddress: () => string;
  readonly netName: () => string;
  readonly serial: () => string;
}

/** Check digit of ISO/IEC 7812-1 (H. P. Luhn, 1954) for digits that lack it. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Check character of GB 11643-1999 (ISO 7064 MOD 11-2) for the first 17 digits. */
export function identityCheck(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return "10X98765432"[sum % 11]!;
}

/** A bijection of 0..modulus−1 that looks shuffled: numbers never repeat. The product stays below 2^53. */
const scatter = (n: number, factor: number, shift: number, modulus: number): number => (((n % modulus) * factor) % modulus + shift) % modulus;

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

function birthDateOf(index: number): string {
  return new Date(Date.UTC(1958, 0, 1) + index * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
}

export function createNumbers(seed: number): Numbers {
  const counters = new Map<string, number>();
  const take = (name: string): number => {
    const n = counters.get(name) ?? 0;
    counters.set(name, n + 1);
    return n;
  };
  const scattered = (name: string, modulus: number): number => {
    const shift = hashText(`${seed}/${name}`) % modulus;
    return scatter(take(name), 48_271_411, shift, modulus);
  };
  const eight = (name: string): string => padded(scattered(name, 100_000_000), 8);
  const identityNumber = (isFemale: boolean): string => {
    const n = scattered("identity", 17_000 * 499 * areaCodes.length);
    const area = areaCodes[n % areaCodes.length]!;
    const rest = Math.floor(n / areaCodes.length);
    const order = 1 + 2 * Math.floor(rest / 17_000) + (isFemale ? 1 : 0);
    const digits = `${area}${birthDateOf(rest % 17_000)}${padded(order, 3)}`;
    return digits + identityCheck(digits);
  };
  return {
    identityNumber,
    mobile: () => mobilePrefixes[take("prefix") % mobilePrefixes.length]! + eight("mobile"),
    card: (bin) => {
      const digits = `${bin}${padded(take("branch") % 9000 + 1000, 4)}${eight("card")}`;
      return digits + luhnDigit(digits);
    },
    accountNumber: (head) => `${head}${eight("account")}${padded(take("accountTail") % 997, 3)}`,
    imei: () => {
      const digits = `869900${eight("imei")}`;
      return digits + luhnDigit(digits);
    },
    imsi: (network) => `${network}99${eight("imsi")}`,
    plate: () => {
      const n = scattered("plate", 400_000);
      return `${plateHeads[Math.floor(n / 100_000)]!}${padded(n % 100_000, 5)}`;
    },
    address: () => {
      const n = scattered("address", 2 * 65_536);
      return `${addressBase[0]}.${addressBase[1] + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`;
    },
    macAddress: () => `02${eight("mac").padStart(10, "0")}`.match(/../g)!.join("-"),
    netName: () => String(900_000_000 + scattered("qq", 90_000_000)),
    serial: () => `${padded(take("serialHead") % 90 + 10, 2)}${eight("serial")}${padded(take("serialTail") % 9973, 4)}`,
  };
}
