// Rules of looks: what they go by, the classes they make, and a legend that counts every item once.
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnOf } from "../../../shared/chart/drawn/index.ts";
import { applyLooks, type Looks } from "../../../shared/chart/looks/applyLooks.ts";
import { drawnLooks } from "../../../shared/chart/looks/drawnLooks.ts";
import { lookIconNames } from "../../../shared/chart/looks/lookIcons.ts";
import { measureWord, readingWord, type Say } from "../../../shared/chart/looks/lookWords.ts";
import { linkMeasures, nodeMeasures } from "../../../shared/chart/looks/measures.ts";
import { readySetNames, readySets } from "../../../shared/chart/looks/readySets.ts";
import { applyOperation } from "../../../shared/chart/operations.ts";
import { catalogue } from "../../../shared/words.ts";
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

test("icons go from the weakest class to the strongest; links go by bits, by days, and by the smaller of their ends", () => {
  const icons = applyLooks(model, [{ id: "r", on: "node", kinds: ["account"], by: "received", trait: "icon" }], colours);
  expect(Object.fromEntries(icons.nodes)).toEqual({
    "account:2": { icon: lookIconNames.at(-1) },
    "account:3": { icon: lookIconNames.at(-2) },
  });
  const value = (by: string, id: string, on = model) => linkMeasures[by]!.valuesOf(on).get(id);
  expect(value("ends.neighbours", "account:2>phone:1")).toBe(1);
  expect(value("ends.received", "account:1>account:2")).toBeNull();
  const day = 86_400_000;
  const dated = aModel(nodes, [
    aLink("case:A", "case:B", { kind: "evidence", sum: 7.5 }),
    aLink("case:A", "phone:1", { firstAt: day, lastAt: 3 * day }),
  ]);
  expect([value("bits", "case:A>case:B", dated), value("days", "case:A>phone:1", dated), value("days", "case:A>case:B", dated)]).toEqual([
    7.5,
    3,
    null,
  ]);
});

test("measures of the graph agree with what is seen on a small chart: a path of three bridges in its middle, a triangle is a core", () => {
  const path = aModel(
    ["phone:1", "phone:2", "phone:3"].map((ref) => aNode(ref)),
    [aLink("phone:1", "phone:2"), aLink("phone:2", "phone:3")],
  );
  const get = (name: keyof typeof nodeMeasures, ref: string, on = path) => nodeMeasures[name].valuesOf(on).get(ref);
  expect(["phone:1", "phone:2", "phone:3"].map((ref) => get("bridge", ref))).toEqual([0, 1, 0]);
  expect(Number(get("influence", "phone:2"))).toBeGreaterThan(Number(get("influence", "phone:1")));
  const triangle = aModel(
    [...path.nodes.values()],
    [aLink("phone:1", "phone:2"), aLink("phone:2", "phone:3"), aLink("phone:3", "phone:1")],
  );
  expect([get("core", "phone:1"), get("core", "phone:1", triangle)]).toEqual([1, 2]);
});

test("a collapsed group looks like most of its members, as large as the largest; combined links are as wide as the widest", () => {
  const group = { id: "g1", label: "组", entities: ["account:1", "account:2", "account:3"], isCollapsed: true };
  const grouped = { ...model, groups: new Map([[group.id, group]]), arrangement: { ...model.arrangement, combined: true } };
  const looks: Looks = {
    nodes: new Map([
      ["account:1", { colour: "c1", size: 1 }],
      ["account:2", { colour: "c2", size: 1.7, icon: "flag" }],
      ["account:3", { colour: "c2", size: 0.8 }],
    ]),
    links: new Map([...model.links.keys()].map((id, i) => [id, { width: i + 1 }])),
    legend: [],
  };
  const drawn = drawnOf(grouped);
  const shown = drawnLooks(looks, drawn);
  expect(shown.nodes.get("group:g1")).toEqual({ colour: "c2", size: 1.7, icon: "flag" });
  const toCaseB = [...drawn.links.values()].find(({ from, to }) => [from, to].includes("case:B"))!;
  expect(shown.links.get(toCaseB.id)).toEqual({ width: 2 });
  expect(drawnLooks(looks, drawnOf(model))).toBe(looks);
});

test.each(["zh", "en"] as const)("every measure has a word and says in plain words how it is read (%s)", (language) => {
  const say: Say = (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)), catalogue[key]![language]);
  const measures = [
    ...Object.keys(nodeMeasures).map((by) => ({ on: "node" as const, by })),
    ...Object.keys(linkMeasures).map((by) => ({ on: "link" as const, by })),
  ];
  for (const measure of measures) {
    expect(measureWord(say, measure), measure.by).not.toBe(measure.by);
    expect(readingWord(say, measure).length, measure.by).toBeGreaterThan(8);
  }
});
