// What the linked views ask of a workspace: times of events between what is on a chart, coordinates of its cases and places.
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
let engine: Engine;
let refs: string[] = [];

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal: new AbortController().signal, isMasked, report: () => {} })) as Result<Name>;
}

beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.02, seed: 5 });
  engine = await createEngine({ workspacePath: at("demo.caseweave"), user: "analyst-zhao" });
  await ask("import.storeFiles", { paths: demo.files.map((name) => at(`files/${name}`)) });
  const cases = await ask("workspace.searchEntities", { words: "2026", kind: "case", limit: 30 });
  const start = cases.hits.map(({ entity }) => entity);
  const near = await Promise.all(start.slice(0, 8).map((entity) => ask("chart.expandEntity", { entity, limit: 60 })));
  refs = [...new Set([...start, ...near.flatMap(({ nodes }) => nodes.map(({ ref }) => ref))])];
  const further = await Promise.all(refs.slice(0, 60).map((entity) => ask("chart.expandEntity", { entity, limit: 20 })));
  refs = [...new Set([...refs, ...further.flatMap(({ nodes }) => nodes.map(({ ref }) => ref))])];
}, 120_000);
afterAll(() => engine.close());

it("lists as many events of a link as the link counts, each between its first and its last", async () => {
  const { links } = await ask("chart.readElements", { refs });
  const { events, listed, left } = await ask("chart.listTimes", { refs });
  expect(left).toBe(0);
  expect(listed).toBeGreaterThan(20);
  const byId = new Map(events.map((one) => [`${one.kind}|${refs[one.source]}|${refs[one.target]}`, one]));
  const dated = links.filter(({ kind }) => kind === "transfer" || kind === "call");
  expect(dated.length).toBeGreaterThan(10);
  for (const link of dated) {
    const { minutes, days } = byId.get(link.id)!;
    expect(minutes.length + days.length).toBe(link.count);
    const all = [...minutes, ...days];
    expect(Math.min(...all)).toBe(Math.floor(link.firstAt! / 60_000));
    expect(Math.max(...all)).toBe(Math.floor(link.lastAt! / 60_000));
  }
});

it("keeps the newest where there are more than the limit, and says how many are left out", async () => {
  const all = await ask("chart.listTimes", { refs });
  const few = await ask("chart.listTimes", { refs, limit: 5 });
  expect([few.listed, few.left]).toEqual([5, all.listed - 5]);
  const times = (answer: typeof all) => answer.events.flatMap(({ minutes, days }) => [...minutes, ...days]).sort((a, b) => b - a);
  expect(times(few)).toEqual(times(all).slice(0, 5));
});

it("answers nothing for entities that it does not know", async () => {
  expect(await ask("chart.listTimes", { refs: ["phone:0", "person:nobody"] })).toEqual({ events: [], listed: 0, left: 0 });
  expect(await ask("chart.placeElements", { refs: ["place:nowhere"] })).toEqual({ points: [], unplaced: 0 });
});

it("tells where cases happened; a masked session gets about a kilometre", async () => {
  const { points } = await ask("chart.placeElements", { refs });
  expect(points.length).toBeGreaterThan(3);
  const masked = await ask("chart.placeElements", { refs }, true);
  expect(masked.points).toHaveLength(points.length);
  for (const { longitude, latitude } of masked.points)
    expect([longitude, latitude].map((one) => Math.round(one * 100) / 100)).toEqual([longitude, latitude]);
});
