// A chart as GEXF 1.3 (gexf.net): places and colours as viz, times as start and end, everything else as attributes.
import { element, escapeXml } from "../../chart/xmlText.ts";
import type { ExportGraph, ExportLink, ExportNode } from "./exportGraph.ts";

type Field<Item> = readonly [title: string, value: (item: Item) => string];

const nodeFields: readonly Field<ExportNode>[] = [
  ["kind", ({ kind }) => kind],
  ["caseweave.kind", ({ kind }) => kind],
  ["key", ({ key }) => key],
  ["subtype", ({ subtype }) => subtype],
  ["note", ({ note }) => note],
  ["disabled", ({ isDisabled }) => (isDisabled ? "true" : "")],
  ["grade 1", ({ grade }) => grade.source],
  ["grade 2", ({ grade }) => grade.information],
  ["grade 3", ({ grade }) => grade.handling],
];

const linkFields: readonly Field<ExportLink>[] = [
  ["count", ({ count }) => String(count)],
  ["sum", ({ sum }) => sum],
  ["unconfirmed", ({ isConfirmed }) => (isConfirmed ? "" : "true")],
  ["disabled", ({ isDisabled }) => (isDisabled ? "true" : "")],
  ["grade 1", ({ grade }) => grade.source],
  ["grade 2", ({ grade }) => grade.information],
  ["grade 3", ({ grade }) => grade.handling],
];

const declare = <Item>(fields: readonly Field<Item>[], owner: "node" | "edge"): string =>
  element(
    "attributes",
    { class: owner, mode: "static" },
    fields.map(([title], id) => element("attribute", { id, title, type: "string" })).join(""),
  );

function values<Item>(fields: readonly Field<Item>[], item: Item): string {
  const told = fields.flatMap(([, value], id) => (value(item) === "" ? [] : element("attvalue", { for: id, value: value(item) })));
  return told.length === 0 ? "" : element("attvalues", {}, told.join(""));
}

const times = ({ firstAt, lastAt }: { readonly firstAt: string; readonly lastAt: string }) => ({
  start: firstAt || undefined,
  end: lastAt || undefined,
});

const channels = (colour: string) => ({
  r: Number.parseInt(colour.slice(1, 3), 16),
  g: Number.parseInt(colour.slice(3, 5), 16),
  b: Number.parseInt(colour.slice(5, 7), 16),
});

/** `colourOf`: of a kind, `#RRGGBB`. The y axis of GEXF points up. */
export function writeGexf({ title, nodes, links }: ExportGraph, colourOf: (kind: string) => string): string {
  const nodeXml = nodes.map((node) => {
    const viz = [element("viz:position", { x: node.x, y: -node.y, z: 0 }), element("viz:color", channels(colourOf(node.kind)))];
    return element("node", { id: node.id, label: node.label, ...times(node) }, values(nodeFields, node) + viz.join(""));
  });
  const edgeXml = links.map((link) => {
    const head = { id: link.id, source: link.from, target: link.to, type: link.directed ? "directed" : "undirected", kind: link.kind };
    return element("edge", { ...head, label: link.kind, weight: link.count, ...times(link) }, values(linkFields, link));
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>Caseweave</creator><description>${escapeXml(title)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static" timeformat="dateTime">',
    declare(nodeFields, "node"),
    declare(linkFields, "edge"),
    `<nodes>\n${nodeXml.join("\n")}\n</nodes>`,
    `<edges>\n${edgeXml.join("\n")}\n</edges>`,
    "</graph>",
    "</gexf>",
    "",
  ].join("\n");
}
