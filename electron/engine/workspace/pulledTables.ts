// Mappings of the two tables into which a graph is fetched from a server; what they do not name is kept as attributes.
import type { Mapping } from "../../../shared/import/mapping.ts";

export const pulledEntities: Mapping = {
  name: "neo4j-entities",
  rowKind: "entity",
  format: { encoding: "utf-8", delimiter: ",", headerRow: 1 },
  columns: { "entity kind": "kind", "entity key": "key", "entity label": "label" },
};

export const pulledLinks: Mapping = {
  name: "neo4j-links",
  rowKind: "link",
  format: { encoding: "utf-8", delimiter: ",", headerRow: 1 },
  columns: {
    "from kind": "from.kind",
    "from key": "from.key",
    "to kind": "to.kind",
    "to key": "to.key",
    "link kind": "kind",
    directed: "directed",
    weight: "weight",
  },
};
