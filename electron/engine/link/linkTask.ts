// Linking in a child: loads the cases read-only, runs the pure rules, sends pairs back in batches.

import type { SimilarCase } from "../../../shared/link/calls.ts";
import type { LinkInput } from "../../../shared/link/caseData.ts";
import { explainIndices, explainPair } from "../../../shared/link/explainPair.ts";
import { findSimilar } from "../../../shared/link/findSimilar.ts";
import { rankCandidates, type ScoredKey } from "../../../shared/link/linkCases.ts";
import type { LinkHub, LinkModel, PairScore } from "../../../shared/link/pairScore.ts";
import type { PreparedLink } from "../../../shared/link/prepared.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { posteriorOf, scorePairs } from "../../../shared/link/scorePairs.ts";
import { strengthOf } from "../../../shared/link/strength.ts";
import type { JobProgress } from "../../../shared/rpc/channel.ts";
import type { Task, TaskContext } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { type PackedPair, packPair } from "../store/sqlite/tables/linkRun.ts";
import { listPairVerdicts, listSeriesOfCases, seenInState } from "../store/sqlite/tables/linkState.ts";
import { loadLinkInput } from "./loadCases.ts";

export interface LinkTaskInput {
  readonly path: string;
  readonly key: string | null;
  /** What the cases, decisions and series were when asked: the same text finds the prepared cases of the task before. */
  readonly state: string;
}

export interface LinkTaskResult {
  readonly model: LinkModel;
  readonly hubs: readonly LinkHub[];
  readonly cases: number;
  readonly compared: number;
  readonly allPairs: number;
}

export interface StandingTaskInput extends LinkTaskInput {
  /** What stands now: series and judgements may be newer than the prepared cases, and are read anew. */
  readonly now: string;
}

export interface ScoreTaskInput extends LinkTaskInput {
  readonly pairs: readonly (readonly [string, string])[];
  readonly top: number | null;
}

export interface SimilarTaskInput extends StandingTaskInput {
  readonly cases: readonly string[];
  readonly top: number;
}

export interface SimilarBatch {
  readonly case: string;
  readonly similar: readonly SimilarCase[];
}

const pairsAtOnce = 500;
/** Beyond so many lines evidence is left out: `link explain` gives it for any pair. */
const maxExplained = 20_000;

/** The cases with the series and judgements of that state, so that a child that begins anew gives the bits of the one before. */
export function readInput({ path, key, state }: LinkTaskInput): LinkInput {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return loadLinkInput(connection, null, seenInState(state));
  } finally {
    connection.close();
  }
}

const reportTo = (context: Pick<TaskContext, "report">) => (phase: string, done: number, total: number) =>
  context.report({ phase, done, total, perSecond: null, secondsLeft: null, subject: "" } satisfies JobProgress);

export const linkTask: Task<LinkTaskInput, LinkTaskResult, PackedPair[]> = async (input, context) => {
  const prepared = prepareOnce(input, context);
  const ranked = rankCandidates(prepared, { report: reportTo(context), signal: context.signal });
  for (let i = 0; i < ranked.length; i += pairsAtOnce) {
    context.report({ phase: "store", done: i, total: ranked.length, perSecond: null, secondsLeft: null, subject: "" });
    await context.emit(
      ranked
        .slice(i, i + pairsAtOnce)
        .map((key, n) => packPair(i + n < maxExplained ? explainIndices(prepared, key.a, key.b) : scoreOf(prepared, key))),
    );
  }
  const { count } = prepared.tables.table;
  return {
    model: prepared.model,
    hubs: prepared.hubs.list,
    cases: count,
    compared: prepared.candidates.length,
    allPairs: (count * (count - 1)) / 2,
  };
};

function scoreOf(prepared: PreparedLink, { a, b, bits }: ScoredKey): PairScore {
  const { records } = prepared.tables.table;
  return bareScore({ a: records[a]!.number, b: records[b]!.number, bits, posterior: posteriorOf(bits) });
}

/** The cases as last prepared in this child, so that the next question about them needs no second reading. */
let warm: { readonly state: string; readonly prepared: PreparedLink } | null = null;

export function prepareOnce(input: LinkTaskInput, context: Pick<TaskContext, "report" | "signal">): PreparedLink {
  const state = `${input.path} ${input.state}`;
  if (warm?.state !== state)
    warm = { state, prepared: prepareLink(readInput(input), { report: reportTo(context), signal: context.signal }) };
  return warm.prepared;
}

/** An incident number asks for the case that it names. */
const standingNumber = ({ input }: PreparedLink, number: string): string => input.aliases?.[number] ?? number;

export const scoreTask: Task<ScoreTaskInput, null, PairScore[]> = async (input, context) => {
  const prepared = prepareOnce(input, context);
  const pairs = input.pairs.map(([a, b]) => [standingNumber(prepared, a), standingNumber(prepared, b)] as const);
  const scored = scorePairs(prepared, pairs).sort((x, y) => y.bits - x.bits || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
  const chosen = input.top === null ? scored : scored.slice(0, input.top);
  for (let i = 0; i < chosen.length; i += pairsAtOnce) {
    await context.emit(
      chosen.slice(i, i + pairsAtOnce).map((pair, n) => (i + n < maxExplained ? explainPair(prepared, pair.a, pair.b) : bareScore(pair))),
    );
  }
  return null;
};

const bareScore = ({ a, b, bits, posterior }: { a: string; b: string; bits: number; posterior: number }): PairScore => ({
  a,
  b,
  bits,
  posterior,
  strength: strengthOf(bits),
  basis: [],
  prior: 0,
  evidence: [],
  counter: [],
});

let standing: { readonly now: string; readonly series: LinkInput["series"]; readonly verdicts: LinkInput["verdicts"] } | null = null;

/** The prepared cases with the series and judgements that stand now: weights wait for the next run, names do not. */
export function prepareForNow(input: StandingTaskInput, context: Pick<TaskContext, "report" | "signal">): PreparedLink {
  const prepared = prepareOnce(input, context);
  const now = `${input.path} ${input.now}`;
  if (standing?.now !== now) {
    const connection = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
    try {
      standing = { now, series: listSeriesOfCases(connection), verdicts: listPairVerdicts(connection) };
    } finally {
      connection.close();
    }
  }
  return { ...prepared, input: { ...prepared.input, series: standing.series, verdicts: standing.verdicts } };
}

export const similarTask: Task<SimilarTaskInput, SimilarBatch[]> = async (input, context) => {
  const prepared = prepareForNow(input, context);
  return input.cases.map((number) => ({ case: number, similar: findSimilar(prepared, standingNumber(prepared, number), input.top) }));
};
