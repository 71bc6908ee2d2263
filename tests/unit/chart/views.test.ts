// The views beside the canvas: histogram bars, heat matrices, rows and places agree with counting by hand, and keep to one time window.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeWindow } from "../../../shared/chart/muted.ts";
import { chartPlaces } from "../../../shared/chart/views/chartPlaces.ts";
import { chartRows, rowSorts, sortRows } from "../../../shared/chart/views/chartRows.ts";
import { barsOf, chosenBy, facetNames } from "../../../shared/chart/views/facets.ts";
import { timesById } from "../../../shared/chart/views/linkTimes.ts";
import { isLit, matrices, matrixNames } from "../../../shared/chart/views/matrices.ts";
import type { MapPoint } from "../../../shared/trace/mapCalls.ts";
import { aLink, aModel, aNode } from "./chartFixtures.ts";

const open: TimeWindow = { from: null, until: null };
const china = (text: string): number => Date.parse(`${text}+08:00`);
const minute = (text: string): number => china(text) / 60_000;

const model = aModel(
  [
    aNode("case:A1", { firstAt: china("2026-05-01T10:00"), lastAt: china("2026-05-01T10:00") }),
    aNode("case:A2", { firstAt: china("2026-06-01T10:00"), lastAt: china("2026-06-01T10:00") }),
    aNode("account:1", { note: "建设银行" }),
    aNode("account:2", { note: "农业银行" }),
    aNode("phone:3"),
    aNode("place:4"),
  ],
  [
    aLink("case:A1", "account:1"),
    aLink("case:A2", "account:1"),
    aLink("case:A2", "account:2"),
    aLink("account:1", "account:2", { id: "transfer|account:1|account:2", kind: "transfer", sum: 12_345_600 }),
    aLink("phone:3", "account:1", { kind: "owns" }),
    aLink("phone:3", "place:4", { kind: "call", firstAt: china("2026-05-02T08:00"), lastAt: china("2026-05-03T08:00") }),
  ],
);

describe("the histogram", () => {
  const valuesOf = (facet: Parameters<typeof barsOf>[1], timeWindow = open) =>
    Object.fromEntries(barsOf(model, facet, timeWindow).map(({ value, refs }) => [value, [...refs].sort()]));

  it("counts kinds, kinds of link, banks, amounts, and the cases that an entity is linked to", () => {
    expect(valuesOf("kind")).toMatchObject({ case: ["case:A1", "case:A2"], account: ["account:1", "account:2"] });
    expect(valuesOf("link").transfer).toEqual(["account:1", "account:2"]);
    expect(valuesOf("bank")).toEqual({ 建设银行: ["account:1"], 农业银行: ["account:2"] });
    expect(valuesOf("amount")).toEqual({ "1000000": ["account:1", "account:2"] });
    expect(valuesOf("case")).toEqual({ "case:A1": ["account:1"], "case:A2": ["account:1", "account:2"] });
  });

  it("selects what stands in any of two bars, or in both", () => {
    const bars = barsOf(model, "case", open);
    expect(chosenBy(bars, ["case:A1", "case:A2"], false)).toEqual(expect.arrayContaining(["account:1", "account:2"]));
    expect(chosenBy(bars, ["case:A1", "case:A2"], true)).toEqual(["account:1"]);
    expect(chosenBy(bars, ["case:A1", "case:none"], true)).toEqual([]);
  });

  it("leaves out what the time window and the filter leave out; hidden kinds stay in the bars that switch them on again", () => {
    const may = { from: "2026-05-01", until: "2026-05-31" };
    expect(valuesOf("kind", may).case).toEqual(["case:A1"]);
    const hidden = { ...model, filter: { ...model.filter, hiddenKinds: ["account"] } };
    expect(barsOf(hidden, "bank", open)).toEqual([]);
    expect(barsOf(hidden, "kind", open).find(({ value }) => value === "account")?.refs).toHaveLength(2);
  });

  it("of every facet holds entities of the chart only, each once a bar", () => {
    for (const facet of facetNames)
      for (const { refs } of barsOf(model, facet, open)) {
        expect(new Set(refs).size).toBe(refs.length);
        expect(refs.every((ref) => model.nodes.has(ref))).toBe(true);
      }
  });
});

