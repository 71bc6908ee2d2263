// What is told about the weights: the model of the last run, what that run changed, and how good it proved on solved cases.
import type { LinkEvaluation } from "../../../shared/link/evaluateLinkage.ts";
import type { LinkChanges } from "../../../shared/link/linkChanges.ts";
import { attributesKeptOut, type KeptEvaluation, type ModelPage } from "../../../shared/link/modelCalls.ts";
import type { LinkModel } from "../../../shared/link/pairScore.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { readLinkState } from "../store/sqlite/tables/linkState.ts";
import { readDataVersion, readMeta, writeMeta } from "../store/sqlite/tables/meta.ts";
import { readWeightEdits } from "../store/sqlite/tables/weightEdits.ts";
import { changesKey } from "./compareRuns.ts";
import { databaseOf } from "./runLink.ts";

const evaluationKey = "linkEvaluation";

interface StoredEvaluation extends LinkEvaluation {
  readonly state: string;
  readonly dataVersion: number;
  readonly at: string;
}

/** Features whose levels or terms met at least one pair where both cases say something. */
function listUsed({ levels, parameters }: LinkModel): string[] {
  const byLevel = levels.filter(({ uCount, mCount }) => uCount[0] + mCount[0] > 0).map(({ feature }) => feature);
  const byTerm = Object.keys(parameters).flatMap((name) => (name.startsWith("weight ") ? name.slice(7).split(/[:.]/)[0]! : []));
  return [...new Set([...byLevel, ...byTerm])];
}

function readEvaluation(db: ReadableDb): KeptEvaluation | null {
  const text = readMeta(db, evaluationKey);
  if (text === null) return null;
  const { state, ...kept } = JSON.parse(text) as StoredEvaluation;
  return { ...kept, stale: state !== readLinkState(db) };
}

export function readModelPage(db: ReadableDb): ModelPage | null {
  const run = readLastLinkRun(db);
  if (!run) return null;
  const model = JSON.parse(run.model) as LinkModel;
  const changes = readMeta(db, changesKey);
  return {
    runId: run.id,
    at: isoTime(run.at),
    cases: run.cases,
    model,
    used: listUsed(model),
    keptOut: attributesKeptOut,
    changes: changes === null ? null : (JSON.parse(changes) as LinkChanges),
    stated: readWeightEdits(db),
    evaluation: readEvaluation(db),
  };
}

/** Left out, learned anew and scored in a child; the answer is kept with the state that it was made from. */
export async function evaluateSolved(context: JobContext): Promise<KeptEvaluation> {
  const { signal, report, db } = context;
  const input = databaseOf(context);
  const dataVersion = readDataVersion(db);
  const found = await context.jobs.run<LinkEvaluation>("evaluateLinkage", input, { signal, report });
  const stored: StoredEvaluation = { ...found, state: input.state, dataVersion, at: isoTime(context.clock()) };
  const { pairs, linkedPairs } = found;
  context.commit({ action: "link.evaluated", detail: { pairs, linkedPairs } }, ["link"], (writable) =>
    writeMeta(writable, evaluationKey, JSON.stringify(stored)),
  );
  return readEvaluation(db)!;
}
