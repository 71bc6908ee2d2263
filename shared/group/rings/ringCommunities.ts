// Communities of the offender-side graph: Leiden, then communities whose ties to each other are a tenth of the smaller one are joined.
// Modularity alone cuts a ring into its series when there are few rings, and joins rings when there are many (Fortunato and Barthélemy 2007); a share does neither.
import type { Csr } from "../../graph/csr.ts";
import { leiden } from "../../graph/leiden.ts";
import type { GraphProgress } from "../../graph/progress.ts";

/** Ties of two communities ÷ all ties of the smaller one, where that alone joins them. */
const joinShare = 0.1;
/** The share that joins where different ones on both sides are tied: a common organiser's people, not one shared mule. */
const broadShare = 0.01;
const broadEnds = 2;

export function findCommunities(graph: Csr, seed = 1, progress: GraphProgress = {}): Int32Array {
  return joinCommunities(graph, leiden(graph, { seed }, progress));
}

/** What ties one community to another: weight, and who on its own side. */
interface Tie {
  weight: number;
  readonly ends: Set<number>;
}

interface Parts {
  readonly volume: number[];
  readonly ties: readonly Map<number, Tie>[];
}

function measureParts(graph: Csr, part: Int32Array): Parts {
  const count = part.reduce((most, p) => Math.max(most, p + 1), 0);
  const volume = new Array<number>(count).fill(0);
  const ties = Array.from({ length: count }, () => new Map<number, Tie>());
  for (let v = 0; v < graph.nodes; v++)
    for (let i = graph.outStart[v]!; i < graph.outStart[v + 1]!; i++) {
      const [p, q] = [part[v]!, part[graph.target[i]!]!];
      volume[p]! += graph.outWeight[i]!;
      if (p !== q) addTie(ties[p]!, q, graph.outWeight[i]!, [v]);
    }
  return { volume, ties };
}

function addTie(ties: Map<number, Tie>, to: number, weight: number, ends: Iterable<number>): void {
  const known = ties.get(to);
  if (known) {
    known.weight += weight;
    for (const end of ends) known.ends.add(end);
  } else ties.set(to, { weight, ends: new Set(ends) });
}

/** The share of the tie, 0 where it does not join. */
export function shareOf({ volume, ties }: Parts, p: number, q: number): number {
  const [one, other] = [ties[p]!.get(q)!, ties[q]!.get(p)!];
  const share = one.weight / Math.min(volume[p]!, volume[q]!);
  const isBroad = share >= broadShare && one.ends.size >= broadEnds && other.ends.size >= broadEnds;
  return share >= joinShare || isBroad ? share : 0;
}

/** The pair with the greatest share first, until none joins. Equal shares: the lower numbers. */
export function joinCommunities(graph: Csr, part: Int32Array): Int32Array {
  const parts = measureParts(graph, part);
  const { volume, ties } = parts;
  const into = volume.map((_, p) => p);
  const best = (): [number, number] | null => {
    let [found, most]: [[number, number] | null, number] = [null, 0];
    for (let p = 0; p < ties.length; p++)
      for (const q of ties[p]!.keys()) {
        const share = p < q ? shareOf(parts, p, q) : 0;
        if (share > most) [found, most] = [[p, q], share];
      }
    return found;
  };
  for (let pair = best(); pair !== null; pair = best()) {
    const [p, q] = pair;
    volume[p]! += volume[q]!;
    into[q] = p;
    for (const [r, { weight, ends }] of ties[q]!) {
      const back = ties[r]!.get(q)!;
      ties[r]!.delete(q);
      if (r === p) continue;
      addTie(ties[p]!, r, weight, ends);
      addTie(ties[r]!, p, back.weight, back.ends);
    }
    ties[q]!.clear();
  }
  const rootOf = (p: number): number => (into[p] === p ? p : rootOf(into[p]!));
  return part.map((p) => rootOf(p));
}
