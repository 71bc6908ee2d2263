// Points on the map from imported files: cases, stays; coordinates rounded under the mask; the customer's own base map.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMasker } from "../../../shared/review/masker.ts";
import { maskResult } from "../../../shared/review/maskResult.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

const at = freshFolder("all");
let engine: OpenEngine;

const files = {
  "案件.csv": `案件编号,案件类别,发案时间,发案地点,经度,纬度
A1,入室盗窃,2026-05-01 10:00:00,云津市东渡区青石路109号,112.19582,29.10417
A2,入室盗窃,2026-05-03 10:00:00,云津市东渡区青石路7号,112.20011,29.11002
A3,入室盗窃,2026-05-04 10:00:00,云津市东渡区江边,,
`,
  "地点.csv": `地点名称,经度,纬度
平安旅馆,112.17101,29.09903
`,
  "住宿.csv": `姓名,身份证号,旅馆名称,房号,入住时间,退房时间
张三,110101199001011237,平安旅馆,301,2026-05-02 20:00:00,2026-05-03 09:00:00
`,
};
const kinds = { "案件.csv": "case", "地点.csv": "place", "住宿.csv": "stay" } as const;

beforeAll(async () => {
  engine = await openEngine(at("w.caseweave"));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(at(name), text);
    await engine.call("import.storeFiles", { paths: [at(name)], as: kinds[name as keyof typeof kinds] });
  }
});
afterAll(() => engine.close());

it("places all cases in order of time, and says how many have no coordinates", async () => {
  const { points, unplaced } = await engine.call("trace.placeOnMap", {});
  expect(points.map((point) => [point.entity, point.longitude, point.latitude])).toEqual([
    ["case:A1", 112.19582, 29.10417],
    ["case:A2", 112.20011, 29.11002],
  ]);
  expect(unplaced).toBe(1);
});

it("places a person where he stayed, within a window of time", async () => {
  const about = ["person:110101199001011237", "case:A1"];
  const all = await engine.call("trace.placeOnMap", { about });
  expect(all.points.map(({ event, placeLabel }) => [event, placeLabel])).toEqual([
    ["case", "云津市东渡区青石路109号"],
    ["stay", "平安旅馆"],
  ]);
  const later = await engine.call("trace.placeOnMap", { about, since: "2026-05-02" });
  expect(later.points.map(({ event }) => event)).toEqual(["stay"]);
  await expect(engine.call("trace.placeOnMap", { about: ["person:nobody"] })).rejects.toMatchObject({ code: "entity-unknown" });
});

it("rounds coordinates and hides house numbers under the mask", async () => {
  const { points } = await engine.call("trace.placeOnMap", {});
  const masked = JSON.stringify(maskResult(points, createMasker({ isName: () => false, kindOf: () => null })));
  expect(masked).toContain("112.2,");
  expect(masked).not.toContain("112.19582");
  expect(masked).not.toContain('"placeLabel":"云津市东渡区青石路109号"');
});

it("finds who was near the scenes of a series, a list a case", async () => {
  const captures = ["2026-05-01 10:30:00", "2026-05-03 09:10:00", "2026-05-03 18:00:00"];
  writeFileSync(
    at("卡口.csv"),
    [
      "车牌号,过车时间,卡口名称",
      ...captures.map((time, i) => `皖A1234${i === 2 ? "6" : "5"},${time},青石路卡口${i === 1 ? "二" : "一"}`),
    ].join("\n"),
  );
  writeFileSync(at("卡口表.csv"), "地点名称,经度,纬度\n青石路卡口一,112.1961,29.1043\n青石路卡口二,112.2003,29.1101\n");
  await engine.call("import.storeFiles", { paths: [at("卡口表.csv")], as: "place" });
  await engine.call("import.storeFiles", { paths: [at("卡口.csv")], as: "capture" });
  for (const [a, b] of [["A1", "A2"]] as const)
    await engine.call("review.recordDecision", { subject: "pair", a, b, verdict: "confirm", reason: "同一手法" });
  await engine.call("link.runLinkage", {});
  await engine.call("group.runSeries", {});
  const { series } = await engine.call("group.listSeries", {});
  const name = series.find(({ cases }) => cases.includes("A1"))!.series;
  const answer = await engine.call("trace.collideSets", { sets: [`scenes:${name}`] });
  expect([...answer.lists].sort()).toEqual(["case:A1", "case:A2"]);
  expect(answer.found.map(({ entity, in: scenes }) => [entity, scenes.length])).toEqual([["vehicle:皖A12345", 2]]);
  const narrow = await engine.call("trace.collideSets", { sets: [`scenes:${name}@10/500`] });
  expect(narrow.found).toEqual([]);
  await expect(engine.call("trace.collideSets", { sets: ["scenes:S-999"] })).rejects.toMatchObject({ code: "series-unknown" });
});

