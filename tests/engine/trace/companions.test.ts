// A month of captures with one car that follows another and one night out of habit, as a file that is imported: found by the calls and by the
// command line, each line with its rows; what cannot be is said.
import { writeFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const workspace = at("w.caseweave");
let engine: OpenEngine;

const [leader, follower, nightOwl] = ["云A10001", "云A10002", "云A20001"];
const gates = Array.from({ length: 24 }, (_, i) => ({
  name: `${i + 1}号卡口`,
  x: (104 + i * 0.01).toFixed(3),
  y: (30 + i * 0.01).toFixed(3),
}));
const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");

/** 40 cars that commute between two gates, many that pass anywhere once, the two that travel together, the one night. */
function captures(): string {
  const random = seededRandom(7);
  const pick = (below: number) => Math.floor(random() * below);
  const start = Date.UTC(2026, 4, 1) - 8 * 3_600_000;
  const rows: [plate: string, at: number, gate: number][] = [];
  const see = (plate: string, day: number, minutes: number, gate: number) =>
    rows.push([plate, start + (day * 1440 + minutes) * 60_000, gate]);
  for (let car = 0; car < 40; car++)
    for (let day = 0; day < 28; day++) {
      see(`云A2${String(car + 1).padStart(4, "0")}`, day, 470 + pick(40), car % 8);
      see(`云A2${String(car + 1).padStart(4, "0")}`, day, 1060 + pick(60), 8 + (car % 5));
    }
  for (let i = 0; i < 1_500; i++) see(`云B${String(10_000 + i)}`, pick(28), pick(1440), pick(24));
  for (const day of [5, 17])
    for (const [i, gate] of [2, 21, 14, 23].entries()) {
      see(leader!, day, 600 + i * 12, gate);
      see(follower!, day, 601 + i * 12, gate);
    }
  see(nightOwl!, 20, 125, 22);
  rows.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const lines = rows.map(([plate, when, gate]) => `${plate},${clock(when)},${gates[gate]!.name},1,${gates[gate]!.x},${gates[gate]!.y}`);
  return `号牌号码,过车时间,卡口名称,车道,经度,纬度\n${lines.join("\n")}\n`;
}

beforeAll(async () => {
  writeFileSync(at("卡口过车.csv"), captures());
  engine = await openEngine(workspace);
  await engine.call("import.storeFiles", { paths: [at("卡口过车.csv")], as: "capture" });
}, 60_000);

it("puts the car that follows first, with who drives ahead, how much later, and the rows of both", async () => {
  const { lines, all } = await engine.call("trace.findFollowers", { places: 4, distanceMetres: 0 });
  expect(all).toBeGreaterThan(0);
  expect(lines[0]).toMatchObject({ a: `vehicle:${leader}`, b: `vehicle:${follower}`, placeCount: 4, behind: 1, lagSeconds: 60 });
  expect(lines[0]!.journeys.map(({ places }) => places.map(({ label }) => label))).toEqual(
    [0, 1].map(() => ["3号卡口", "22号卡口", "15号卡口", "24号卡口"]),
  );
  const [stop] = lines[0]!.journeys[0]!.places;
  const seen = await engine.call("trace.listSightings", { entities: [lines[0]!.a, lines[0]!.b], from: stop!.from, until: stop!.until });
  expect(seen.map(({ label, sources }) => [label, sources[0]!.source])).toEqual([
    [leader, "卡口过车.csv"],
    [follower, "卡口过车.csv"],
  ]);
  const only = await engine.call("trace.findFollowers", { of: `vehicle:${follower}`, top: 1 });
  expect([only.all, only.lines[0]!.a]).toEqual([1, `vehicle:${leader}`]);
  expect((await engine.call("trace.findFollowers", { kind: "phone" })).all).toBe(0);
});

it("puts the one night out of habit first, and says what is usual", async () => {
  const { lines } = await engine.call("trace.findUnusual", { minBits: 3 });
  expect(lines[0]).toMatchObject({
    entity: `vehicle:${nightOwl}`,
    at: "2026-05-21T02:05:00+08:00",
    seenAt: { label: "23号卡口" },
    days: 28,
    sightings: 57,
  });
  expect(lines[0]!.usual.map(({ label }) => label)).toEqual(["1号卡口", "9号卡口"]);
  const [hourBits, placeBits] = [lines[0]!.hourBits, lines[0]!.placeBits];
  expect(hourBits).toBeGreaterThan(2);
  expect(placeBits).toBeGreaterThan(2);
  expect(hourBits + placeBits).toBeCloseTo(lines[0]!.bits, 1);
});

it("names nobody in full where answers are masked", async () => {
  const { createEngine } = await import("../../../electron/engine/engine.ts");
  const other = await createEngine({ workspacePath: workspace, readOnly: true });
  const ask = async (name: string, params: object) =>
    JSON.stringify(await other.dispatch(name, params, { signal: new AbortController().signal, report: () => {}, isMasked: true }));
  for (const name of ["trace.findFollowers", "trace.findUnusual"] as const)
    expect(JSON.parse(await ask(name, { top: 1 })).lines[0].label ?? JSON.parse(await ask(name, { top: 1 })).lines[0].labelA).not.toMatch(
      /10001|20001/,
    );
  await other.close();
});

it("is asked from the command line too, which says how many lines are left out and what it cannot understand", async () => {
  await engine.close();
  const follow = await runHere(["trace", workspace, "follow", "--places", "4", "--distance", "1m", "--top", "1", "--json"]);
  expect([follow.code, JSON.parse(follow.out).b]).toEqual([0, `vehicle:${follower}`]);
  const unusual = await runHere(["trace", workspace, "unusual", `vehicle:${nightOwl}`, "--min-bits", "3", "--json"]);
  expect(JSON.parse(unusual.out.split("\n")[0]!).entity).toBe(`vehicle:${nightOwl}`);
  const meet = await runHere(["trace", workspace, "meet", "--top", "2"]);
  expect(meet.out.trim().split("\n")).toHaveLength(2);
  expect(meet.complaint).toMatch(/前 2 行，共 \d+ 行/);
  expect(JSON.parse((await runHere(["trace", workspace, "follow", "vehicle:云X", "--json"])).out).error.code).toBe("entity-unknown");
  expect((await runHere(["trace", workspace, "follow", "--gap", "3m"])).complaint).toContain("--gap");
  expect((await runHere(["trace", workspace, "folow"])).complaint).toContain("follow");
}, 60_000);
