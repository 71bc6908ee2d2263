// Invented numbers with right check digits, each given out once: cards, accounts, identity numbers, phones, handsets, plates.
import { hashText } from "../../../shared/random.ts";

/** Mobile prefixes of the demo (as in the design's pictures). */
export const mobilePrefixes = ["161", "160", "164"] as const;
/** Codes of 市辖区: valid in GB/T 2260 since its first revision, but never put on a card. */
export const areaCodes = ["110100", "120100", "310100"] as const;
/** Number-plate letters that the province has not given out. */
export const plateHeads = ["皖T", "皖U", "皖V", "皖W"] as const;
/** 240.0.0.0/4 is reserved (RFC 1112), so no real host has such an address. */
const reservedBlock = 240;

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

/** A valid card under a prefix whose last digits are given. */
export function cardEndingIn(bin: string, tail: string): string {
  for (let middle = 8_010_000; ; middle++) {
    const digits = `${bin}00${middle}${tail}`;
    if (luhnDigit(digits.slice(0, -1)) === digits.at(-1)) return digits;
  }
}

/** Check character of GB 11643-1999 (ISO 7064 MOD 11-2) for the first 17 digits. */
export function identityCheck(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return "10X98765432"[sum % 11]!;
}

/**
 * A bijection of 0..rows·columns−1 that looks shuffled, so that numbers never repeat: an unbalanced Feistel network
 * (M. Luby and C. Rackoff, 1988) with additions, four rounds on the row and the column of n.
 */
function scatter(key: string, n: number, rows: number, columns: number): number {
  let row = Math.floor(n / columns) % rows;
  let column = n % columns;
  for (let round = 0; round < 4; round++) {
    row = (row + hashText(`${key}${round}r${column}`)) % rows;
    column = (column + hashText(`${key}${round}c${row}`)) % columns;
  }
  return row * columns + column;
}

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

function birthDateOf(index: number): string {
  return new Date(Date.UTC(1958, 0, 1) + index * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
}

type Scattered = (name: string, rows: number, columns: number) => number;

function createScattered(seed: number): Scattered {
  const counters = new Map<string, number>();
  return (name, rows, columns) => {
    const n = counters.get(name) ?? 0;
    counters.set(name, n + 1);
    return scatter(`${seed}/${name}/`, n, rows, columns);
  };
}

/** One of 499 orders a day, sex and area; the order is odd for men and even for women. */
function makeIdentityNumber(scattered: Scattered, isFemale: boolean): string {
  const perDay = 499 * areaCodes.length;
  const n = scattered("identity", 17_000, perDay);
  const [dayIndex, rest] = [Math.floor(n / perDay), n % perDay];
  const order = 1 + 2 * Math.floor(rest / areaCodes.length) + (isFemale ? 1 : 0);
  const digits = `${areaCodes[rest % areaCodes.length]}${birthDateOf(dayIndex)}${padded(order, 3)}`;
  return digits + identityCheck(digits);
}

export function createNumbers(seed: number): Numbers {
  const scattered = createScattered(seed);
  const eight = (name: string): string => padded(scattered(name, 10_000, 10_000), 8);
  return {
    identityNumber: (isFemale) => makeIdentityNumber(scattered, isFemale),
    mobile: () => {
      const digits = eight("mobile");
      return mobilePrefixes[hashText(digits) % mobilePrefixes.length]! + digits;
    },
    card: (bin) => {
      const digits = `${bin}${padded(scattered("branch", 100, 100), 4)}${eight("card")}`;
      return digits + luhnDigit(digits);
    },
    accountNumber: (head) => `${head}${eight("account")}${padded(scattered("accountTail", 10, 100), 3)}`,
    imei: () => {
      const digits = `869900${eight("imei")}`;
      return digits + luhnDigit(digits);
    },
    imsi: (network) => `${network}99${eight("imsi")}`,
    plate: () => {
      const n = scattered("plate", 4, 100_000);
      return `${plateHeads[Math.floor(n / 100_000)]!}${padded(n % 100_000, 5)}`;
    },
    address: () => {
      const n = scattered("address", 4096, 4096);
      return `${reservedBlock}.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
    },
    macAddress: () => `02${eight("mac").padStart(10, "0")}`.match(/../g)!.join("-"),
    netName: () => String(900_000_000 + scattered("qq", 9_000, 10_000)),
    serial: () => `${eight("serial")}${padded(scattered("serialTail", 1000, 1000), 6)}`,
  };
}
