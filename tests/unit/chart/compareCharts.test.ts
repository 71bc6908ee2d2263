// Two states of a chart: what is different is told, and one can be turned into the other and back by undo.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCharts, countByKind, operationsBetween } from "../../../shared/chart/compareCharts.ts";
import { type ChartModel, emptyModel, toDocument } from "../../../shared/chart/graphModel.ts";
import { emptyHistory, perform, undo } from "../../../shared/chart/history.ts";
import { applyOperation, type Operation } from "../../../shared/chart/operations.ts";
import { aLink, aModel, aNode, anyOperation } from "./chartFixtures.ts";

const applyAll = (model: ChartModel, operations: readonly Operation[]): ChartModel =>
  operations.reduce((before, operation) => applyOperation(before, operation).model, model);

test("tells what came, went, moved and was switched, and counts it by kind", () => {
  const before = aModel([aNode("case:A1"), aNode("phone:1"), aNode("account:9")], [aLink("case:A1", "phone:1")]);
  const after = applyAll(before, [
    { type: "remove", nodes: ["account:9"], links: [] },
    {
      ...{ type: "add", nodes: [aNode("case:A2"), aNode("case:A3"), aNode("account:2")], positions: new Float64Array(6) },
      ...{ links: [aLink("case:A2", "phone:1")], pinned: [], disabled: [] },
    },
    { type: "move", refs: ["phone:1"], positions: Float64Array.of(5, 5) },
    { type: "disable", ids: ["case:A1"], on: true },
  ]);
  const difference = compareCharts(before, after);
  expect(countByKind(difference.came)).toEqual([
    { kind: "case", count: 2 },
    { kind: "account", count: 1 },
  ]);
  expect(difference.went.map((node) => node.ref)).toEqual(["account:9"]);
  expect([difference.cameLinks, difference.wentLinks]).toEqual([["case:A2>phone:1"], []]);
  expect([difference.moved, difference.switchedOff, difference.switchedOn]).toEqual([["phone:1"], ["case:A1"], []]);
});

test("any state can be gone back to from any other in one step, and that step undone", () => {
  const sequence = fc.array(anyOperation, { maxLength: 12 });
  fc.assert(
    fc.property(sequence, sequence, (first, second) => {
      const start = emptyModel("series:S-12");
      const [a, b] = [applyAll(start, first), applyAll(start, second)];
      const gone = perform({ model: b, history: emptyHistory }, { code: "restore", n: 1 }, operationsBetween(b, a));
      expect(toDocument(gone.model)).toEqual(toDocument(a));
      expect(toDocument(undo(gone).model)).toEqual(toDocument(b));
    }),
    { numRuns: 300 },
  );
});
