// The one sheet that a graph becomes: a row for every node and every edge, under headings that say what each column is.
import type { Mapping } from "../../../../shared/import/mapping.ts";
import type { GraphItem } from "./graphElements.ts";

const fixed = [
  ["id", "key"],
  ["label", "label"],
  ["source", "from.key"],
  ["target", "to.key"],
  ["kind", "kind"],
  ["weight", "weight"],
  ["directed", "directed"],
  ["start", "time"],
  ["end", "until"],
] as const;

/** Where nodes have kinds, the ends of edges are named by kind and key. */
const kindsOfEnds = [
  ["source kind", "from.kind"],
  ["target kind", "to.kind"],
] as const;

export interface GraphColumns {
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** `keyOf`: the key of a node by the id that edges call it. */
  cellsOf(item: GraphItem, keyOf?: (id: string) => string): string[];
}

/** `names`: the properties of nodes and edges; `kindOf`: where the kinds of nodes are told, the kind of an edge's end. */
export function graphColumns(names: readonly string[], kindOf?: (id: string) => string): GraphColumns {
  const told = kindOf ? [...fixed, ...kindsOfEnds] : fixed;
  const targets = [...told.map(([, target]) => target), ...names.map((name) => `attribute.${name}`)];
  return {
    headings: [...told.map(([heading]) => heading), ...names],
    mapping: {
      name: "graph",
      rowKind: "entity",
      format: { headerRow: 1 },
      columns: Object.fromEntries(targets.map((target, index) => [`#${index + 1}`, target])),
    },
    cellsOf(item, keyOf = (key) => key) {
      const { isEdge, id, label, from, to, kind, weight, directed, start, end } = item;
      const ends = isEdge ? [keyOf(from), keyOf(to)] : ["", ""];
      const cells = [id, label, ...ends, kind, weight, isEdge ? String(directed) : "", start, end];
      const kinds = kindOf ? (isEdge ? [kindOf(from), kindOf(to)] : ["", ""]) : [];
      return [...cells, ...kinds, ...names.map((name) => item.values.get(name) ?? "")];
    },
  };
}
