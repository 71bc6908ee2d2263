// Cases like one: prepared cases serve until facts change, series and judgements as they stand now.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { caseMapping, writeCaseFile } from "../../../scripts/bench/caseFile.ts";
import type { SimilarCase } from "../../../shared/link/calls.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-similar-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a judgement changes no score until the next run, and series are named as they stand", { timeout: 60_000 }, async () => {
  const workspacePath = join(folder, "similar.caseweave");
  await writeCaseFile(join(folder, "cases.csv"), 300);
  const context = { signal: new AbortController().signal, report: () => undefined };
  const open = async () => {
    const engine = await createEngine({ workspacePath });
    const ask = <T>(name: string, params: object) => engine.dispatch(name, params, context) as Promise<T>;
    return { ask, close: () => engine.close() };
  };
  const first = await open();
  await first.ask("import.storeFiles", { paths: [join(folder, "cases.csv")], mapping: caseMapping });
  await first.ask("link.runLinkage", {});
  await first.ask("group.runSeries", {});
  const [pair] = (await first.ask<{ items: { a: string; b: string }[] }>("link.listPairs", { state: "all" })).items;
  const before = await first.ask<readonly SimilarCase[]>("link.findSimilar", { case: pair!.a });
  expect(before.some(({ series }) => series !== null)).toBe(true);
  await first.ask("review.recordDecision", { subject: "pair", a: pair!.a, b: pair!.b, verdict: "confirm", reason: "同一账户" });
  const warm = await first.ask<readonly SimilarCase[]>("link.findSimilar", { case: pair!.a });
  expect(warm.map((one) => [one.case, one.bits])).toEqual(before.map((one) => [one.case, one.bits]));
  await first.close();
});
