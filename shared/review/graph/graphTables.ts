// A chart as tables: its entities with their places, its links with both ends told.
import type { Say } from "../paper/say.ts";
import type { Table, TableColumn } from "../paper/table.ts";
import type { ExportGraph, ExportLink, ExportNode } from "./exportGraph.ts";

export interface TableWords {
  readonly say: Say;
  readonly kindWord: (kind: string) => string;
  readonly linkWord: (kind: string) => string;
}

type Column<Item> = readonly [heading: string, width: number, value: (item: Item) => string, align?: TableColumn["align"]];

function tableOf<Item>(columns: readonly Column<Item>[], items: readonly Item[], say: Say): Table {
  return {
    columns: columns.map(([heading, width, , align = "left"]) => ({ heading: say(heading), width, align })),
    rows: items.map((item) => columns.map(([, , value]) => value(item))),
  };
}

const clock = (iso: string): string => iso.slice(0, 19).replace("T", " ");

export function nodeTable({ nodes }: ExportGraph, { say, kindWord }: TableWords): Table {
  const columns: readonly Column<ExportNode>[] = [
    ["export.column.kind", 6, ({ kind }) => kindWord(kind)],
    ["export.column.key", 14, ({ key }) => key],
    ["export.column.label", 12, ({ label }) => label],
    ["export.column.note", 12, ({ note }) => note],
    ["export.column.first", 10, ({ firstAt }) => clock(firstAt)],
    ["export.column.last", 10, ({ lastAt }) => clock(lastAt)],
    ["export.column.disabled", 4, ({ isDisabled }) => (isDisabled ? "1" : ""), "centre"],
    ["export.column.x", 5, ({ x }) => String(Math.round(x)), "right"],
    ["export.column.y", 5, ({ y }) => String(Math.round(y)), "right"],
  ];
  return tableOf(columns, nodes, say);
}

export function linkTable({ nodes, links }: ExportGraph, { say, kindWord, linkWord }: TableWords): Table {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const end = (id: string) => byId.get(id)!;
  const columns: readonly Column<ExportLink>[] = [
    ["export.column.fromKind", 6, ({ from }) => kindWord(end(from).kind)],
    ["export.column.from", 14, ({ from }) => end(from).key || end(from).label],
    ["export.column.fromLabel", 10, ({ from }) => end(from).label],
    ["export.column.link", 6, ({ kind }) => linkWord(kind)],
    ["export.column.toKind", 6, ({ to }) => kindWord(end(to).kind)],
    ["export.column.to", 14, ({ to }) => end(to).key || end(to).label],
    ["export.column.toLabel", 10, ({ to }) => end(to).label],
    ["export.column.count", 5, ({ count }) => String(count), "right"],
    ["export.column.sum", 8, ({ sum }) => sum, "right"],
    ["export.column.first", 10, ({ firstAt }) => clock(firstAt)],
    ["export.column.last", 10, ({ lastAt }) => clock(lastAt)],
    ["export.column.unconfirmed", 5, ({ isConfirmed }) => (isConfirmed ? "" : "1"), "centre"],
    ["export.column.disabled", 4, ({ isDisabled }) => (isDisabled ? "1" : ""), "centre"],
  ];
  return tableOf(columns, links, say);
}

/** The links, and every entity without one in a row of its own, so that one table holds all of the chart. */
export function edgeTable(graph: ExportGraph, words: TableWords): Table {
  const table = linkTable(graph, words);
  const linked = new Set(graph.links.flatMap(({ from, to }) => [from, to]));
  const alone = graph.nodes.filter(({ id }) => !linked.has(id));
  const blanks = table.columns.length - 3;
  const rows = alone.map(({ kind, key, label }) => [words.kindWord(kind), key || label, label, ...new Array<string>(blanks).fill("")]);
  return { ...table, rows: [...table.rows, ...rows] };
}
