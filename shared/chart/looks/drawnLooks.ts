// Looks of what is drawn for several: a collapsed group, people who are one, links that are combined. By what most of them have; of sizes and widths the largest.
import type { Drawn } from "../drawn/drawn.ts";
import { membersOf } from "../drawn/drawn.ts";
import type { Look, Looks } from "./applyLooks.ts";

/** The most frequent, of equally frequent ones the last in order: classes are ordered from weak to strong where they are numbers. */
function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1));
  return best?.[0];
}

const largest = (values: readonly (number | undefined)[]): number | undefined => {
  const told = values.flatMap((value) => value ?? []);
  return told.length === 0 ? undefined : Math.max(...told);
};

function together(looks: readonly Look[]): Look | null {
  if (looks.length === 0) return null;
  const colour = mostFrequent(looks.map((look) => look.colour));
  const icon = mostFrequent(looks.map((look) => look.icon));
  const size = largest(looks.map((look) => look.size));
  const width = largest(looks.map((look) => look.width));
  return {
    ...(colour === undefined ? {} : { colour }),
    ...(icon === undefined ? {} : { icon }),
    ...(size === undefined ? {} : { size }),
    ...(width === undefined ? {} : { width }),
  };
}

function withStandIns(known: ReadonlyMap<string, Look>, ids: Iterable<string>, standsFor: Drawn["standsFor"]): ReadonlyMap<string, Look> {
  const all = new Map(known);
  for (const id of ids) {
    if (!standsFor.has(id)) continue;
    const look = together(membersOf(standsFor, id).flatMap((member) => known.get(member) ?? []));
    if (look !== null) all.set(id, look);
  }
  return all;
}

export const drawnLooks = (looks: Looks, { nodes, links, standsFor }: Drawn): Looks =>
  standsFor.size === 0
    ? looks
    : { ...looks, nodes: withStandIns(looks.nodes, nodes.keys(), standsFor), links: withStandIns(looks.links, links.keys(), standsFor) };
