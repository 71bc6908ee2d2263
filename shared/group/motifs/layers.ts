// Two layers in time order: payers → middle accounts → payees. The sizes of the three layers name the kind.
import { edgesBetween, type HotEdges } from "./hotEdges.ts";
import { type Candidate, candidate, type MotifFinder, type MotifKind, scaleDays } from "./motif.ts";

/** Days before and after the split in which money comes in and goes out. */
const windows = [
  [12, 12],
  [6, 12],
  [12, 6],
  [12, 3],
] as const;
/** Middles beyond this are a market; the earliest stay. */
const maxMiddles = 60;

export const findLayers: MotifFinder = (hot, windowDays) => {
  const found = new Map<string, Candidate>();
  for (let middle = 0; middle < hot.accounts; middle++)
    for (const split of splitsOf(hot, middle))
      for (const [before, after] of windows) {
        const layers = spread(hot, middle, split, scaleDays(before, windowDays), scaleDays(after, windowDays));
        if (layers) found.set(`${layers.kind} ${layers.edges.join(" ")}`, layers);
      }
  return [...found.values()];
};

/** Days on which the account received: each could be the moment between in and out. */
function splitsOf({ incoming, outgoing }: HotEdges, account: number): number[] {
  if (outgoing.start[account] === outgoing.start[account + 1]) return [];
  return [...new Set(incoming.day.subarray(incoming.start[account]!, incoming.start[account + 1]!))];
}

function spread(hot: HotEdges, middle: number, split: number, before: number, after: number): Candidate | null {
  const own = {
    into: edgesBetween(hot.incoming, middle, split - before, split),
    out: edgesBetween(hot.outgoing, middle, split, split + after),
  };
  if (own.into.length === 0 || own.out.length === 0) return null;
  const payers = new Set([...own.into].map((edge) => hot.from[edge]!));
  const payees = new Set([...own.out].map((edge) => hot.to[edge]!));
  const edges: number[] = [...own.into, ...own.out];
  const middles = new Set([middle]);
  for (const other of listMiddles(hot, payers, split - before, split)) {
    if (middles.has(other) || payers.has(other) || payees.has(other)) continue;
    const into = [...edgesBetween(hot.incoming, other, split - before, split)].filter((edge) => payers.has(hot.from[edge]!));
    const out = [...edgesBetween(hot.outgoing, other, split, split + after)].filter((edge) => payees.has(hot.to[edge]!));
    if (into.length === 0 || out.length === 0) continue;
    middles.add(other);
    edges.push(...into, ...out);
  }
  const kind = nameLayers(payers.size, middles.size, payees.size);
  return kind === null ? null : candidate(kind, edges);
}

function listMiddles(hot: HotEdges, payers: ReadonlySet<number>, from: number, until: number): number[] {
  const middles = new Set<number>();
  for (const payer of payers) for (const edge of edgesBetween(hot.outgoing, payer, from, until)) middles.add(hot.to[edge]!);
  return [...middles].slice(0, maxMiddles);
}

export function nameLayers(payers: number, middles: number, payees: number): MotifKind | null {
  if (payers === 1 && payees === 1) return middles >= 2 ? "scatter-gather" : null;
  if (middles >= 3 && middles >= payers && middles >= payees) return "scatter-gather";
  if (payers > middles && payees <= Math.min(middles, 2)) return "stack";
  if (middles > 1) return payers >= 2 && payees >= 2 ? "stack" : null;
  return payers + payees >= 3 ? "gather-scatter" : null;
}
