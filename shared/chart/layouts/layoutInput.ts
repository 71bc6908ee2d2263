// What a layout is given and how its answer is put together: numbers only, so that it crosses to a worker cheaply.
import type { ChartModel } from "../graphModel.ts";
import { packPositions } from "../operations.ts";

export interface LayoutInput {
  /** Sorted; index i of every other array is refs[i]. */
  readonly refs: readonly string[];
  readonly kinds: readonly string[];
  readonly positions: Float64Array;
  readonly pinned: Uint8Array;
  /** Links as indices into refs. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly linkKinds: readonly string[];
  /** First time of each node, ms; NaN when timeless. */
  readonly times: Float64Array;
  /** The one in the middle of a radial layout; −1: the one with most neighbours. */
  readonly centre: number;
}

/** x, y of each node in the order of `refs`. */
export type Places = Float64Array;

/** The chart, or the part of it that `only` names, as numbers. */
export function layoutInput(model: ChartModel, only?: ReadonlySet<string>, centre?: string): LayoutInput {
  const refs = [...model.nodes.keys()].filter((ref) => only === undefined || only.has(ref)).sort();
  const index = new Map(refs.map((ref, i) => [ref, i]));
  const links = [...model.links.values()]
    .filter((link) => index.has(link.from) && index.has(link.to))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    refs,
    kinds: refs.map((ref) => model.nodes.get(ref)!.kind),
    positions: packPositions(refs.map((ref) => model.positions.get(ref) ?? { x: 0, y: 0 })),
    pinned: Uint8Array.from(refs, (ref) => (model.pinned.has(ref) ? 1 : 0)),
    from: Uint32Array.from(links, (link) => index.get(link.from)!),
    to: Uint32Array.from(links, (link) => index.get(link.to)!),
    linkKinds: links.map((link) => link.kind),
    times: Float64Array.from(refs, (ref) => model.nodes.get(ref)!.firstAt ?? Number.NaN),
    centre: centre === undefined ? -1 : (index.get(centre) ?? -1),
  };
}

/** Neighbours of each node, both directions, as lists of indices. */
export function adjacencyOf(input: LayoutInput): readonly (readonly number[])[] {
  const lists: number[][] = input.refs.map(() => []);
  input.from.forEach((from, i) => {
    const to = input.to[i]!;
    if (from === to) return;
    lists[from]!.push(to);
    lists[to]!.push(from);
  });
  return lists;
}

/** The same picture with its middle at (0, 0). */
export function centred(places: Places): Places {
  const count = places.length / 2;
  if (count === 0) return places;
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (let i = 0; i < places.length; i++) {
    low[i % 2] = Math.min(low[i % 2]!, places[i]!);
    high[i % 2] = Math.max(high[i % 2]!, places[i]!);
  }
  return places.map((value, i) => Math.round(value - (low[i % 2]! + high[i % 2]!) / 2));
}
