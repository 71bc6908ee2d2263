// Ranks entities in a child: by a metric of their graph, or accounts by suspicion.
import { CaseweaveError } from "../../../shared/errors.ts";
import { type GraphMetricName, graphMetrics, type MetricName } from "../../../shared/group/metrics/index.ts";
import type { RankedEntity, RankReason } from "../../../shared/group/rankCalls.ts";
import { canLearn, dropUnmeasured, learnSuspicion } from "../../../shared/group/suspicion/learnSuspicion.ts";
import { edgeReasons, type Suspicion, scoreSuspicion } from "../../../shared/group/suspicion/scoreSuspicion.ts";
import { rateStanding } from "../../../shared/group/suspicion/standing.ts";
import { isPublicEntity } from "../../../shared/link/publicEntities.ts";
import { entityRef, parseEntityRef } from "../../../shared/model/entity.ts";
import type { Task, TaskContext } from "../jobs/task.ts";
import type { GraphReader } from "../store/graphReader.ts";
import { type GraphSource, withGraphSource } from "../store/graphSource.ts";
import { requireKnownKinds } from "../store/knownKinds.ts";
import { streamGraph } from "../store/projectGraph.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { iterateEntities } from "../store/sqlite/tables/projection.ts";
import { warmGraph } from "../store/warmGraph.ts";
import { readKnown } from "./behaviour/readKnown.ts";
import { readMeasures } from "./behaviour/readMeasures.ts";
import { loadTransfers } from "./loadTransfers.ts";

export interface RankTaskInput extends GraphSource {
  readonly kind: string;
  readonly by: MetricName;
  readonly links: readonly string[] | null;
  readonly undirected: boolean;
  readonly top: number | null;
}

type Progress = Pick<TaskContext, "signal" | "report">;

interface Scored {
  readonly refs: readonly string[];
  readonly score: ArrayLike<number>;
  readonly reasonsOf: (node: number) => readonly RankReason[];
  readonly travelled?: number;
}

export interface Ranked {
  readonly entities: readonly RankedEntity[];
  /** Links that a server sent for it; null when the workspace answered. */
  readonly travelled: number | null;
}

export const rankTask: Task<RankTaskInput, Ranked> = async (input, progress) =>
  withGraphSource(input, { signal: progress.signal }, async ({ reader, db }) => {
    await requireKnownKinds(reader, input);
    const { refs, score, reasonsOf, travelled = null } = await scoreEntities(db, reader, input, progress);
    // The largest component is number 0 and stands first; every other score falls.
    const sign = input.by === "component" ? 1 : -1;
    const order = Array.from(refs, (_, node) => node).sort(
      (a, b) => sign * (score[a]! - score[b]!) || (refs[a]! < refs[b]! ? -1 : refs[a]! > refs[b]! ? 1 : 0),
    );
    const entities = order
      .slice(0, input.top ?? order.length)
      .map((node, place) => ({ rank: place + 1, entity: refs[node]!, score: score[node]!, reasons: reasonsOf(node) }));
    return { entities, travelled };
  });

async function scoreEntities(db: ReadableDb | null, reader: GraphReader, input: RankTaskInput, progress: Progress): Promise<Scored> {
  if (input.by !== "suspicion") return await measure(db, reader, input, input.by, progress);
  if (db === null) throw new CaseweaveError("graph-cannot-answer", { question: "suspicion" });
  return input.kind === "account" ? rateAccounts(db, progress) : rateOthers(db, input, progress);
}

const toProgress = ({ signal, report }: Progress) => ({
  signal,
  report: (done: number, total: number) => report({ phase: "rank", done, total, perSecond: null, secondsLeft: null, subject: "" }),
});

