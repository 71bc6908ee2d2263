// The self-test runs every stage on planted data, touches nothing of the workspace that asks, leaves nothing behind, and can be cancelled.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import type { JobProgress } from "../../../shared/rpc/channel.ts";
import { type SelfTestResult, selfTestSteps } from "../../../shared/workspace/selfTestCalls.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("caseweave-selftest-"));

it("judges each stage and leaves workspace and disk as they were", async () => {
  const before = leftovers();
  const engine = await createEngine({ workspacePath: join(folder, "asks.caseweave") });
  const told: JobProgress[] = [];
  const context = { signal: new AbortController().signal, report: (progress: JobProgress) => void told.push(progress) };
  const result = (await engine.dispatch("workspace.runSelfTest", { scale: 0.2, seed: 5 }, context)) as SelfTestResult;
  const info = (await engine.dispatch("workspace.readInfo", {}, context)) as { entities: object; sources: number; dataVersion: number };
  await engine.close();
  expect(result.lines.map(({ step }) => step)).toEqual([...selfTestSteps]);
  const line = (step: string) => result.lines.find((one) => one.step === step)!;
  expect(line("import-cases")).toMatchObject({ planted: 160, found: 160, right: 160, recall: 1, precision: 1 });
  expect(line("resolve-books").recall).toBeGreaterThan(0.93);
  expect(line("resolve-books-sure").precision).toBeGreaterThan(0.98);
  expect(line("resolve-books-sure").recall).toBeGreaterThan(0.7);
  expect(line("group-rings").recall).toBeGreaterThan(0.7);
  expect(line("group-roles").recall).toBeGreaterThan(0.8);
  expect(line("group-series").precision).toBeGreaterThan(0.8);
  for (const { planted, found, right } of result.lines) expect(right).toBeLessThanOrEqual(Math.min(planted, found));
  expect([info.entities, info.sources, info.dataVersion]).toEqual([{}, 0, 0]);
  expect(told.at(-1)).toMatchObject({ phase: "selftest", done: told.at(-1)!.total });
  expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
}, 240_000);

it("stops when it is cancelled, and clears up", async () => {
  const before = leftovers();
  const engine = await createEngine({ workspacePath: join(folder, "cancels.caseweave") });
  const abort = new AbortController();
  const report = ({ done }: JobProgress) => {
    if (done === 1) setTimeout(() => abort.abort(), 300);
  };
  await expect(engine.dispatch("workspace.runSelfTest", { scale: 0.2 }, { signal: abort.signal, report })).rejects.toMatchObject({
    code: "cancelled",
  });
  await engine.close();
  expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
}, 60_000);
