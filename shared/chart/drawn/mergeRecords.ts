// Records that are one person (or thing) drawn as one node, where the first of them stands. The model keeps the records, so un-merging, or looking
// at records, draws every node and link where it was.
import type { IdentityRecords } from "../../model/entity.ts";
import type { ChartLink } from "../elements.ts";
import type { ShownNode } from "../graphModel.ts";
import { type DrawStep, mergeLinks } from "./drawn.ts";

const identityPrefix = "identity:";
export const identityNode = (ref: string): string => `${identityPrefix}${ref}`;

const least = (times: readonly (number | null)[]) => times.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
const most = (times: readonly (number | null)[]) => times.reduce((a, b) => (a === null ? b : b === null ? a : Math.max(a, b)), null);

const mergedNode = (ref: string, shown: readonly ShownNode[], records: readonly string[]): ShownNode => ({
  ...shown[0]!,
  ref,
  records,
  firstAt: least(shown.map(({ firstAt }) => firstAt)),
  lastAt: most(shown.map(({ lastAt }) => lastAt)),
});

const sameKey = (link: ChartLink): string => {
  const ends = link.directed || link.from < link.to ? [link.from, link.to] : [link.to, link.from];
  return [...ends, link.kind, link.directed].join("\n");
};

export const mergeRecords: DrawStep = (drawn, model) => {
  if (model.identities.length === 0) return drawn;
  const home = new Map<string, string>();
  const [nodes, positions, standsFor] = [new Map(drawn.nodes), new Map(drawn.positions), new Map(drawn.standsFor)];
  for (const { refs } of model.identities) {
    const here = refs.filter((ref) => drawn.nodes.has(ref));
    const [first] = here;
    if (first === undefined || refs.length < 2) continue;
    const shown = here.map((ref) => drawn.nodes.get(ref)!);
    if (here.length === 1) {
      nodes.set(first, { ...shown[0]!, records: refs });
      continue;
    }
    const ref = identityNode(first);
    for (const record of here) {
      home.set(record, ref);
      nodes.delete(record);
      positions.delete(record);
    }
    nodes.set(ref, mergedNode(ref, shown, refs));
    positions.set(ref, drawn.positions.get(first)!);
    standsFor.set(ref, here);
  }
  const { links, parts } = redirect(drawn.links, home);
  for (const [id, members] of parts) standsFor.set(id, members);
  return { nodes, positions, links, standsFor };
};

/** Links of the records run to their identity, one for each other end, kind and direction; between records of one identity none is drawn. */
function redirect(all: ReadonlyMap<string, ChartLink>, home: ReadonlyMap<string, string>) {
  const links = new Map<string, ChartLink>();
  const moved: ChartLink[] = [];
  for (const link of all.values()) {
    const [from, to] = [home.get(link.from) ?? link.from, home.get(link.to) ?? link.to];
    if (from === link.from && to === link.to) links.set(link.id, link);
    else if (from !== to) moved.push({ ...link, from, to });
  }
  const parts = new Map<string, readonly string[]>();
  for (const [key, same] of Map.groupBy(moved, sameKey)) {
    const id = `${identityPrefix}${key.replaceAll("\n", "|")}`;
    const link = mergeLinks(id, same, same[0]!);
    // Bits of evidence between the same two are not added: the stronger stands.
    const strongest = Math.max(...same.map(({ sum }) => sum ?? Number.NEGATIVE_INFINITY));
    links.set(id, link.kind === "evidence" && link.sum !== null ? { ...link, sum: strongest } : link);
    parts.set(
      id,
      same.map((one) => one.id),
    );
  }
  return { links, parts };
}

/** The records that a record is drawn with, itself first; only itself where records are looked at. */
export const drawnWith = (identities: readonly IdentityRecords[], ref: string): readonly string[] => [
  ref,
  ...(identities.find(({ refs }) => refs.includes(ref))?.refs.filter((other) => other !== ref) ?? []),
];

/** The one that is meant where all of these are drawn as one; null where they are several. */
export function meantByAll(identities: readonly IdentityRecords[], refs: readonly string[]): string | null {
  const [first] = refs;
  if (first === undefined) return null;
  const records = drawnWith(identities, first);
  return refs.every((ref) => records.includes(ref)) ? first : null;
}

/** The record whose place a drawn node has. */
export const recordOf = (drawnId: string): string => (drawnId.startsWith(identityPrefix) ? drawnId.slice(identityPrefix.length) : drawnId);
