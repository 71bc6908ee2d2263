// A job goes on when its page is gone: it is listed, and anybody may cancel it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-jobs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const endless = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) AS n FROM c";

test("a job at work is listed with its name and ends when another page cancels it", async () => {
  const engine = await createEngine({ workspacePath: join(folder, "jobs.caseweave") });
  const context = { signal: new AbortController().signal, report: () => undefined };
  const ask = <T>(name: string, params: object) => engine.dispatch(name, params, context) as Promise<T>;
  const running = ask("workspace.queryViews", { sql: endless });
  const outcome = running.then(
    () => "ended",
    (error: { code?: string; name?: string }) => error.code ?? error.name,
  );
  const [job] = await ask<{ id: number; name: string }[]>("workspace.listJobs", {});
  expect(job?.name).toBe("workspace.queryViews");
  expect(await ask("workspace.cancelJob", { id: job!.id })).toEqual({ id: job!.id, wasRunning: true });
  expect(["cancelled", "AbortError"]).toContain(await outcome);
  expect(await ask("workspace.listJobs", {})).toEqual([]);
  expect(await ask("workspace.cancelJob", { id: job!.id })).toEqual({ id: job!.id, wasRunning: false });
  await engine.close();
});
