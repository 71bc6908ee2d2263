// Addresses of crypto currencies: Bitcoin and TRON (base58check), Bitcoin since 2017 (bech32, BIP 173; bech32m, BIP 350), Ethereum (0x).
// The letter case of Ethereum addresses is their check sum (EIP-55); those in one case have none.

import { digestKeccak } from "./keccak.ts";
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareEqual } from "./likeness.ts";
import { digestSha256 } from "./sha256.ts";
import { tidyText } from "./tidy.ts";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** 25 bytes, most significant first; null where the number needs more. */
function decodeBase58(text: string): Uint8Array | null {
  let value = 0n;
  for (const sign of text) value = value * 58n + BigInt(base58.indexOf(sign));
  const bytes = new Uint8Array(25);
  for (let i = 24; i >= 0; i--) {
    bytes[i] = Number(value & 255n);
    value >>= 8n;
  }
  return value === 0n ? bytes : null;
}

/** The last four bytes are the first of the digest of the digest of the rest. */
function passesBase58Check(bytes: Uint8Array): boolean {
  const digest = digestSha256(digestSha256(bytes.slice(0, 21)));
  return digest.slice(0, 4).every((byte, i) => byte === bytes[21 + i]);
}

/** BIP 173: the polynomial over prefix and data is 1; by BIP 350 it is 0x2bc830a3 where the witness version is not 0. */
function passesBech32(prefix: string, data: string): boolean {
  const codes = [...prefix].map((sign) => sign.charCodeAt(0));
  const values = [
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...[...data].map((sign) => bech32.indexOf(sign)),
  ];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [i, generator] of generators.entries()) if ((top >> i) & 1) sum ^= generator;
  }
  return sum === (data.startsWith("q") ? 1 : 0x2bc830a3);
}

/** EIP-55: a letter is a capital where the sign of the digest of the lower-case address in its place is 8 or more. */
function passesLetterCase(address: string): boolean {
  const signs = address.slice(2);
  const lower = signs.toLowerCase();
  if (signs === lower || signs === signs.toUpperCase()) return true;
  const digest = digestKeccak(lower);
  return [...lower].every((sign, i) => signs[i] === (Number.parseInt(digest[i]!, 16) >= 8 ? sign.toUpperCase() : sign));
}

interface Chain {
  readonly name: string;
  readonly form: RegExp;
  readonly isRight: (address: string) => boolean;
}

const versionBytes: Readonly<Record<string, readonly number[]>> = { bitcoin: [0, 5], tron: [0x41] };

const isBase58Of =
  (name: string) =>
  (address: string): boolean => {
    const bytes = decodeBase58(address);
    return bytes !== null && versionBytes[name]!.includes(bytes[0]!) && passesBase58Check(bytes);
  };

const chains: readonly Chain[] = [
  { name: "tron", form: /^T[1-9A-HJ-NP-Za-km-z]{33}$/, isRight: isBase58Of("tron") },
  { name: "bitcoin", form: /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/, isRight: isBase58Of("bitcoin") },
  {
    name: "bitcoin",
    form: /^(?:bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71})$/,
    isRight: (text) => passesBech32("bc", text.toLowerCase().slice(3)),
  },
  { name: "ethereum", form: /^0x[0-9a-f]{40}$/i, isRight: passesLetterCase },
];

const chainOf = (address: string): Chain | undefined => chains.find(({ form }) => form.test(address));

function cleanCryptoAddress(text: string): Cleaned {
  const address = tidyText(text);
  const chain = chainOf(address);
  if (chain === undefined) return refuse(address === "" ? "empty" : "form");
  if (!chain.isRight(address)) return refuse("check-digit");
  return { value: /^(?:0x|bc1)/i.test(address) ? address.toLowerCase() : address };
}

export const cryptoAddress = defineKind({
  id: "crypto-address",
  entityKind: "account",
  clean: cleanCryptoAddress,
  specificity: 0.99,
  facts: (text): Facts => {
    const chain = chainOf(tidyText(text));
    return chain === undefined ? {} : { chain: chain.name };
  },
  compare: compareEqual,
  rarityBits: 28,
});
