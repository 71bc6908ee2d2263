// Condenses chains: entities that only stand between two others become one link with the number of what it passes; cases and pinned nodes stay.
import type { ChartLink } from "../elements.ts";
import type { ChartModel } from "../graphModel.ts";
import { type Drawn, type DrawStep, mergeLinks } from "./drawn.ts";

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, readonly ChartLink[]>>;

function neighboursOf(drawn: Drawn): Neighbours {
  const all = new Map<string, Map<string, ChartLink[]>>();
  const note = (ref: string, other: string, link: ChartLink) => {
    const own = all.get(ref) ?? new Map<string, ChartLink[]>();
    all.set(ref, own);
    own.set(other, [...(own.get(other) ?? []), link]);
  };
  for (const link of drawn.links.values()) {
    if (link.from === link.to) continue;
    note(link.from, link.to, link);
    note(link.to, link.from, link);
  }
  return all;
}

interface Chain {
  readonly ends: readonly [string, string];
  readonly passed: readonly string[];
  readonly links: readonly ChartLink[];
}

/** From a passing node in both directions until something stays; null where the chain closes on itself. */
function chainThrough(start: string, neighbours: Neighbours, isPassing: (ref: string) => boolean): Chain | null {
  const passed = [start];
  const links: ChartLink[] = [];
  const ends = [...neighbours.get(start)!.keys()].map((first, side) => {
    let [before, at] = [start, first];
    for (;;) {
      links.push(...neighbours.get(before)!.get(at)!);
      if (!isPassing(at) || at === start) return at;
      if (side === 0) passed.unshift(at);
      else passed.push(at);
      const next = [...neighbours.get(at)!.keys()].find((other) => other !== before)!;
      [before, at] = [at, next];
    }
  });
  return ends.includes(start) || ends[0] === ends[1] ? null : { ends: [ends[0]!, ends[1]!], passed, links };
}

function chainsOf(drawn: Drawn, model: ChartModel): readonly Chain[] {
  const neighbours = neighboursOf(drawn);
  const isPassing = (ref: string): boolean =>
    drawn.nodes.get(ref)?.kind !== "case" && !model.pinned.has(ref) && neighbours.get(ref)?.size === 2;
  const seen = new Set<string>();
  return [...drawn.nodes.keys()].filter(isPassing).flatMap((ref) => {
    if (seen.has(ref)) return [];
    const chain = chainThrough(ref, neighbours, isPassing);
    for (const one of chain?.passed ?? [ref]) seen.add(one);
    return chain ?? [];
  });
}

export const condenseChains: DrawStep = (drawn, model) => {
  if (!model.arrangement.condensed) return drawn;
  const chains = chainsOf(drawn, model);
  const nodes = new Map(drawn.nodes);
  const positions = new Map(drawn.positions);
  const links = new Map(drawn.links);
  const standsFor = new Map(drawn.standsFor);
  for (const { ends, passed, links: parts } of chains) {
    for (const ref of passed) {
      nodes.delete(ref);
      positions.delete(ref);
    }
    for (const { id } of parts) links.delete(id);
    const id = `chain|${passed.join("|")}`;
    const merged = mergeLinks(id, parts, { from: ends[0], to: ends[1] });
    links.set(id, { ...merged, from: ends[0], to: ends[1], kind: "chain", directed: false, count: passed.length, sum: null });
    standsFor.set(id, [...passed, ...parts.map((part) => part.id)]);
  }
  return { nodes, positions, links, standsFor };
};
