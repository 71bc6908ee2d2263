// Matching by hand, and what is told of a matching.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import { type AddressReport, type AddressRun, type AddressState, addressStates } from "../../../../shared/resolve/addressCalls.ts";
import type { JobContext, ReadContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { countMatchedSince, countMatches, readAddressRun } from "../../store/sqlite/tables/addressMatch.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { hasStandard } from "../../store/sqlite/tables/standardAddress.ts";
import { matchPass } from "./matchPass.ts";

export function readRun(db: ReadableDb): { readonly run: AddressRun | null; readonly stale: boolean } {
  const run = readAddressRun(db);
  if (run === null) return { run: null, stale: false };
  const found = new Map(countMatches(db).map(({ state, n }) => [state, n]));
  const counts = Object.fromEntries(addressStates.map((state) => [state, found.get(state) ?? 0])) as Record<AddressState, number>;
  const { at, dataVersion, mark: _, ...figures } = run;
  return { run: { ranAt: isoTime(at), ...figures, counts }, stale: dataVersion !== readDataVersion(db) };
}

/** By hand: everything anew. What the background is at work on is waited for first. */
export async function runMatch(context: JobContext): Promise<AddressRun> {
  if (!hasStandard(context.db)) throw new CaseweaveError("no-standard-addresses");
  await context.addresses.settle(context);
  while ((await matchPass(context, "all", null)) === "moved") await context.addresses.settle(context);
  return readRun(context.db).run!;
}

const sumOf = (found: ReadonlyMap<string, number>, ...states: readonly AddressState[]): number =>
  states.reduce((sum, state) => sum + (found.get(state) ?? 0), 0);

/** What came of the addresses that are new since that version of the data; null where there is no table. */
export function reportSince({ db, addresses }: Pick<ReadContext, "db" | "addresses">, since: number): AddressReport | null {
  if (!hasStandard(db)) return null;
  const found = new Map(countMatchedSince(db, since).map(({ state, n }) => [state, n]));
  return {
    matched: sumOf(found, "sure", "accepted"),
    doubtful: sumOf(found, "doubtful"),
    unmatched: sumOf(found, "coarse", "none", "refused"),
    isDone: readAddressRun(db)?.dataVersion === readDataVersion(db),
    failure: addresses.failure(),
  };
}