/** Learned from who is known where enough are; by standing in the graph otherwise. */
function rateOthers(db: ReadableDb, { kind, links, undirected, ...source }: RankTaskInput, progress: Progress): Scored {
  const projected = warmGraph(db, source, { kind, links, isUndirected: undirected });
  const { graph, refs, nodeOfId } = projected;
  const measures = readMeasures(db, kind, projected);
  const known = dropUnmeasured(measures, readKnown(db, kind, nodeOfId));
  const { score, parts } = canLearn(known)
    ? learnSuspicion(measures, known, graph, toProgress(progress))
    : rateStanding(graph, toProgress(progress));
  const reasonsOf = (node: number): RankReason[] =>
    parts
      .map(({ name, values }) => ({ reason: name, value: Number(values[node]!.toFixed(2)), entities: [] }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value);
  // Everybody calls a service number: such entities stand last, whatever their measures.
  const lowest = score.reduce((least, value) => Math.min(least, value), 0) - 1;
  const isPublic = (ref: string) => isPublicEntity(kind, parseEntityRef(ref).key, "");
  return { refs, score: score.map((value, node) => (isPublic(refs[node]!) ? lowest : value)), reasonsOf };
}

async function measure(
  db: ReadableDb | null,
  reader: GraphReader,
  { kind, links, undirected, ...source }: RankTaskInput,
  by: GraphMetricName,
  progress: Progress,
): Promise<Scored> {
  const wanted = { kind, links: links ?? (kind === "account" ? ["transfer"] : null), isUndirected: undirected };
  if (db !== null && reader.store === "sqlite") {
    const { graph, refs } = warmGraph(db, source, wanted);
    return { refs, score: graphMetrics[by](graph, toProgress(progress)), reasonsOf: () => [] };
  }
  const report = (done: number) => progress.report({ phase: "travel", done, total: null, perSecond: null, secondsLeft: null, subject: "" });
  const { projected, travelled } = await streamGraph(reader, wanted, report);
  return { refs: projected.refs, score: graphMetrics[by](projected.graph, toProgress(progress)), reasonsOf: () => [], travelled };
}

/** Every account, those without transfers with the score 0. A card and its account share one score. */
function rateAccounts(db: ReadableDb, { signal }: Progress): Scored {
  const loaded = loadTransfers(db);
  const suspicion = scoreSuspicion(loaded, { signal });
  const refs: string[] = [];
  const numbers: (number | undefined)[] = [];
  const shown: string[] = [];
  for (const { id, kind, key } of iterateEntities(db, "account")) {
    const number = loaded.accountOf(id);
    refs.push(entityRef(kind, key));
    numbers.push(number);
    if (number !== undefined) shown[number] ??= entityRef(kind, key);
  }
  const score = numbers.map((number) => (number === undefined ? 0 : suspicion.score[number]!));
  const explain = explainSuspicion(suspicion, shown);
  return { refs, score, reasonsOf: (node) => (numbers[node] === undefined ? [] : explain(numbers[node]!)) };
}

const mostNamed = 3;

/** What an account's edges say, summed by reason, with the partners that gave most. */
function explainSuspicion(
  { edges, edgeScore, edgeSums, bandCount }: Suspicion,
  refs: readonly string[],
): (account: number) => RankReason[] {
  const own = new Map<number, number[]>();
  for (let e = 0; e < edges.count; e++) {
    if (edgeScore[e] === 0) continue;
    for (const account of [edges.from[e]!, edges.to[e]!]) {
      const list = own.get(account);
      if (list) list.push(e);
      else own.set(account, [e]);
    }
  }
  const partnerOf = (account: number, e: number) => (edges.from[e] === account ? edges.to[e]! : edges.from[e]!);
  return (account) => {
    const list = own.get(account) ?? [];
    const reasons = edgeReasons.map((reason, which): RankReason => {
      const strongest = list.filter((e) => edgeSums[which]![e]! > 0).sort((a, b) => edgeSums[which]![b]! - edgeSums[which]![a]! || a - b);
      const value = strongest.reduce((sum, e) => sum + edgeSums[which]![e]!, 0);
      const partners = [...new Set(strongest.map((e) => refs[partnerOf(account, e)]!))].slice(0, mostNamed);
      return { reason, value: Number(value.toFixed(2)), entities: partners };
    });
    const band: RankReason[] = bandCount[account]! > 0 ? [{ reason: "band", value: bandCount[account]!, entities: [] }] : [];
    return [...band, ...reasons.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value)];
  };
}
