// Runs linkage: the child compares, the engine stores the pairs in slices and makes the run visible in one commit.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { LinkRun, SimilarCase } from "../../../shared/link/calls.ts";
import type { PairScore } from "../../../shared/link/pairScore.ts";
import type { JobContext } from "../handler.ts";
import type { WritableDb } from "../store/sqlite/database.ts";
import { readAddressState } from "../store/sqlite/tables/addressMatch.ts";
import { keepAddressesSeen } from "../store/sqlite/tables/addressSeen.ts";
import { findCaseNumber, isCase } from "../store/sqlite/tables/caseHead.ts";
import { keepSeenIdentities, readSeenIdentities } from "../store/sqlite/tables/linkFollow.ts";
import {
  deleteOlderPairs,
  deleteUnfinishedPairs,
  insertLinkRun,
  insertPairs,
  type LinkRunRecord,
  listRunScores,
  type NewLinkRun,
  type PackedPair,
  readLastLinkRun,
} from "../store/sqlite/tables/linkRun.ts";
import { areJudgedSince, keepPreparedState, readLinkState, readPreparedState } from "../store/sqlite/tables/linkState.ts";
import { readDataVersion, writeMeta } from "../store/sqlite/tables/meta.ts";
import { changesKey, compareRuns } from "./compareRuns.ts";
import type { LinkTaskInput, LinkTaskResult, ScoreTaskInput, SimilarBatch, SimilarTaskInput, StandingTaskInput } from "./linkTask.ts";

export const databaseOf = ({ workspace, db }: JobContext): LinkTaskInput => ({
  path: workspace.path,
  key: workspace.key,
  state: readLinkState(db),
});

/** The cases as the last run prepared them: whoever asks about pairs between two runs gets the bits of the run. */
export const preparedOf = (context: JobContext): StandingTaskInput => ({
  ...databaseOf(context),
  state: readPreparedState(context.db),
  now: readLinkState(context.db),
});

/** Questions about the same cases go to the same child. */
export const keep = "link";

function storeRun(db: WritableDb, before: LinkRunRecord | undefined, run: NewLinkRun): number {
  const id = insertLinkRun(db, run);
  if (before) writeMeta(db, changesKey, JSON.stringify(compareRuns(db, before, { id, ...run })));
  deleteOlderPairs(db, id);
  return id;
}

/** Pairs wait in memory as the child sends them and are stored by slices under the coming run's number. */
export async function runLinkage(context: JobContext): Promise<LinkRun> {
  return await context.exclusive(async () => {
    await context.addresses.settle(context);
    return await linkAll(context);
  });
}

async function linkAll(context: JobContext): Promise<LinkRun> {
  const began = context.clock();
  const dataVersion = readDataVersion(context.db);
  const before = readLastLinkRun(context.db);
  const coming = (before?.id ?? 0) + 1;
  let pairs = 0;
  await context.slice((db) => deleteUnfinishedPairs(db, coming));
  const onMessage = async (batch: PackedPair[]) => {
    pairs += batch.length;
    await context.slice((db) => insertPairs(db, coming, batch));
  };
  const input = databaseOf(context);
  const [seen, addresses] = [readSeenIdentities(context.db), readAddressState(context.db)];
  const result = await context.jobs.run<LinkTaskResult>("linkCases", input, {
    signal: context.signal,
    report: context.report,
    onMessage,
    keep,
  });
  const seconds = (context.clock() - began) / 1000;
  const detail = { cases: result.cases, compared: result.compared, pairs };
  const runId = context.commit({ action: "link.stored", detail }, ["link"], (db) => {
    const id = storeRun(db, before, { ...result, dataVersion, at: context.clock(), seconds });
    keepPreparedState(db, input.state);
    keepSeenIdentities(db, seen);
    keepAddressesSeen(db, "pairs", addresses);
    return id;
  });
  return {
    runId,
    dataVersion,
    cases: result.cases,
    compared: result.compared,
    allPairs: result.allPairs,
    pairs,
    model: result.model,
    seconds,
  };
}

/** Exactly the given pairs, or the ranked ones of the last run. `withJudgements`: learned anew where judgements came since that run. */
export async function scoreGivenPairs(
  context: JobContext,
  pairs: readonly (readonly [string, string])[] | undefined,
  top: number | null,
  withJudgements = false,
): Promise<readonly PairScore[]> {
  if (!pairs) {
    const run = readLastLinkRun(context.db);
    if (!run) throw new CaseweaveError("not-linked-yet");
    return listRunScores(context.db, run.id, top);
  }
  for (const number of new Set(pairs.flat())) if (!isCase(context.db, number)) throw new CaseweaveError("case-unknown", { case: number });
  const scores: PairScore[] = [];
  const input: ScoreTaskInput = {
    ...(withJudgements && areJudgedSince(context.db) ? databaseOf(context) : preparedOf(context)),
    pairs,
    top,
  };
  const onMessage = (batch: PairScore[]) => void scores.push(...batch);
  await context.jobs.run("scorePairs", input, { signal: context.signal, report: context.report, onMessage, keep });
  return scores;
}

export const similarInput = (context: JobContext, cases: readonly string[], top: number): SimilarTaskInput => ({
  ...preparedOf(context),
  cases,
  top,
});

export async function findSimilarCases(context: JobContext, number: string, top: number): Promise<readonly SimilarCase[]> {
  const standing = findCaseNumber(context.db, number);
  if (standing === null) throw new CaseweaveError("case-unknown", { case: number });
  const [batch] = await context.jobs.run<SimilarBatch[]>("findSimilar", similarInput(context, [standing], top), {
    signal: context.signal,
    report: context.report,
    keep,
  });
  return batch?.similar ?? [];
}
