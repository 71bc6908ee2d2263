// Bipartite: several payers and several payees that nearly all meet. From each edge the payees of its payer and the payers of its payee are peeled.
import { edgesBetween, type HotEdges } from "./hotEdges.ts";
import { type Candidate, candidate, type MotifFinder, scaleDays } from "./motif.ts";

const spans = [8, 20] as const;
/** Every account meets so much of the other side. */
const minDensity = 0.75;
const minSide = 2;
/** A side beyond this is a market, not a pattern; the earliest stay. */
const maxSide = 60;

export const findBipartite: MotifFinder = (hot, windowDays) => {
  const found = new Map<string, Candidate>();
  for (let seed = 0; seed < hot.count; seed++)
    for (const span of spans) {
      const edges = peel(hot, seed, scaleDays(span, windowDays));
      if (edges) found.set(edges.join(" "), candidate("bipartite", edges));
    }
  return [...found.values()];
};

function peel(hot: HotEdges, seed: number, span: number): number[] | null {
  const [low, high] = [hot.day[seed]! - span / 2, hot.day[seed]! + span / 2];
  const payees = new Set([...edgesBetween(hot.outgoing, hot.from[seed]!, low, high)].slice(0, maxSide).map((edge) => hot.to[edge]!));
  const payers = [...edgesBetween(hot.incoming, hot.to[seed]!, low, high)].slice(0, maxSide).map((edge) => hot.from[edge]!);
  let edges = payers.flatMap((payer) => [...edgesBetween(hot.outgoing, payer, low, high)].filter((edge) => payees.has(hot.to[edge]!)));
  for (;;) {
    const [left, right] = [countBy(edges, hot.from), countBy(edges, hot.to)];
    if (left.size < minSide || right.size < minSide) return null;
    const worst = findWorst(left, right);
    if (worst.share >= minDensity) return edges.sort((a, b) => a - b);
    edges = edges.filter((edge) => (worst.isLeft ? hot.from : hot.to)[edge] !== worst.account);
  }
}

function countBy(edges: readonly number[], end: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const edge of edges) counts.set(end[edge]!, (counts.get(end[edge]!) ?? 0) + 1);
  return counts;
}

function findWorst(left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>) {
  let worst = { account: -1, isLeft: true, share: Number.POSITIVE_INFINITY };
  for (const [side, other, isLeft] of [
    [left, right, true],
    [right, left, false],
  ] as const)
    for (const [account, count] of side) {
      const share = count / other.size;
      if (share < worst.share || (share === worst.share && account < worst.account)) worst = { account, isLeft, share };
    }
  return worst;
}
