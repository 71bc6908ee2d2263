// A masked bundle names entities by keyed hashes: who has the passphrase and the same number in clear recognises it, nobody else does.
import type { ExchangeContent } from "../../../../shared/review/exchange/format.ts";
import type { BundlePreview } from "../../../../shared/review/exchange/preview.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { iterateEntities } from "../../store/sqlite/tables/bundleRows.ts";
import { deriveHashKey, keyedHash } from "./sealedFile.ts";

export const maskedMark = "~";
const tokenLength = 32;

/** `~` and half of the hash; without a passphrase a mark that nobody can reckon. */
export const maskedKey = (key: Buffer, kind: string, value: string): string =>
  `${maskedMark}${keyedHash(key, kind, value).slice(0, tokenLength)}`;

/** Null where the bundle has no passphrase: its marks say nothing. */
export function recogniseMasked(db: ReadableDb, { sources }: ExchangeContent, passphrase: string | null): BundlePreview["recognised"] {
  if (passphrase === null) return null;
  const key = deriveHashKey(passphrase);
  const wanted = new Set<string>();
  for (const { entities } of sources)
    for (const [kind, token] of entities) if (token.startsWith(maskedMark)) wanted.add(`${kind} ${token}`);
  const kinds = [...new Set([...wanted].map((one) => one.slice(0, one.indexOf(" "))))];
  const found: NonNullable<BundlePreview["recognised"]>[number][] = [];
  for (const { kind, key: value, label } of iterateEntities(db, kinds))
    if (wanted.has(`${kind} ${maskedKey(key, kind, value)}`)) found.push({ entity: `${kind}:${value}`, kind, label });
  return found;
}
