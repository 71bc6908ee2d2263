// A chart as GraphML (graphml.graphdrawing.org, 1.0): every property under its name, places as x and y.
import { element, escapeXml } from "../../chart/xmlText.ts";
import type { ExportGraph, ExportLink, ExportNode } from "./exportGraph.ts";

type Value = string | number | boolean;
type Field<Item> = readonly [name: string, type: "string" | "double" | "int" | "boolean", value: (item: Item) => Value];

const nodeFields: readonly Field<ExportNode>[] = [
  ["kind", "string", ({ kind }) => kind],
  ["caseweave.kind", "string", ({ kind }) => kind],
  ["key", "string", ({ key }) => key],
  ["subtype", "string", ({ subtype }) => subtype],
  ["label", "string", ({ label }) => label],
  ["note", "string", ({ note }) => note],
  ["x", "double", ({ x }) => x],
  ["y", "double", ({ y }) => y],
  ["firstAt", "string", ({ firstAt }) => firstAt],
  ["lastAt", "string", ({ lastAt }) => lastAt],
  ["disabled", "boolean", ({ isDisabled }) => isDisabled],
  ["grade 1", "string", ({ grade }) => grade.source],
  ["grade 2", "string", ({ grade }) => grade.information],
  ["grade 3", "string", ({ grade }) => grade.handling],
];

const linkFields: readonly Field<ExportLink>[] = [
  ["kind", "string", ({ kind }) => kind],
  ["count", "int", ({ count }) => count],
  ["sum", "string", ({ sum }) => sum],
  ["firstAt", "string", ({ firstAt }) => firstAt],
  ["lastAt", "string", ({ lastAt }) => lastAt],
  ["confirmed", "boolean", ({ isConfirmed }) => isConfirmed],
  ["disabled", "boolean", ({ isDisabled }) => isDisabled],
  ["grade 1", "string", ({ grade }) => grade.source],
  ["grade 2", "string", ({ grade }) => grade.information],
  ["grade 3", "string", ({ grade }) => grade.handling],
];

const keys = <Item>(fields: readonly Field<Item>[], owner: "node" | "edge"): string[] =>
  fields.map(([name, type]) =>
    element("key", { id: `${owner}-${name.replace(" ", "-")}`, for: owner, "attr.name": name, "attr.type": type }),
  );

const data = <Item>(fields: readonly Field<Item>[], owner: "node" | "edge", item: Item): string =>
  fields
    .map(([name, , value]) => [name, value(item)] as const)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => element("data", { key: `${owner}-${name.replace(" ", "-")}` }, escapeXml(String(value))))
    .join("");

export function writeGraphml({ title, nodes, links }: ExportGraph): string {
  const edges = links.map((link) => {
    const ends = { id: link.id, source: link.from, target: link.to, directed: String(link.directed) };
    return element("edge", ends, data(linkFields, "edge", link));
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys(nodeFields, "node"),
    ...keys(linkFields, "edge"),
    `<graph id="G" edgedefault="undirected"><desc>${escapeXml(title)}</desc>`,
    ...nodes.map((node) => element("node", { id: node.id }, data(nodeFields, "node", node))),
    ...edges,
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}
