// Which standard addresses a result of linking or grouping was computed from: one address brings cases together, so an address judged since makes it stale.
import type { ReadableDb, WritableDb } from "../database.ts";
import { readAddressState } from "./addressMatch.ts";
import { readMeta, writeMeta } from "./meta.ts";

type SeenBy = "pairs" | "series";

const keys: Readonly<Record<SeenBy, string>> = { pairs: "pairAddresses", series: "seriesAddresses" };

/** `state` as read when the run began. */
export const keepAddressesSeen = (db: WritableDb, by: SeenBy, state: number): void => writeMeta(db, keys[by], String(state));

/** False for results from before this was kept. */
export function haveAddressesMovedSince(db: ReadableDb, by: SeenBy): boolean {
  const seen = readMeta(db, keys[by]);
  return seen !== null && Number(seen) !== readAddressState(db);
}
