// What an import brought that somebody waits for: cases that fit a series, and facts about what is watched. It is stored by then: whatever ends the
// telling – a cancel, a child that dies, a kill – changes nothing of that, and what was not told is told with the next import or start, once.
import { CaseweaveError, toWire } from "../../../shared/errors.ts";
import type { ImportedSource, ImportResult, LateNews } from "../../../shared/import/calls.ts";
import type { JobContext } from "../handler.ts";
import { prepareSimilarAgain } from "../review/assess/similar.ts";
import { raiseAlerts } from "../review/watch/raiseAlerts.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { hasStandard } from "../store/sqlite/tables/standardAddress.ts";
import { listUntoldSources, markTold, type UntoldSource } from "../store/sqlite/tables/untoldSource.ts";
import { matchNewCases } from "./matchNewCases.ts";

type Told = Pick<ImportResult, "matches" | "alerts" | "untold">;

const nothing: Told = { matches: [], alerts: [], untold: null };

/** Sources that nobody was told of, without those that another job is telling of now. */
export const listOwed = ({ db, telling }: Pick<JobContext, "db" | "telling">): readonly UntoldSource[] =>
  listUntoldSources(db).filter(({ id }) => !telling.has(id));

async function tell(context: JobContext, owed: readonly UntoldSource[]): Promise<Told> {
  const ids = owed.map(({ id }) => id);
  const matches = await matchNewCases(context, ids);
  const since = owed.reduce((least, { importedAt }) => Math.min(least, importedAt), context.clock());
  const alerts = await raiseAlerts(context, ids, matches, { since, onRaised: (db) => markTold(db, ids) });
  return { matches, alerts, untold: null };
}

async function tellOwed(context: JobContext): Promise<Told> {
  const owed = listOwed(context);
  if (owed.length === 0) return nothing;
  for (const { id } of owed) context.telling.add(id);
  try {
    return await tell(context, owed);
  } catch (error) {
    // The sources stand: an answer that said otherwise would be wrong. What ended it is told with what is still to be told.
    return { ...nothing, untold: { sources: owed.length, code: toWire(error).code } };
  } finally {
    for (const { id } of owed) context.telling.delete(id);
  }
}

export async function tellOf(
  context: JobContext,
  sources: readonly ImportedSource[],
): Promise<Pick<ImportResult, "matches" | "alerts" | "addresses" | "untold">> {
  const isFresh = sources.some(({ already }) => !already);
  const addresses = isFresh && hasStandard(context.db) ? readDataVersion(context.db) : null;
  const told = await tellOwed(context);
  if (isFresh) prepareSimilarAgain(context);
  return { ...told, addresses };
}

/** What imports that ended in between left to be told. */
export async function tellLate(context: JobContext): Promise<LateNews> {
  const sources = listOwed(context).length;
  const { untold, ...news } = await tellOwed(context);
  if (untold !== null) throw new CaseweaveError(untold.code);
  return { sources, ...news };
}
