// What an import brought that somebody waits for: cases that fit a series, and facts about what is watched.
import type { ImportedSource, ImportResult } from "../../../shared/import/calls.ts";
import type { JobContext } from "../handler.ts";
import { prepareSimilarAgain } from "../review/assess/similar.ts";
import { raiseAlerts } from "../review/watch/raiseAlerts.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { hasStandard } from "../store/sqlite/tables/standardAddress.ts";
import { matchNewCases } from "./matchNewCases.ts";

export async function tellOf(
  context: JobContext,
  sources: readonly ImportedSource[],
): Promise<Pick<ImportResult, "matches" | "alerts" | "addresses">> {
  const fresh = sources.filter(({ already }) => !already).map(({ id }) => id);
  const addresses = fresh.length > 0 && hasStandard(context.db) ? readDataVersion(context.db) : null;
  const matches = await matchNewCases(context, sources);
  const alerts = await raiseAlerts(context, fresh, matches);
  if (fresh.length > 0) prepareSimilarAgain(context);
  return { matches, alerts, addresses };
}
