// Recognition of nodes and edges of a graph that nobody described.
import { expect, it } from "vitest";
import { recogniseSheet } from "../../../shared/import/recognise/recognise.ts";

const recognise = (rows: readonly (readonly string[])[]) => recogniseSheet({ rows, fileName: "data.csv", sheetName: null }, []);

it("maps neo4j-admin files and plain edge lists", () => {
  const nodes = recognise([
    [":ID", "name", "latitude:double", ":LABEL"],
    ["1", "x", "53.5", "Person"],
  ]);
  expect(nodes.mapping.columns).toEqual({
    ":ID": "key",
    name: ["attribute.name", "label"],
    "latitude:double": "attribute.latitude",
    ":LABEL": "kind",
  });
  const edges = recognise([
    [":START_ID", ":END_ID", ":TYPE"],
    ["1", "2", "KNOWS"],
  ]);
  expect(edges.mapping.columns).toEqual({ ":START_ID": "from.key", ":END_ID": "to.key", ":TYPE": "kind" });
  const list = recognise([
    ["source", "target", "weight"],
    ["1", "2", "3"],
    ["2", "3", "4"],
  ]);
  expect([list.mapping.rowKind, list.mapping.columns]).toEqual(["link", { source: "from.key", target: "to.key", weight: "weight" }]);
});
