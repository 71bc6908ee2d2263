// Files that are graphs by their headings: neo4j-admin nodes and relationships, plain edge lists.

import { columnAddress, normaliseHeading } from "../heading.ts";
import type { Mapping } from "../mapping.ts";

export type GraphPart = "nodes" | "edges";

const systemColumn = /^(?<name>[^:]*):(?<role>ID|LABEL|START_ID|END_ID|TYPE)(?:\((?<space>[^)]*)\))?(?:\{.*\})?$/i;

interface SystemColumn {
  readonly index: number;
  readonly role: string;
  readonly name: string;
  /** Ids are unique within their space only; "" where the file names none. */
  readonly space: string;
}

function systemColumns(headings: readonly string[]): readonly SystemColumn[] {
  return headings.flatMap((heading, index) => {
    const groups = systemColumn.exec(heading.trim())?.groups;
    return groups ? [{ index, role: groups.role!.toUpperCase(), name: groups.name ?? "", space: groups.space ?? "" }] : [];
  });
}

/** Which part of a neo4j-admin graph a heading row belongs to. */
export function graphPartOf(headings: readonly string[]): GraphPart | null {
  const roles = new Set(systemColumns(headings).map(({ role }) => role));
  if (roles.has("START_ID") && roles.has("END_ID")) return "edges";
  return roles.has("ID") ? "nodes" : null;
}

const targetOfRole: Readonly<Record<GraphPart, Readonly<Record<string, string>>>> = {
  nodes: { ID: "key", LABEL: "kind" },
  edges: { START_ID: "from.key", END_ID: "to.key", TYPE: "kind" },
};

const spaceOfRole: Readonly<Record<string, string>> = { ID: "space", START_ID: "from.space", END_ID: "to.space" };

const labelNames = ["name", "title", "label", "fullname", "surname", "phoneno", "number", "address", "description"];

/** Every property becomes an attribute under its name without `:type`. */
export function mapGraph(headings: readonly string[], part: GraphPart): Mapping {
  const system = new Map(systemColumns(headings).map((column) => [column.index, column]));
  const columns: Record<string, string | string[]> = {};
  const label = part === "nodes" ? labelColumn(headings) : -1;
  headings.forEach((heading, index) => {
    const address = columnAddress(headings, index);
    const column = system.get(index);
    const target = column ? targetOfRole[part][column.role] : propertyTarget(heading);
    const named = column?.role === "ID" && column.name !== "" ? [`attribute.${column.name}`] : [];
    const targets = [...(target ? [target] : []), ...named, ...(index === label ? ["label"] : [])];
    if (targets.length > 0 && heading !== "") columns[address] = targets.length === 1 ? targets[0]! : targets;
  });
  const spaces = [...system.values()].filter(({ role, space }) => space !== "" && spaceOfRole[role] !== undefined);
  const constants = Object.fromEntries(spaces.map(({ role, space }) => [spaceOfRole[role]!, space]));
  const kind = part === "nodes" ? { name: "graph-nodes", rowKind: "entity" as const } : { name: "graph-edges", rowKind: "link" as const };
  return { ...kind, columns, ...(spaces.length > 0 && { constants }) };
}

/** The same for data whose headings stand in another file: every column by its number. */
export function mapHeaderless(headings: readonly string[], part: GraphPart): Mapping {
  const mapping = mapGraph(headings, part);
  const numbered = headings.map((_, index) => [`#${index + 1}`, mapping.columns[columnAddress(headings, index)]] as const);
  const columns = Object.fromEntries(numbered.flatMap(([address, value]) => (value === undefined ? [] : [[address, value]])));
  return { ...mapping, columns, format: { headerRow: 0 } };
}

/** `name:type`, `name:type[]`, `name:type{…}`; only types that neo4j-admin knows, because a name may hold a colon. */
const typedProperty =
  /^(?<name>.*?):(?<type>int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration|vector|ignore)(?<list>\[\])?(?:\{.*\})?$/i;

const propertyName = (heading: string): string => typedProperty.exec(heading.trim())?.groups?.name || heading;

/** Lists are parted by `;`; a column that says `:IGNORE` is no fact and stays in the raw row. */
function propertyTarget(heading: string): string {
  const groups = typedProperty.exec(heading.trim())?.groups;
  if (heading.trim().toUpperCase() === ":IGNORE" || groups?.type?.toLowerCase() === "ignore") return "ignored";
  return `attribute.${propertyName(heading)}${groups?.list ?? ""}`;
}

function labelColumn(headings: readonly string[]): number {
  const names = headings.map((heading) => normaliseHeading(propertyName(heading)));
  for (const name of labelNames) if (names.includes(name)) return names.indexOf(name);
  return -1;
}

const edgePairs: readonly (readonly [string, string])[] = [
  ["source", "target"],
  ["from", "to"],
  ["src", "dst"],
  ["node1", "node2"],
  ["startid", "endid"],
  ["sourceid", "targetid"],
  ["起点", "终点"],
];

/** A plain edge list: two columns of ids, with no amount and no length of call beside them. */
export function mapEdgeList(headings: readonly string[]): Mapping | null {
  const names = headings.map(normaliseHeading);
  const pair = edgePairs.find(([from, to]) => names.includes(from) && names.includes(to));
  if (!pair || names.some((name) => /amount|金额|duration|时长|balance/.test(name))) return null;
  const columns: Record<string, string> = {
    [columnAddress(headings, names.indexOf(pair[0]))]: "from.key",
    [columnAddress(headings, names.indexOf(pair[1]))]: "to.key",
  };
  const optional: readonly (readonly [string, readonly string[]])[] = [
    ["weight", ["weight", "pweight", "count", "权重", "次数", "value"]],
    ["kind", ["ptype", "relation", "relationship", "kind", "type", "关系", "label"]],
    ["time", ["time", "timestamp", "date", "时间"]],
  ];
  for (const [target, words] of optional) {
    const found = words.map((word) => names.indexOf(word)).find((index) => index >= 0);
    if (found !== undefined) columns[columnAddress(headings, found)] = target;
  }
  return { name: "edge-list", rowKind: "link", columns };
}
