// Entities that everybody meets: service numbers and settlement accounts of payment platforms. They are shown, never counted as evidence.
import poolAccounts from "../../resources/tables/poolAccounts.json" with { type: "json" };
import publicNumbers from "../../resources/tables/publicNumbers.json" with { type: "json" };

export type PublicReason = "public-number" | "settlement-pool";

const pools = Object.values(poolAccounts.entries);
const poolNames = pools.flatMap(({ names }) => names);
const poolKeys = pools.flatMap(({ accounts }) => accounts);
const exactNumbers = new Set(Object.keys(publicNumbers.exact));

/** The tables behind `isPublicEntity`, for a store that applies them where its entities are. */
export const publicTables = { numbers: [...exactNumbers], ranges: publicNumbers.ranges, poolKeys, poolNames };

/** Why an entity is public, or null. */
export function publicReason(kind: string, key: string, label: string): PublicReason | null {
  if (kind === "phone" && isServiceNumber(key)) return "public-number";
  if (kind === "account" && isPoolAccount(key, label)) return "settlement-pool";
  return null;
}

export const isPublicEntity = (kind: string, key: string, label: string): boolean => publicReason(kind, key, label) !== null;

export function isServiceNumber(number: string): boolean {
  if (exactNumbers.has(number)) return true;
  return publicNumbers.ranges.some(({ prefix, lengths }) => number.startsWith(prefix) && lengths.includes(number.length));
}

/** By settlement number, or by the platform's name in the account's name. */
export function isPoolAccount(key: string, label: string): boolean {
  return poolKeys.some((number) => key.startsWith(number)) || poolNames.some((name) => label.includes(name));
}

/** 支付宝, 财付通 …: whose settlement account it is; "" where it is none. */
export const platformName = (key: string, label: string): string =>
  pools.find(({ accounts, names }) => accounts.some((number) => key.startsWith(number)) || names.some((name) => label.includes(name)))
    ?.zh ?? "";
