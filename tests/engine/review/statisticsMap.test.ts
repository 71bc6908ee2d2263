// The map of statistics as a picture, by call and by command: on the customer's base map, as circles, and refused where there is nothing to draw.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const signal = new AbortController().signal;
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

const written = `案件编号,案件类别,案发开始时间,案发地点,经度,纬度
A1,盗窃,2026-11-02 20:15:00,云津市东渡区青石路1号,112.123456,29.123456
A2,盗窃,2026-11-08 20:40:00,云津市东渡区青石路2号,112.143456,29.143456
A3,盗窃,2026-11-09 01:00:00,云津市桥东区江滨大道4号,112.456789,29.056789
`;
const bare = "案件编号,案件类别,案发开始时间,案发地点\nB1,盗窃,2026-11-02 20:15:00,云津市柳湾区青石路1号\n";
const ring = [
  [112, 29],
  [112.3, 29],
  [112.3, 29.3],
  [112, 29],
];
const base = {
  type: "FeatureCollection",
  features: [{ type: "Feature", properties: { name: "东渡区" }, geometry: { type: "Polygon", coordinates: [ring] } }],
};

beforeAll(async () => {
  writeFileSync(at("无坐标.csv"), bare);
  writeFileSync(at("案件.csv"), written);
  writeFileSync(at("底图.geojson"), JSON.stringify(base));
  engine = await createEngine({ workspacePath: at("w.caseweave") });
  await ask("import.storeFiles", { paths: [at("无坐标.csv")] });
}, 60_000);
afterAll(() => engine?.close());

const asked = { by: ["place" as const], from: "2026-11-01", to: "2026-11-30" };
const svg = async (isMasked = false) =>
  Buffer.from((await ask("statistics.export", { ...asked, look: "map", format: "svg" }, isMasked)).base64, "base64").toString();

it("refuses to draw nothing, and says what is lacking", async () => {
  await expect(svg()).rejects.toMatchObject({ code: "map-empty" });
});

it("draws circles where cases have coordinates, at their mean, to a kilometre where masked", async () => {
  await ask("import.storeFiles", { paths: [at("案件.csv")] });
  const { points, rows } = await ask("statistics.table", asked);
  expect(rows.map(({ code }, i) => [code, points![i]])).toEqual([
    ["东渡区", { longitude: expect.closeTo(112.133456, 9), latitude: expect.closeTo(29.133456, 9), cases: 2 }],
    ["柳湾区", null],
    ["桥东区", { longitude: 112.456789, latitude: 29.056789, cases: 1 }],
  ]);
  expect((await ask("statistics.table", { by: ["place", "category"] }, true)).points).toEqual([
    { longitude: 112.13, latitude: 29.13, cases: 2 },
    null,
    { longitude: 112.46, latitude: 29.06, cases: 1 },
  ]);
  expect((await ask("statistics.table", { by: ["category"] })).points).toBeNull();
  const picture = await svg();
  expect(picture.match(/<circle /g)).toHaveLength(2);
  for (const text of ["东渡区 2*", "桥东区 1*", "没有落图：柳湾区 1", "无底图，只有经纬网"]) expect(picture).toContain(text);
  expect(await svg(true)).not.toBe(picture);
});

it("shades the areas of the base map and prints its approval number, by call and by command", async () => {
  await ask("trace.saveBaseMap", { path: at("底图.geojson"), approval: "审图号：GS(2024)0000号" });
  const picture = await svg();
  expect([picture.match(/<path /g)?.length, picture.match(/<circle /g)?.length]).toEqual([1, 1]);
  for (const text of ["审图号：GS(2024)0000号", ">东渡区<", ">2*<"]) expect(picture).toContain(text);
  await engine.close();
  const out = at("地图.svg");
  const days = ["--from", "2026-11-01", "--to", "2026-11-30"];
  expect(
    (await runHere(["statistics", at("w.caseweave"), "--map", ...days, "--out", out, "--full", "--reason", "核对", "--json"])).code,
  ).toBe(0);
  const shapes = (text: string) => text.match(/<(?:path|circle) [^>]*>/g);
  expect(shapes(readFileSync(out, "utf8"))).toEqual(shapes(picture));
  const png = at("地图.png");
  const refused = await runHere(["statistics", at("w.caseweave"), "--map", "--rate", "--out", png]);
  expect([refused.code === 0, refused.complaint, existsSync(png)]).toEqual([false, expect.stringContaining("没有人口数据"), false]);
});
