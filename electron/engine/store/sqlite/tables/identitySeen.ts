// The identities that a result of grouping was computed from: people merged or parted since make it stale, and taking that back makes it fresh again.
import type { ReadableDb, WritableDb } from "../database.ts";
import { readIdentityState } from "./identityOf.ts";
import { readMeta, writeMeta } from "./meta.ts";

export type SeenBy = "series" | "rings";

const keys: Readonly<Record<SeenBy, string>> = { series: "seriesIdentities", rings: "ringIdentities" };

export const keepIdentitiesSeen = (db: WritableDb, by: SeenBy, state: string): void => writeMeta(db, keys[by], state);

/** False for results from before this was kept. */
export function haveIdentitiesMovedSince(db: ReadableDb, by: SeenBy): boolean {
  const seen = readMeta(db, keys[by]);
  return seen !== null && seen !== readIdentityState(db);
}
