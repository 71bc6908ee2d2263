// What a run changed since the one before, told by counts, pairs and weights.
import { crossingBits, type LinkChanges, movedFamilies, movedTerms, movedWeights } from "../../../shared/link/linkChanges.ts";
import type { LinkModel } from "../../../shared/link/pairScore.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { countCrossing, countSteps, listMovedPairs, readNewestSource } from "../store/sqlite/tables/linkChanges.ts";
import type { LinkRunRecord } from "../store/sqlite/tables/linkRun.ts";

/** Kept among the single values of a workspace. */
export const changesKey = "linkChanges";

/** Compared while the pairs of both runs are stored. */
export function compareRuns(db: ReadableDb, before: LinkRunRecord, after: { id: number; cases: number; model: LinkModel }): LinkChanges {
  const runs = { before: before.id, after: after.id, lastSource: readNewestSource(db, before.at) };
  const old = JSON.parse(before.model) as LinkModel;
  return {
    since: { ...countSteps(db, before.at), cases: Math.max(0, after.cases - before.cases) },
    priorBits: [old.priorBits, after.model.priorBits],
    crossings: crossingBits.map((bits) => countCrossing(db, runs, bits)),
    pairs: listMovedPairs(db, runs),
    weights: movedWeights(old, after.model),
    families: movedFamilies(old, after.model),
    terms: movedTerms(old, after.model),
  };
}
