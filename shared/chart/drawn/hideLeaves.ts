// Hides what hangs on the chart by one neighbour only; cases, what is pinned and what stands alone stay.
import type { DrawStep } from "./drawn.ts";

export const hideLeaves: DrawStep = (drawn, model) => {
  if (!model.arrangement.leafless) return drawn;
  const neighbours = new Map<string, Set<string>>();
  const note = (ref: string, other: string) => void (neighbours.get(ref)?.add(other) ?? neighbours.set(ref, new Set([other])));
  for (const { from, to } of drawn.links.values()) {
    note(from, to);
    note(to, from);
  }
  const isLeaf = (ref: string, kind: string) => kind !== "case" && !model.pinned.has(ref) && neighbours.get(ref)?.size === 1;
  const nodes = new Map([...drawn.nodes].filter(([ref, node]) => !isLeaf(ref, node.kind)));
  return {
    ...drawn,
    nodes,
    positions: new Map([...drawn.positions].filter(([ref]) => nodes.has(ref))),
    links: new Map([...drawn.links].filter(([, link]) => nodes.has(link.from) && nodes.has(link.to))),
  };
};