it("compares boxes of place and time, sources in a window and kept charts", async () => {
  const places = await engine.call("workspace.searchEntities", { words: "青石路卡口", kind: "place" });
  const [first, second] = ["一", "二"].map((end) => places.hits.find(({ label }) => label.endsWith(end))!.entity);
  const day = (from: number, until = from) => `2026-05-0${from}T00:00/2026-05-0${until}T23:59`;
  const common = async (...sets: string[]) =>
    (await engine.call("trace.collideSets", { sets })).found.map(({ entity }) => entity).filter((ref) => ref.startsWith("vehicle:"));
  expect(await common(`${first}@${day(1)}`, `${second}@${day(3)}`)).toEqual(["vehicle:皖A12345"]);
  expect(await common(`${first}@${day(1)}`, `${first}@${day(3)}`)).toEqual([]);
  expect(await common(`${first}@${day(1)}`, `${first}~2000@${day(3)}`)).toEqual(["vehicle:皖A12345"]);
  const source = (await engine.call("import.listSources", {})).find(({ name }) => name === "卡口.csv")!.id;
  expect(await common(`source:${source}`, `${first}@${day(1, 3)}`)).toEqual(["vehicle:皖A12345", "vehicle:皖A12346"]);
  expect(await common(`source:${source}@${day(1)}`, `${first}@${day(1, 3)}`)).toEqual(["vehicle:皖A12345"]);
  await expect(common(`${first}@2026-05-03T00:00/2026-05-01T00:00`, "case:A1")).rejects.toMatchObject({ code: "bad-request" });
  await expect(common("chart:C-99", "case:A1")).rejects.toMatchObject({ code: "chart-unknown" });
});

it("takes a base map with its approval number, refuses what is none, and takes it away", async () => {
  expect(await engine.call("trace.readBaseMap", {})).toBeNull();
  const feature = { type: "Feature", properties: { name: "东渡区" }, geometry: { type: "Point", coordinates: [112, 29] } };
  writeFileSync(at("base.geojson"), JSON.stringify({ type: "FeatureCollection", features: [feature] }));
  writeFileSync(at("broken.geojson"), JSON.stringify({ type: "FeatureCollection", features: [feature, { type: "Feature" }] }));
  const approval = "审图号：GS(2024)0000号";
  expect(await engine.call("trace.saveBaseMap", { path: at("base.geojson"), approval })).toEqual({ features: 1 });
  for (const [file, reason] of [
    ["broken.geojson", "features[1]"],
    ["案件.csv", "JSON"],
  ] as const) {
    await expect(engine.call("trace.saveBaseMap", { path: at(file), approval })).rejects.toMatchObject({
      code: "map-unreadable",
      details: { file, reason: expect.stringContaining(reason) },
    });
  }
  const kept = await engine.call("trace.readBaseMap", {});
  expect([kept!.title, kept!.approval, JSON.parse(kept!.geojson).features]).toEqual(["base.geojson", approval, [feature]]);
  expect(await engine.call("trace.removeBaseMap", {})).toEqual({ removed: true });
  expect(await engine.call("trace.readBaseMap", {})).toBeNull();
});