describe("the heat matrices", () => {
  const refs = [...model.nodes.keys()];
  const [source, target] = [refs.indexOf("account:1"), refs.indexOf("account:2")];
  const events = (minutes: readonly number[], days: readonly number[] = []) =>
    timesById(refs, { events: [{ kind: "transfer", source, target, minutes, days }] });
  const ask = (times: ReturnType<typeof events>, timeWindow = open, chosen: readonly string[] = []) => ({
    model,
    times,
    timeWindow,
    chosen,
  });

  it("put an event into the weekday and the hour of China, and count apart what tells the day only", () => {
    // 2026-05-04 is a Monday; 00:30 there is Sunday in UTC.
    const matrix = matrices.hourWeek(ask(events([minute("2026-05-04T00:30"), minute("2026-05-10T23:59")], [minute("2026-05-05T00:00")])));
    expect(matrix.cells[0]![0]!.count).toBe(1);
    expect(matrix.cells[6]![23]!.count).toBe(1);
    expect(matrix.left).toBe(1);
    expect([...matrix.cells[0]![0]!.refs].sort()).toEqual(["account:1", "account:2"]);
    expect(isLit(matrix.cells[0]![0]!, ["account:2"])).toBe(true);
    expect(isLit(matrix.cells[0]![0]!, ["phone:3"])).toBe(false);
  });

  it("agree with a calendar on random times, inside any window", () => {
    const time = fc.integer({ min: minute("2026-01-01T00:00"), max: minute("2026-12-31T23:59") });
    const date = fc.constantFrom(null, "2026-03-01", "2026-07-15");
    fc.assert(
      fc.property(fc.array(time, { maxLength: 60 }), date, date, (minutes, from, until) => {
        const matrix = matrices.hourWeek(ask(events(minutes), { from, until }));
        const slow = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
        for (const at of minutes) {
          const local = new Date(at * 60_000 + 8 * 3_600_000);
          const day = local.toISOString().slice(0, 10);
          if ((from !== null && day < from) || (until !== null && day > until)) continue;
          slow[(local.getUTCDay() + 6) % 7]![local.getUTCHours()]! += 1;
        }
        expect(matrix.cells.map((row) => row.map(({ count }) => count))).toEqual(slow);
      }),
    );
  });

  it("count links by the kinds of their ends both ways, and leave out what is switched off", () => {
    const { rows, cells } = matrices.kindPairs(ask(events([])));
    const at = (a: string, b: string) => cells[rows.indexOf(a)]![rows.indexOf(b)]!.count;
    expect([at("case", "account"), at("account", "case"), at("account", "account"), at("phone", "place")]).toEqual([3, 3, 1, 1]);
    const off = matrices.kindPairs({ ...ask(events([])), model: { ...model, disabled: new Set(["case:A2"]) } });
    expect(off.cells[off.rows.indexOf("case")]![off.rows.indexOf("account")]!.count).toBe(1);
  });

  it("of entities by time begin with what is selected, and tell how many rows are left out", () => {
    const matrix = matrices.entityTime(ask(events([minute("2026-05-04T00:30"), minute("2026-05-04T01:30")]), open, ["case:A2"]));
    expect(matrix.rows[0]).toBe("case:A2");
    expect(matrix.rows).toContain("account:1");
    const counted = matrix.cells.flat().reduce((sum, { count }) => sum + count, 0);
    // Two cases, two transfers at either end, two days of calls at either end.
    expect(counted).toBe(2 + 4 + 4);
    expect(matrix.left).toBe(0);
  });

  it("are empty, and say so by their greatest count, where the window holds nothing", () => {
    for (const name of matrixNames.filter((one) => one !== "kindPairs"))
      expect(matrices[name](ask(events([]), { from: "2030-01-01", until: null })).most).toBe(0);
  });
});

describe("the table", () => {
  it("adds up the links of each entity", () => {
    const row = (ref: string) => chartRows(model).find(({ node }) => node.ref === ref)!;
    expect(row("account:1")).toMatchObject({ links: 4, paid: 12_345_600, received: 0 });
    expect(row("account:2")).toMatchObject({ links: 2, received: 12_345_600 });
    expect(row("phone:3")).toMatchObject({ links: 2, calls: 1 });
  });

  it("has every row once, whatever it is sorted by", () => {
    for (const by of rowSorts)
      expect(new Set(sortRows(chartRows(model), by).map(({ node }) => node.ref))).toEqual(new Set(model.nodes.keys()));
    expect(sortRows(chartRows(model), "received")[0]!.node.ref).toBe("account:2");
    expect(sortRows(chartRows(model), "lastAt")[0]!.node.ref).toBe("case:A2");
  });
});

describe("the map", () => {
  const at = { longitude: 112, latitude: 29, placeLabel: "某地", label: "x", from: null, until: null };
  const known: MapPoint[] = [
    { ...at, entity: "case:A1", event: "case", place: "place:9" },
    { ...at, entity: "place:4", event: "place", place: "place:4" },
  ];
  it("shows cases, places, and who was at a place by the links of the chart; the window leaves out the rest", () => {
    expect(
      chartPlaces(model, known, open)
        .map(({ entity }) => entity)
        .sort(),
    ).toEqual(["case:A1", "phone:3", "place:4"]);
    expect(chartPlaces(model, known, { from: "2026-05-20", until: null }).map(({ entity }) => entity)).toEqual(["place:4"]);
    const hidden = { ...model, filter: { ...model.filter, hiddenKinds: ["case"] } };
    expect(chartPlaces(hidden, known, open).map(({ entity }) => entity)).not.toContain("case:A1");
  });
});
