// The transfers among which patterns are looked for: the share of one-off pairs that look most suspicious. This keeps hubs from exploding.
import type { Suspicion } from "../suspicion/scoreSuspicion.ts";
import { findDay, sortByTime, type TimedAdjacency } from "../suspicion/timedAdjacency.ts";

/** Of many one-off pairs; of few all are looked at, so that nothing is missed where nothing explodes. */
const hotShare = 0.07;
const allBelow = 4_000;
const maxGain = 4;
const minGain = 0.1;

export interface HotEdges {
  readonly count: number;
  readonly accounts: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly day: Float64Array;
  /** Index of the transfer among those given. */
  readonly transfer: Int32Array;
  /** What an edge adds to the score of a pattern. */
  readonly gain: Float64Array;
  readonly outgoing: TimedAdjacency;
  readonly incoming: TimedAdjacency;
  /** One-off pairs that were left out. */
  readonly leftOut: number;
}

export function chooseHotEdges({ edges, edgeScore, logOdds }: Suspicion, accounts: number): HotEdges {
  const score = edgeScore.map((q, e) => q + Math.min(logOdds[edges.from[e]!]!, logOdds[edges.to[e]!]!, 2));
  const order = new Uint32Array(edges.count).map((_, e) => e).sort((a, b) => score[b]! - score[a]! || a - b);
  const count = edges.count <= allBelow ? edges.count : Math.max(allBelow, Math.ceil(edges.count * hotShare));
  const gainFloor = score[order[Math.min(order.length, Math.max(1, Math.ceil(edges.count * hotShare))) - 1] ?? 0] ?? 0;
  const chosen = [...order.subarray(0, count)].sort((a, b) => a - b);
  const hot = {
    count: chosen.length,
    from: Int32Array.from(chosen, (e) => edges.from[e]!),
    to: Int32Array.from(chosen, (e) => edges.to[e]!),
    day: Float64Array.from(chosen, (e) => edges.day[e]!),
    transfer: Int32Array.from(chosen, (e) => edges.transfer[e]!),
    gain: Float64Array.from(chosen, (e) => Math.max(0, Math.min(score[e]! - gainFloor, maxGain)) + minGain),
  };
  return {
    ...hot,
    accounts,
    outgoing: sortByTime(hot, accounts, "from"),
    incoming: sortByTime(hot, accounts, "to"),
    leftOut: edges.count - chosen.length,
  };
}

/** Edges of one account with day in [from, until], by day. */
export function edgesBetween({ start, edge, day }: TimedAdjacency, account: number, from: number, until: number): Int32Array {
  const low = findDay(day, start[account]!, start[account + 1]!, from, false);
  return edge.subarray(low, findDay(day, low, start[account + 1]!, until, true));
}

export const edgesOfAccount = ({ start, edge }: TimedAdjacency, account: number): Int32Array =>
  edge.subarray(start[account]!, start[account + 1]!);
