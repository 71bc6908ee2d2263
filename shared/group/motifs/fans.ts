// Fan-out and fan-in: at least three payees or payers of one account within a window, without a long pause.
import { edgesOfAccount, type HotEdges } from "./hotEdges.ts";
import { type Candidate, candidate, type MotifFinder, scaleDays } from "./motif.ts";

const minFan = 3;
const spans = [10, 20] as const;
const pause = 7;

export const findFans: MotifFinder = (hot, windowDays) => {
  const found: Candidate[] = [];
  for (let account = 0; account < hot.accounts; account++)
    for (const [kind, adjacency] of [
      ["fan-out", hot.outgoing],
      ["fan-in", hot.incoming],
    ] as const) {
      const edges = edgesOfAccount(adjacency, account);
      if (edges.length < minFan) continue;
      for (const span of spans)
        for (const run of cutRuns(hot, edges, scaleDays(span, windowDays), scaleDays(pause, windowDays)))
          if (run.length >= minFan) found.push(candidate(kind, run));
    }
  return found;
};

/** Maximal runs of edges that last at most `span` and never pause longer than `pause`. */
export function cutRuns({ day }: Pick<HotEdges, "day">, edges: Int32Array, span: number, longest: number): Int32Array[] {
  const runs: Int32Array[] = [];
  let lastEnd = 0;
  for (let start = 0; start < edges.length; start++) {
    let end = start + 1;
    while (end < edges.length && day[edges[end]!]! - day[edges[start]!]! <= span && day[edges[end]!]! - day[edges[end - 1]!]! <= longest)
      end += 1;
    if (end > lastEnd) runs.push(edges.subarray(start, end));
    lastEnd = Math.max(lastEnd, end);
  }
  return runs;
}
