// What a chart shows: nodes with places, links, what is switched off, the filter. And how it becomes the document that is kept.

import { type IdentityRecords, parseEntityRef } from "../model/entity.ts";
import type { Arrangement, ChartDocument, Draft, Grade, Group, Note } from "./document.ts";
import type { ChartElements, ChartLink, ChartNode } from "./elements.ts";
import { isCarried, plainArrangement } from "./marks.ts";

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A ghost stands for an entity that is no longer in the workspace: it keeps its place and says so. */
export interface ShownNode extends ChartNode {
  readonly ghost: boolean;
  /** A node that stands for an identity: its records, on the chart or not. */
  readonly records?: readonly string[];
}

export type ChartFilter = ChartDocument["filter"];

export interface ChartModel {
  readonly subject: string;
  readonly nodes: ReadonlyMap<string, ShownNode>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly links: ReadonlyMap<string, ChartLink>;
  readonly pinned: ReadonlySet<string>;
  /** Refs of nodes and ids of links that are switched off; they stay in place. */
  readonly disabled: ReadonlySet<string>;
  readonly filter: ChartFilter;
  /** What people made on the chart, by id; of a draft and a grade the id is that of its item. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly grades: ReadonlyMap<string, Grade>;
  readonly arrangement: Arrangement;
  /** Records that are one, to be drawn as one: what the workspace says today, no part of the document. */
  readonly identities: readonly IdentityRecords[];
}

export const openFilter: ChartFilter = { hiddenKinds: [], from: null, until: null };

export const emptyModel = (subject = ""): ChartModel => ({
  subject,
  nodes: new Map(),
  positions: new Map(),
  links: new Map(),
  pinned: new Set(),
  disabled: new Set(),
  filter: openFilter,
  drafts: new Map(),
  groups: new Map(),
  notes: new Map(),
  grades: new Map(),
  arrangement: plainArrangement,
  identities: [],
});

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = <T extends { readonly id: string }>(items: ReadonlyMap<string, T>): T[] =>
  [...items.values()].sort((a, b) => byText(a.id, b.id));

/** The document, in an order that does not depend on how the chart came to be. */
export function toDocument(model: ChartModel): ChartDocument {
  const nodes = [...model.positions]
    .map(([ref, at]) => ({ ref, x: at.x, y: at.y, ...(model.pinned.has(ref) ? { pinned: true } : {}) }))
    .sort((a, b) => byText(a.ref, b.ref));
  return {
    version: 1,
    nodes,
    links: [...model.links.keys()].sort(byText),
    filter: { ...model.filter, hiddenKinds: [...model.filter.hiddenKinds].sort(byText) },
    disabled: [...model.disabled].sort(byText),
    subject: model.subject,
    carried: [...model.links.values()].filter(isCarried).sort((a, b) => byText(a.id, b.id)),
    drafts: inOrder(model.drafts),
    groups: inOrder(model.groups),
    notes: inOrder(model.notes),
    grades: inOrder(model.grades),
    arrangement: model.arrangement,
    camera: null,
  };
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Links of an answer, and those that only the document knows; what was read anew comes first. */
export function knownLinks(
  { carried, drafts }: Pick<ChartDocument, "carried" | "drafts">,
  read: readonly ChartLink[],
): ReadonlyMap<string, ChartLink> {
  return new Map([...drafts.flatMap(({ link }) => link ?? []), ...carried, ...read].map((link) => [link.id, link]));
}

function ghostOf(ref: string): ShownNode {
  const { kind, key } = parseEntityRef(ref);
  return { ref, kind, subtype: "", label: key, note: "", firstAt: null, lastAt: null, ghost: true };
}

/** Nodes of an answer, and those that were drawn by hand. */
export function knownNodes({ drafts }: Pick<ChartDocument, "drafts">, read: readonly ChartNode[]): ReadonlyMap<string, ChartNode> {
  return new Map([...drafts.flatMap(({ node }) => node ?? []), ...read].map((node) => [node.ref, node]));
}

/** The node of a ref, or a ghost where nothing is known of it. */
export function shownNode(known: ReadonlyMap<string, ChartNode>, ref: string): ShownNode {
  const node = known.get(ref);
  return node === undefined ? ghostOf(ref) : { ...node, ghost: false };
}

/** A kept document with its facts read anew: withdrawn entities become ghosts, withdrawn links go, carried ones stay. */
export function fromDocument(document: ChartDocument, elements: ChartElements): ChartModel {
  const known = knownNodes(document, elements.nodes);
  const nodes = new Map<string, ShownNode>();
  const positions = new Map<string, Position>();
  for (const { ref, x, y } of document.nodes) {
    nodes.set(ref, shownNode(known, ref));
    positions.set(ref, { x, y });
  }
  const readable = knownLinks(document, elements.links);
  const links = document.links.flatMap((id) => readable.get(id) ?? []).filter((link) => nodes.has(link.from) && nodes.has(link.to));
  return {
    subject: document.subject,
    nodes,
    positions,
    links: byId(links),
    pinned: new Set(document.nodes.filter((node) => node.pinned === true).map((node) => node.ref)),
    disabled: new Set(document.disabled),
    filter: document.filter,
    drafts: byId(document.drafts),
    groups: byId(document.groups),
    notes: byId(document.notes),
    grades: byId(document.grades),
    arrangement: document.arrangement,
    identities: [],
  };
}

/** What of an answer is not on the chart yet; links only between nodes that will be there. */
export function newElements(model: ChartModel, elements: ChartElements): ChartElements {
  const nodes = elements.nodes.filter((node) => !model.nodes.has(node.ref));
  const there = new Set([...model.nodes.keys(), ...nodes.map((node) => node.ref)]);
  const links = elements.links.filter((link) => !model.links.has(link.id) && there.has(link.from) && there.has(link.to));
  return { nodes, links };
}
