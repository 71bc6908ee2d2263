// Runs the matching: the child finds, the engine stores everything in one commit and lays the judgements of people over it.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import { type AddressRun, type AddressState, addressStates } from "../../../../shared/resolve/addressCalls.ts";
import type { JobContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import {
  applyAddressJudgements,
  countMatches,
  type FoundMatch,
  readAddressRun,
  replaceMatches,
} from "../../store/sqlite/tables/addressMatch.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { countStandard } from "../../store/sqlite/tables/standardAddress.ts";
import type { MatchTaskInput } from "./matchTask.ts";

export function readRun(db: ReadableDb): { readonly run: AddressRun | null; readonly stale: boolean } {
  const run = readAddressRun(db);
  if (run === null) return { run: null, stale: false };
  const found = new Map(countMatches(db).map(({ state, n }) => [state, n]));
  const counts = Object.fromEntries(addressStates.map((state) => [state, found.get(state) ?? 0])) as Record<AddressState, number>;
  const { at, dataVersion, ...figures } = run;
  return { run: { ranAt: isoTime(at), ...figures, counts }, stale: dataVersion !== readDataVersion(db) };
}

export async function runMatch(context: JobContext): Promise<AddressRun> {
  return await context.exclusive(async () => {
    if (countStandard(context.db) === 0) throw new CaseweaveError("no-standard-addresses");
    const [began, dataVersion] = [context.clock(), readDataVersion(context.db)];
    const { path, key } = context.workspace;
    const matches: FoundMatch[] = [];
    const { standard } = await context.jobs.run<{ readonly standard: number }>("matchAddresses", { path, key } satisfies MatchTaskInput, {
      signal: context.signal,
      report: context.report,
      onMessage: (found: readonly FoundMatch[]) => void matches.push(...found),
    });
    const at = context.clock();
    const run = { dataVersion, at, standard, places: matches.length, seconds: (at - began) / 1000 };
    context.commit({ action: "resolve.addressesMatched", detail: { standard, places: matches.length } }, ["resolve"], (db) => {
      replaceMatches(db, run, matches);
      applyAddressJudgements(db, null);
    });
    return readRun(context.db).run!;
  });
}
