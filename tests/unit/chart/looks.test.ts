// Rules of looks: what they go by, the classes they make, and a legend that counts every item once.
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyLooks } from "../../../shared/chart/looks/applyLooks.ts";
import { nodeMeasures } from "../../../shared/chart/looks/measures.ts";
import { readySetNames, readySets } from "../../../shared/chart/looks/readySets.ts";
import { applyOperation } from "../../../shared/chart/operations.ts";
import { aLink, aModel, aNode } from "./chartFixtures.ts";

const colours = { ramp: ["r1", "r2", "r3", "r4"], classes: ["c1", "c2", "c3", "rest"] };
const nodes = ["case:A", "case:B", "account:1", "account:2", "account:3", "phone:1"].map((ref) => aNode(ref));
const pay = (from: string, to: string, sum: number) => aLink(from, to, { kind: "transfer", directed: true, sum });
const links = [
  aLink("case:A", "account:1"),
  aLink("case:B", "account:1"),
  pay("account:1", "account:2", 500_00),
  pay("account:1", "account:3", 90_00),
  aLink("account:2", "phone:1", { kind: "call", count: 7 }),
];
const model = aModel(nodes, links);

test("measures say what stands on the chart, and forget what is switched off", () => {
  const get = (name: keyof typeof nodeMeasures, ref: string, on = model) => nodeMeasures[name].valuesOf(on).get(ref);
  expect([get("cases", "account:1"), get("neighbours", "account:1"), get("paid", "account:1")]).toEqual([2, 4, 590]);
  expect([get("received", "account:2"), get("received", "account:1"), get("calls", "phone:1")]).toEqual([500, null, 7]);
  const off = applyOperation(model, { type: "disable", ids: ["case:B"], on: true }).model;
  expect(get("cases", "account:1", off)).toBe(1);
});

test("numbers become steps of a ramp, the strongest the strongest; words become classes", () => {
  const rule = { id: "r", on: "node", kinds: ["account"], by: "received", trait: "colour" } as const;
  const { nodes: looks, legend } = applyLooks(model, [{ ...rule, kinds: ["account"] }], colours);
  expect(Object.fromEntries(looks)).toEqual({ "account:2": { colour: "r4" }, "account:3": { colour: "r3" } });
  expect(legend[0]!.classes).toEqual([
    { colour: "r3", from: 90, until: 90, word: null, items: 1 },
    { colour: "r4", from: 500, until: 500, word: null, items: 1 },
  ]);
  const banks = aModel(["农行", "建行", "农行", "工行", "中行", "邮储"].map((note, i) => aNode(`account:${i}`, { note })));
  const byBank = applyLooks(banks, [{ id: "r", on: "node", kinds: [], by: "note", trait: "colour" }], colours);
  expect(byBank.legend[0]!.classes.map(({ word, items }) => [word, items])).toEqual([
    ["农行", 2],
    ["中行", 1],
    ["工行", 1],
    [null, 2],
  ]);
});

test("for any numbers each item falls into exactly one class, and classes do not overlap", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }), (times) => {
      const dated = aModel(times.map((firstAt, i) => aNode(`phone:${i}`, { firstAt })));
      const { nodes: looks, legend } = applyLooks(dated, [{ id: "r", on: "node", kinds: [], by: "firstSeen", trait: "size" }], colours);
      const { classes } = legend[0]!;
      expect(looks.size).toBe(times.length);
      expect(classes.reduce((sum, { items }) => sum + items, 0)).toBe(times.length);
      for (const [i, one] of classes.slice(1).entries()) expect(one.from!).toBeGreaterThan(classes[i]!.until!);
    }),
  );
});

test.each(readySetNames)("the ready set %s goes by measures that exist", (name) => {
  for (const rule of readySets[name].rules) expect(applyLooks(model, [rule], colours).legend.length).toBeLessThanOrEqual(1);
  expect(applyLooks(model, readySets[name].rules, colours)).toBeDefined();
});
