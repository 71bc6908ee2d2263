// A workspace in a folder that cannot be written: found in, opened and asked as any other; what is looked at is recorded in the user's own ledger.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownAuditFile } from "../../../electron/engine/audit/ownAudit.ts";
import { createEngine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import type { CaseweaveError } from "../../../shared/errors.ts";
import type { CallName, Result } from "../../../shared/rpc/contract.ts";
import { runHere } from "./runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-locked-"));
const locked = join(folder, "locked");
const isRoot = process.getuid?.() === 0;
let canLock = true;

/** Root is stopped by nothing but a file system that is mounted so. */
function lockFolder(): void {
  if (!isRoot) {
    chmodSync(locked, 0o555);
    return;
  }
  try {
    execFileSync("mount", ["-o", "remount,ro", locked], { stdio: "ignore" });
  } catch {
    canLock = false;
  }
}

beforeAll(async () => {
  mkdirSync(locked);
  process.env["CASEWEAVE_HOME"] = join(folder, "home");
  writeFileSync(join(folder, "cases.csv"), "案件编号,案件类别,嫌疑人电话\nA1,电信诈骗,13800138000\nA2,电信诈骗,13800138000\n");
  await runHere(["import", join(folder, "w.caseweave"), join(folder, "cases.csv")]);
  if (isRoot) {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", locked], { stdio: "ignore" });
    } catch {
      canLock = false;
    }
  }
  copyFileSync(join(folder, "w.caseweave"), join(locked, "w.caseweave"));
  if (canLock) lockFolder();
}, 60_000);

afterAll(() => {
  delete process.env["CASEWEAVE_HOME"];
  if (isRoot && canLock) execFileSync("umount", ["-l", locked]);
  else chmodSync(locked, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const workspace = join(locked, "w.caseweave");
const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`caseweave-read-${process.pid}-`));

async function withEngine(work: (call: <Name extends CallName>(name: Name, params: object) => Promise<Result<Name>>) => Promise<void>) {
  const engine = await createEngine({ workspacePath: workspace, user: "tester" });
  try {
    await work(
      async (name, params) => (await engine.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as never,
    );
  } finally {
    await engine.close();
  }
}

it("is opened for reading, searched, asked for a path, and left as it was", async (test) => {
  if (!canLock) return test.skip("no folder can be locked here: this user is root and may not mount");
  await withEngine(async (call) => {
    expect((await call("workspace.readInfo", {})).readOnly).toBe(true);
    expect((await call("workspace.searchEntities", { words: "138001" })).hits.map(({ entity }) => entity)).toEqual(["phone:13800138000"]);
    const { paths } = await call("chart.findPaths", { from: "case:A1", to: "case:A2" });
    expect(paths[0]?.nodes).toEqual(["case:A1", "phone:13800138000", "case:A2"]);
    const refused = await call("review.recordDecision", { subject: "pair", a: "A1", b: "A2", verdict: "confirm", reason: "试写" }).catch(
      (error: CaseweaveError) => error.code,
    );
    expect(refused).toBe("read-only");
    expect(copies().length).toBe(1);
  });
  expect(readdirSync(locked)).toEqual(["w.caseweave"]);
  expect(copies()).toEqual([]);
});

it("leaves a chained entry with the workspace in the user's own ledger for all that was looked at", async (test) => {
  if (!canLock) return test.skip("no folder can be locked here");
  const ledger = openWorkspaceFile(ownAuditFile(), { readOnly: true });
  const entries = ledger.all<{ action: string; detail: string }>(sql`SELECT action, detail FROM audit ORDER BY sequence`);
  ledger.close();
  const searched = entries.find(({ action }) => action === "workspace.searchEntities");
  expect(JSON.parse(searched!.detail)).toMatchObject({ words: "138001", workspace });
  expect(entries.some(({ action }) => action === "chart.findPaths")).toBe(true);
  expect((await runHere(["audit", "verify", ownAuditFile()])).code).toBe(0);
});

it("answers the command line", async (test) => {
  if (!canLock) return test.skip("no folder can be locked here");
  const { code, out } = await runHere(["search", workspace, "138001", "--json"]);
  expect([code, JSON.parse(out).entity]).toEqual([0, "phone:13800138000"]);
  const asked = await runHere(["query", workspace, "SELECT count(*) AS n FROM v_case", "--json"]);
  expect([asked.code, JSON.parse(asked.out)]).toEqual([0, { n: 2 }]);
});

it("shows nothing about a person where not even the ledger can be written", async (test) => {
  if (!canLock) return test.skip("no folder can be locked here");
  const home = process.env["CASEWEAVE_HOME"];
  process.env["CASEWEAVE_HOME"] = join(locked, "home");
  try {
    await withEngine(async (call) => {
      const refused = await call("workspace.searchEntities", { words: "138001" }).catch((error: CaseweaveError) => error.code);
      expect(refused).toBe("audit-failed");
    });
  } finally {
    process.env["CASEWEAVE_HOME"] = home;
  }
});
