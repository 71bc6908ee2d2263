// What people do with a series, on a real workspace: record, compare against counting by hand, split off and put back, merge.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { caseMapping, writeCaseFile } from "../../../scripts/bench/caseFile.ts";
import { clip } from "../../../shared/group/agglomerate.ts";
import type { SeriesDetail, SeriesItem } from "../../../shared/group/calls.ts";
import type { SeriesComparison } from "../../../shared/group/compareParts.ts";
import type { PairScore } from "../../../shared/link/pairScore.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-desk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context = { signal: new AbortController().signal, report: () => undefined };

async function openDesk(name: string) {
  const engine = await createEngine({ workspacePath: join(folder, `${name}.caseweave`) });
  const ask = <T>(call: string, params: object) => engine.dispatch(call, params, context) as Promise<T>;
  return { ask, close: () => engine.close() };
}

async function openGrouped(name: string) {
  await writeCaseFile(join(folder, "cases.csv"), 300);
  const { ask, close } = await openDesk(name);
  await ask("import.storeFiles", { paths: [join(folder, "cases.csv")], mapping: caseMapping });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  return { ask, close };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a series is recorded, compared, split, put back and merged; each step shows before it is done", { timeout: 120_000 }, async () => {
  const { ask, close } = await openGrouped("desk");
  const list = async () => (await ask<{ series: SeriesItem[] }>("group.listSeries", {})).series;
  const [first, second] = await list();
  const read = (series: string) => ask<SeriesDetail>("group.readSeries", { series });

  await ask("group.recordSeries", { series: first!.series, status: "open", unit: "云津市局", note: "" });
  await ask("group.recordSeries", { series: first!.series, status: "merged", unit: "云津市局", note: "并案侦查" });
  expect((await read(first!.series)).record.map(({ status, note }) => [status, note])).toEqual([
    ["open", ""],
    ["merged", "并案侦查"],
  ]);
  await expect(ask("group.recordSeries", { series: "S-9999", status: "open", unit: "", note: "" })).rejects.toMatchObject({
    code: "series-unknown",
  });

  const found = await ask<SeriesComparison>("group.compareSeries", { series: first!.series, other: second!.series });
  const across = first!.cases.flatMap((a) => second!.cases.map((b) => [a, b] as const));
  const scores = await ask<readonly PairScore[]>("link.scorePairs", { pairs: across });
  expect(found.sizes).toEqual([first!.cases.length, second!.cases.length]);
  expect(found.across.pairs).toBe(across.length);
  expect(found.across.likely).toBe(scores.filter(({ bits }) => bits >= 0).length);
  expect(found.across.average).toBeCloseTo(mean(scores.map(({ bits }) => clip(bits))), 9);
  expect(found.strongest[0]!.bits).toBeCloseTo(Math.max(...scores.map(({ bits }) => bits)), 9);
  const itself = { series: first!.series, other: first!.series };
  await expect(ask("group.compareSeries", itself)).rejects.toMatchObject({ code: "series-same" });
  await expect(ask("group.mergeSeries", { ...itself, reason: "同一伙" })).rejects.toMatchObject({ code: "series-same" });

  const [out] = first!.cases;
  const part = await ask<SeriesComparison>("group.compareSeries", { series: first!.series, without: [out] });
  expect(part.sizes).toEqual([first!.cases.length - 1, 1]);
  expect(part.cohesion.together).toBeCloseTo(first!.cohesionBits, 1);
  await expect(ask("group.splitSeries", { series: first!.series, cases: [out], reason: " " })).rejects.toMatchObject({
    code: "reason-missing",
  });
  await ask("group.splitSeries", { series: first!.series, cases: [out], reason: "手法不同" });
  await ask("group.runSeries", {});
  expect((await list()).find(({ cases }) => cases.includes(first!.cases[1]!))!.cases).not.toContain(out);
  expect((await read(first!.series)).takenOut).toMatchObject([{ case: out, reason: "手法不同" }]);

  await ask("review.recordDecision", { subject: "series", a: first!.series, b: out, verdict: "confirm", reason: "复核一致" });
  await ask("review.recordDecision", { subject: "series", a: first!.series, b: first!.cases[1], verdict: "confirm", reason: "复核一致" });
  await ask("group.runSeries", {});
  const back = await read(first!.series);
  expect(back.takenOut).toEqual([]);
  expect(back.cases).toContain(out);

  const other = (await list()).find(({ series }) => series !== first!.series)!;
  await ask("group.mergeSeries", { series: first!.series, other: other.series, reason: "同一伙人" });
  await ask("group.runSeries", {});
  expect((await read(first!.series)).cases).toEqual(expect.arrayContaining([...back.cases, ...other.cases]));
  await close();
});

test("pairs, cases alike and two series have the bits of the last run, also for a child that reads them anew and after judgements", {
  timeout: 120_000,
}, async () => {
  const { ask, close } = await openGrouped("again");
  const [first, second] = (await ask<{ series: SeriesItem[] }>("group.listSeries", {})).series;
  const pairs = first!.cases.slice(1).map((b) => [first!.cases[0]!, b] as const);
  const scoresOf = async (desk: typeof ask, more = {}) =>
    (await desk<readonly PairScore[]>("link.scorePairs", { pairs, ...more })).map(({ a, b, bits }) => [a, b, bits] as const);
  const comparison = { series: first!.series, other: second!.series };
  const [scores, compared] = [await scoresOf(ask), await ask<SeriesComparison>("group.compareSeries", comparison)];
  const { items } = await ask<{ items: { a: string; b: string }[] }>("link.listPairs", { state: "all", minBits: -2, limit: 60 });
  for (const [i, { a, b }] of items.entries())
    await ask("review.recordDecision", { subject: "pair", a, b, verdict: i % 2 === 0 ? "confirm" : "reject", reason: "看过两案" });
  expect(await scoresOf(ask)).toEqual(scores);
  expect(await scoresOf(ask, { withJudgements: true })).not.toEqual(scores);
  await close();

  const again = await openDesk("again");
  expect(await scoresOf(again.ask)).toEqual(scores);
  const { strongest, across } = await again.ask<SeriesComparison>("group.compareSeries", comparison);
  expect({ strongest, across }).toEqual({ strongest: compared.strongest, across: compared.across });
  await again.close();
});
