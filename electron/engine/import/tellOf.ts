// What an import brought that somebody waits for: cases that fit a series, and facts about what is watched.
import type { ImportedSource, ImportResult } from "../../../shared/import/calls.ts";
import type { JobContext } from "../handler.ts";
import { prepareSimilarAgain } from "../review/assess/similar.ts";
import { raiseAlerts } from "../review/watch/raiseAlerts.ts";
import { matchNewCases } from "./matchNewCases.ts";

export async function tellOf(context: JobContext, sources: readonly ImportedSource[]): Promise<Pick<ImportResult, "matches" | "alerts">> {
  const matches = await matchNewCases(context, sources);
  const fresh = sources.filter(({ already }) => !already).map(({ id }) => id);
  const alerts = await raiseAlerts(context, fresh, matches);
  if (fresh.length > 0) prepareSimilarAgain(context);
  return { matches, alerts };
}
