// After an import: which of the new cases fit which series of the last run.
import type { CaseMatch, MatchReason } from "../../../shared/import/calls.ts";
import type { EvidenceBar } from "../../../shared/link/pairScore.ts";
import type { JobContext } from "../handler.ts";
import type { SimilarBatch } from "../link/linkTask.ts";
import { keep, similarInput } from "../link/runLink.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { listCasesOfSources } from "../store/sqlite/tables/newCases.ts";

const maxNewCases = 500;
/** Even odds: below it a match is not worth a line. */
const minMatchBits = 0;
/** Reasons that a line of the answer carries. */
const shownBars = 3;

/** More likely than that the case belongs to no series at all. */
const likelier = 0.5;

const reasonOf = ({ feature, level, sign, bits, detail, entities }: EvidenceBar): MatchReason => ({
  feature,
  level,
  sign,
  bits,
  detail,
  entities,
});

export async function matchNewCases(context: JobContext, sources: readonly number[]): Promise<readonly CaseMatch[]> {
  const cases = listCasesOfSources(context.db, sources, maxNewCases);
  if (cases.length === 0 || !readLastGroupRun(context.db)) return [];
  const batches = await context.jobs.run<SimilarBatch[]>("findSimilar", similarInput(context, cases, 1), {
    signal: context.signal,
    report: context.report,
    keep,
  });
  return batches.flatMap(({ case: number, similar }) => {
    const best = similar.find(({ series, bits, posterior }) => series !== null && bits >= minMatchBits && posterior >= likelier);
    if (!best?.series) return [];
    const { series, bits, posterior, evidence, counter } = best;
    return [
      {
        case: number,
        series,
        bits,
        posterior,
        evidence: evidence.slice(0, shownBars).map(reasonOf),
        counter: counter.slice(0, 1).map(reasonOf),
      },
    ];
  });
}
