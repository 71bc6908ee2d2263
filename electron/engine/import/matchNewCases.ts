// After an import: which of the new cases fit which series of the last run.
import type { CaseMatch, ImportedSource } from "../../../shared/import/calls.ts";
import type { JobContext } from "../handler.ts";
import type { SimilarBatch } from "../link/linkTask.ts";
import { similarInput } from "../link/runLink.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { listCasesOfSources } from "../store/sqlite/tables/newCases.ts";

const maxNewCases = 500;
/** Even odds: below it a match is not worth a line. */
const minMatchBits = 0;

export async function matchNewCases(context: JobContext, sources: readonly ImportedSource[]): Promise<readonly CaseMatch[]> {
  const fresh = sources.filter(({ already }) => !already).map(({ id }) => id);
  const cases = listCasesOfSources(context.db, fresh, maxNewCases);
  if (cases.length === 0 || !readLastGroupRun(context.db)) return [];
  const batches = await context.jobs.run<SimilarBatch[]>("findSimilar", similarInput(context, cases, 1), {
    signal: context.signal,
    report: context.report,
  });
  return batches.flatMap(({ case: number, similar }) => {
    const best = similar.find(({ series, bits }) => series !== null && bits >= minMatchBits);
    return best?.series ? [{ case: number, series: best.series, bits: best.bits, posterior: best.posterior }] : [];
  });
}
