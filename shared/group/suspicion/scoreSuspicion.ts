// How suspicious each account is among all transfers, without labels: dense meetings of strangers, then fan-out, fan-in and passing on in time order.
// Method measured on two public generators; every constant stands with its meaning. Scores rank; they are no probabilities.
import { findAmountBand } from "./amountBand.ts";
import { scoreDensity } from "./density.ts";
import { type DirectedEdges, findOneOffEdges, type MoneyTransfers } from "./oneOffEdges.ts";
import { clip, rankLogOdds } from "./rankLogOdds.ts";
import { buildStrangerGraph, multiply } from "./strangerGraph.ts";
import { sortByTime, sumAlong, sumBetween } from "./timedAdjacency.ts";

/** Sums of suspicion around one edge u → v: other payees of u, other payers of v, payers of u before, payees of v after. */
export const edgeReasons = ["fan-out", "fan-in", "passed-in", "passed-on"] as const;
export type EdgeReason = (typeof edgeReasons)[number];

export interface Suspicion {
  readonly score: Float64Array;
  /** Log-odds of the account's rank above a 7 % base rate. */
  readonly logOdds: Float64Array;
  readonly edges: DirectedEdges;
  /** Suspicion of each one-off edge, ≥ 0. */
  readonly edgeScore: Float64Array;
  /** The four sums of each edge, in the order of `edgeReasons`. */
  readonly edgeSums: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  /** Transfers in a separate band of amounts, by account. */
  readonly bandCount: Float64Array;
}

export interface SuspicionProgress {
  readonly signal?: Pick<AbortSignal, "throwIfAborted">;
  report?(done: number, total: number): void;
}

const bandEvidence = 20;
const spreadRounds = 15;
const windowRounds = 5;
const windowDays = 10;
const saturation = 0.5;
/** Passing on counts half of fanning. */
const passWeight = 0.5;
const edgeThreshold = 1;
const rankWeight = 0.3;

export function scoreSuspicion(transfers: MoneyTransfers, { signal, report }: SuspicionProgress = {}): Suspicion {
  const edges = findOneOffEdges(transfers);
  const band = findAmountBand(transfers);
  const bandCount = countBand(transfers, band);
  const extra = bandCount.map((count) => bandEvidence * Math.log(1 + count));
  const graph = buildStrangerGraph(transfers, edges, band);
  let logOdds = rankLogOdds(add(scoreDensity(graph), extra));
  for (let round = 0; round < spreadRounds; round++) {
    signal?.throwIfAborted();
    logOdds = rankLogOdds(
      add(
        multiply(
          graph,
          logOdds.map((odds) => clip(odds, 0, 2)),
        ),
        extra,
      ),
    );
  }
  const rater = new EdgeRater(edges, transfers.accounts);
  let score: Float64Array = new Float64Array(transfers.accounts);
  for (let round = 0; round < windowRounds; round++) {
    signal?.throwIfAborted();
    report?.(round, windowRounds);
    rater.rate(logOdds.map((odds) => clip(odds, -1, 2)));
    score = accountScores(edges, rater.score, logOdds, extra);
    logOdds = rankLogOdds(score);
  }
  return { score, logOdds, edges, edgeScore: rater.score, edgeSums: rater.sums, bandCount };
}

const add = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + b[i]!);

function countBand({ count, accounts, from, to }: MoneyTransfers, band: Uint8Array): Float64Array {
  const counts = new Float64Array(accounts);
  for (let i = 0; i < count; i++) {
    if (!band[i]) continue;
    counts[from[i]!]! += 1;
    counts[to[i]!]! += 1;
  }
  return counts;
}

class EdgeRater {
  readonly score: Float64Array;
  readonly sums: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  private readonly edges: DirectedEdges;
  private readonly outgoing: ReturnType<typeof sortByTime>;
  private readonly incoming: ReturnType<typeof sortByTime>;

  constructor(edges: DirectedEdges, accounts: number) {
    this.edges = edges;
    this.outgoing = sortByTime(edges, accounts, "from");
    this.incoming = sortByTime(edges, accounts, "to");
    this.score = new Float64Array(edges.count);
    const sums = () => new Float64Array(edges.count);
    this.sums = [sums(), sums(), sums(), sums()];
  }

  /** worth: what each account counts for, −1 … 2. */
  rate(worth: Float64Array): void {
    const { from, to, day, count } = this.edges;
    const payees = sumAlong(this.outgoing, to, worth);
    const payers = sumAlong(this.incoming, from, worth);
    for (let e = 0; e < count; e++) {
      const [u, v, t] = [from[e]!, to[e]!, day[e]!];
      this.sums[0][e] = sumBetween(this.outgoing, payees, u, t - windowDays, t + windowDays) - worth[v]!;
      this.sums[1][e] = sumBetween(this.incoming, payers, v, t - windowDays, t + windowDays) - worth[u]!;
      this.sums[2][e] = sumBetween(this.incoming, payers, u, t - windowDays, t);
      this.sums[3][e] = sumBetween(this.outgoing, payees, v, t, t + windowDays);
      const [o0, o1, o2, o3] = this.sums.map((sum) => Math.log(1 + Math.max(sum[e]!, 0) / saturation)) as [number, number, number, number];
      this.score[e] = Math.max(o0 + o1 + passWeight * (o2 + o3) - edgeThreshold, 0);
    }
  }
}

function accountScores(edges: DirectedEdges, edgeScore: Float64Array, logOdds: Float64Array, extra: Float64Array): Float64Array {
  const out = new Float64Array(extra.length);
  const into = new Float64Array(extra.length);
  for (let e = 0; e < edges.count; e++) {
    out[edges.from[e]!]! += edgeScore[e]!;
    into[edges.to[e]!]! += edgeScore[e]!;
  }
  return extra.map((bonus, a) => Math.log(1 + out[a]!) + Math.log(1 + into[a]!) + rankWeight * clip(logOdds[a]!, -3, 2) + bonus);
}
