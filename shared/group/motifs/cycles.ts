// Cycles: transfers in time order that lead back to their start. A beam keeps the paths that gain most.
import { edgesBetween, type HotEdges } from "./hotEdges.ts";
import { type Candidate, candidate, type MotifFinder, scaleDays } from "./motif.ts";

const beam = 60;
const pause = 10;
const span = 24;
const lengths = { least: 3, most: 12 } as const;

interface Path {
  readonly edges: readonly number[];
  readonly gain: number;
}

export const findCycles: MotifFinder = (hot, windowDays) => {
  const found = new Map<string, Candidate>();
  for (let first = 0; first < hot.count; first++)
    for (const edges of followFrom(hot, first, scaleDays(pause, windowDays), scaleDays(span, windowDays))) {
      const cycle = candidate("cycle", edges);
      found.set(cycle.edges.join(" "), cycle);
    }
  return [...found.values()];
};

function followFrom(hot: HotEdges, first: number, longestPause: number, longest: number): number[][] {
  const cycles: number[][] = [];
  const home = hot.from[first]!;
  let paths: Path[] = [{ edges: [first], gain: hot.gain[first]! }];
  for (let length = 2; length <= lengths.most && paths.length > 0; length++) {
    const next: Path[] = [];
    for (const path of paths)
      for (const edge of nextEdges(hot, path, longestPause, hot.day[first]! + longest)) {
        const grown = { edges: [...path.edges, edge], gain: path.gain + hot.gain[edge]! };
        if (hot.to[edge] !== home) next.push(grown);
        else if (length >= lengths.least) cycles.push(grown.edges);
      }
    paths = next.sort((a, b) => b.gain - a.gain || a.edges[a.edges.length - 1]! - b.edges[b.edges.length - 1]!).slice(0, beam);
  }
  return cycles;
}

/** Edges that go on from a path's end in time, to an account that it has not met; its start closes it. */
function nextEdges(hot: HotEdges, { edges }: Path, longestPause: number, end: number): number[] {
  const last = edges[edges.length - 1]!;
  const met = new Set(edges.map((edge) => hot.to[edge]!));
  const until = Math.min(hot.day[last]! + longestPause, end);
  return [...edgesBetween(hot.outgoing, hot.to[last]!, hot.day[last]!, until)].filter((edge) => !met.has(hot.to[edge]!));
}
