// What a chart shows: nodes with places, links, what is switched off, the filter. And how it becomes the document that is kept.

import { parseEntityRef } from "../model/entity.ts";
import type { ChartDocument } from "./calls.ts";
import type { ChartElements, ChartLink, ChartNode } from "./elements.ts";

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A ghost stands for an entity that is no longer in the workspace: it keeps its place and says so. */
export interface ShownNode extends ChartNode {
  readonly ghost: boolean;
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
});

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
  };
}

function ghostOf(ref: string): ShownNode {
  const { kind, key } = parseEntityRef(ref);
  return { ref, kind, subtype: "", label: key, note: "", firstAt: null, lastAt: null, ghost: true };
}

/** A kept document with its facts read anew: withdrawn entities become ghosts, withdrawn links go. */
export function fromDocument(document: ChartDocument, elements: ChartElements): ChartModel {
  const known = new Map(elements.nodes.map((node) => [node.ref, node]));
  const shown = new Set(document.links);
  const nodes = new Map<string, ShownNode>();
  const positions = new Map<string, Position>();
  for (const { ref, x, y } of document.nodes) {
    const node = known.get(ref);
    nodes.set(ref, node === undefined ? ghostOf(ref) : { ...node, ghost: false });
    positions.set(ref, { x, y });
  }
  const links = elements.links.filter((link) => shown.has(link.id) && nodes.has(link.from) && nodes.has(link.to));
  return {
    subject: document.subject,
    nodes,
    positions,
    links: new Map(links.map((link) => [link.id, link])),
    pinned: new Set(document.nodes.filter((node) => node.pinned === true).map((node) => node.ref)),
    disabled: new Set(document.disabled),
    filter: document.filter,
  };
}

/** What of an answer is not on the chart yet; links only between nodes that will be there. */
export function newElements(model: ChartModel, elements: ChartElements): ChartElements {
  const nodes = elements.nodes.filter((node) => !model.nodes.has(node.ref));
  const there = new Set([...model.nodes.keys(), ...nodes.map((node) => node.ref)]);
  const links = elements.links.filter((link) => !model.links.has(link.id) && there.has(link.from) && there.has(link.to));
  return { nodes, links };
}
