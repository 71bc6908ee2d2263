// What is drawn under groups, combined links, condensed chains and hidden leaves: nothing that is drawn stands elsewhere, nothing is counted twice or lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { membersOf } from "../../../shared/chart/drawn/drawn.ts";
import { drawnOf } from "../../../shared/chart/drawn/index.ts";
import type { ChartModel } from "../../../shared/chart/graphModel.ts";
import { plainArrangement } from "../../../shared/chart/marks.ts";
import { applyOperation } from "../../../shared/chart/operations.ts";
import { aLink, aModel, aNode, anyOperation } from "./chartFixtures.ts";

const arranged = (model: ChartModel, part: Partial<ChartModel["arrangement"]>): ChartModel =>
  applyOperation(model, { type: "arrange", arrangement: { ...plainArrangement, ...part } }).model;
const nodes = ["case:A", "phone:1", "phone:2", "case:B", "account:3"].map((ref) => aNode(ref));
const links = [
  aLink("case:A", "phone:1"),
  aLink("phone:1", "phone:2", { kind: "call", directed: true, count: 3, firstAt: 5, lastAt: 9 }),
  aLink("phone:2", "case:B"),
  aLink("case:A", "account:3", { kind: "transfer", directed: true, count: 2, sum: 500, firstAt: 1, lastAt: 2 }),
  aLink("case:A", "account:3", { id: "second", kind: "transfer", directed: true, count: 1, sum: 70, firstAt: 3, lastAt: 3 }),
];
const model = aModel(nodes, links);

test("parallel links become one with count, sum and period", () => {
  const drawn = drawnOf(arranged(model, { combined: true }));
  expect(drawn.links.get("several|account:3|case:A")).toMatchObject({
    count: 3,
    sum: 570,
    firstAt: 1,
    lastAt: 3,
    directed: true,
    from: "case:A",
  });
  expect(drawn.links.size).toBe(4);
});

test("a chain between two cases becomes one link that says how much it passes", () => {
  const drawn = drawnOf(arranged(model, { condensed: true }));
  expect([...drawn.nodes.keys()]).toEqual(["case:A", "case:B", "account:3"]);
  const chain = drawn.links.get("chain|phone:1|phone:2") ?? drawn.links.get("chain|phone:2|phone:1");
  expect(chain).toMatchObject({ kind: "chain", count: 2, firstAt: 5, lastAt: 9 });
  expect(new Set([chain!.from, chain!.to])).toEqual(new Set(["case:A", "case:B"]));
});

test("leaves are not drawn; cases stay", () => {
  expect([...drawnOf(arranged(model, { leafless: true })).nodes.keys()]).toEqual(["case:A", "phone:1", "phone:2", "case:B"]);
});

test("a collapsed group stands in the middle of its members with their links to the outside", () => {
  const group = { id: "g", label: "号码组", entities: ["phone:1", "phone:2"], isCollapsed: true };
  const collapsed = applyOperation(model, { type: "put", part: "groups", id: "g", value: group }).model;
  const drawn = drawnOf(collapsed);
  expect(drawn.nodes.get("group:g")).toMatchObject({ kind: "group", label: "号码组", note: "×2" });
  expect(drawn.positions.get("group:g")).toEqual({ x: 300, y: 225 });
  expect([...drawn.links.values()].filter(({ from, to }) => from === "group:g" || to === "group:g")).toHaveLength(2);
  expect(membersOf(drawn.standsFor, "group:g")).toEqual(["phone:1", "phone:2"]);
});

test("under any arrangement every drawn entity stands where the model has it, and every link joins drawn ends", () => {
  fc.assert(
    fc.property(fc.array(anyOperation, { maxLength: 15 }), (operations) => {
      const any = operations.reduce((before, operation) => applyOperation(before, operation).model, model);
      const drawn = drawnOf(any);
      for (const [ref, place] of drawn.positions) if (any.positions.has(ref)) expect(place).toEqual(any.positions.get(ref));
      expect([...drawn.positions.keys()].sort()).toEqual([...drawn.nodes.keys()].sort());
      for (const { from, to } of drawn.links.values()) expect(drawn.nodes.has(from) && drawn.nodes.has(to)).toBe(true);
      for (const id of drawn.links.keys())
        for (const member of membersOf(drawn.standsFor, id)) expect(any.links.has(member) || any.nodes.has(member)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
