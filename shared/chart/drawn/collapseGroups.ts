// Collapsed groups: one node in the middle of where the members stand; links to the outside run to it, one for each other end, kind and direction.
import type { ChartLink } from "../elements.ts";
import type { ShownNode } from "../graphModel.ts";
import { type DrawStep, mergeLinks } from "./drawn.ts";

export const groupRef = (id: string): string => `group:${id}`;

function groupNode(ref: string, label: string, members: readonly ShownNode[]): ShownNode {
  const times = members.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]).filter((at) => at !== null);
  return {
    ...{ ref, kind: "group", subtype: "", label, note: `×${members.length}`, ghost: false },
    firstAt: times.length === 0 ? null : Math.min(...times),
    lastAt: times.length === 0 ? null : Math.max(...times),
  };
}

const outwardKey = (link: ChartLink): string => [link.from, link.to, link.kind, link.directed].join("\n");

export const collapseGroups: DrawStep = (drawn, model) => {
  const home = new Map<string, string>();
  const nodes = new Map(drawn.nodes);
  const positions = new Map(drawn.positions);
  const standsFor = new Map(drawn.standsFor);
  for (const { id, label, entities, isCollapsed } of model.groups.values()) {
    const members = isCollapsed ? entities.filter((ref) => nodes.has(ref) && !home.has(ref)) : [];
    if (members.length === 0) continue;
    const ref = groupRef(id);
    const places = members.map((member) => positions.get(member)!);
    const shown = members.map((member) => nodes.get(member)!);
    for (const member of members) {
      home.set(member, ref);
      nodes.delete(member);
      positions.delete(member);
    }
    nodes.set(ref, groupNode(ref, label, shown));
    const middle = (pick: (place: { x: number; y: number }) => number) =>
      Math.round(places.reduce((sum, place) => sum + pick(place), 0) / places.length);
    positions.set(ref, { x: middle((place) => place.x), y: middle((place) => place.y) });
    standsFor.set(ref, members);
  }
  if (home.size === 0) return drawn;
  const inside = (ref: string): string => home.get(ref) ?? ref;
  const links = new Map<string, ChartLink>();
  const outward: ChartLink[] = [];
  for (const link of drawn.links.values()) {
    const moved = { ...link, from: inside(link.from), to: inside(link.to) };
    if (moved.from === moved.to) continue;
    if (moved.from === link.from && moved.to === link.to) links.set(link.id, link);
    else outward.push(moved);
  }
  for (const [key, group] of Map.groupBy(outward, outwardKey)) {
    const merged = mergeLinks(`group|${key.replaceAll("\n", "|")}`, group, group[0]!);
    links.set(merged.id, merged);
    standsFor.set(
      merged.id,
      group.map((link) => link.id),
    );
  }
  return { nodes, positions, links, standsFor };
};
