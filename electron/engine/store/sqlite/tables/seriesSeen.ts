// Whether the series of a run are still those of what the workspace holds: facts, identities and the standard addresses of cases.
import type { ReadableDb } from "../database.ts";
import { haveAddressesMovedSince } from "./addressSeen.ts";
import { haveIdentitiesMovedSince } from "./identitySeen.ts";
import { readDataVersion } from "./meta.ts";

export const isSeriesRunStale = (db: ReadableDb, run: { readonly dataVersion: number }): boolean =>
  run.dataVersion !== readDataVersion(db) || haveIdentitiesMovedSince(db, "series") || haveAddressesMovedSince(db, "series");
