// AU1 and AU2 over the whole contract: every call leaves its row before its result, and none gives a result when the row cannot be written.
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { contract } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { mountSmallDisk, type SmallDisk } from "../smallDisk.ts";
import { countRows } from "../store/readWhole.ts";
import { makeCaseWorkspace } from "./caseWorkspace.ts";
import { everyCall } from "./everyCall.ts";

const at = freshFolder();
let engine: Engine | null = null;
let disk: SmallDisk | null = null;

afterEach(async () => {
  await engine?.close();
  disk?.unmount();
  [engine, disk] = [null, null];
});

const context = { signal: new AbortController().signal, report: () => {} };

/** Entries that other processes can see: rows of the call's own, and counts in the batches of reads. */
function countEntries(path: string): Map<string, number> {
  const reader = openWorkspaceFile(path, { readOnly: true });
  const entries = new Map<string, number>();
  for (const { action, detail } of reader.all<{ action: string; detail: string }>(sql`SELECT action, detail FROM audit`)) {
    const counts = action === "reads" ? (JSON.parse(detail) as Record<string, number>) : { [action]: 1 };
    for (const [name, count] of Object.entries(counts)) entries.set(name, (entries.get(name) ?? 0) + count);
  }
  reader.close();
  return entries;
}

/** The code of the refusal, or `answered`. */
async function call(name: string, parameters: unknown): Promise<string> {
  try {
    await engine!.dispatch(name, parameters, context);
    return "answered";
  } catch (error) {
    if (!(error instanceof CaseweaveError)) throw error;
    return error.code;
  }
}

const all = Object.keys(contract).length;

describe("every call of the contract", () => {
  it("has its audit row on disk before its result leaves; batched reads their count once closed", async () => {
    const path = at("a.caseweave");
    makeCaseWorkspace(path, at("ledger.csv"));
    engine = await createEngine({ workspacePath: path, user: "tester" });
    const missing: string[] = [];
    const batched: string[] = [];
    const bad: string[] = [];
    for (const {
      name,
      parameters,
      call: { audit },
    } of everyCall(at("ledger.csv"))) {
      const outcome = await call(name, parameters);
      if (outcome === "bad-request") bad.push(name);
      if (audit === "batched") batched.push(name);
      else if ((countEntries(path).get(name) ?? 0) === 0) missing.push(`${name}: ${outcome}`);
    }
    await engine.close();
    engine = null;
    const entries = countEntries(path);
    expect({ bad, missing, uncounted: batched.filter((name) => !entries.has(name)) }).toEqual({ bad: [], missing: [], uncounted: [] });
    expect(everyCall("").length).toBe(all);
  }, 300_000); // the self-test builds a small county of its own
});

/** One batched read passes before its second is over: the next flush meets the broken audit. */
async function letBatchFail(): Promise<void> {
  await call("workspace.readInfo", {});
  await expect.poll(() => call("workspace.readInfo", {}), { timeout: 5000, interval: 200 }).not.toBe("answered");
}

describe("when the audit cannot be written", () => {
  it("every call is refused and no fact changes: a fault in the table", async () => {
    const path = at("a.caseweave");
    makeCaseWorkspace(path, at("ledger.csv"));
    const raw = new Database(path);
    raw.exec("CREATE TRIGGER audit_broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
    raw.close();
    engine = await createEngine({ workspacePath: path, user: "tester" });
    const before = factsOf(path);
    await letBatchFail();
    const outcomes = new Map<string, string>();
    for (const { name, parameters } of everyCall(at("ledger.csv"))) outcomes.set(name, await call(name, parameters));
    expect(
      [...outcomes].filter(([, outcome]) => !["audit-failed", "chart-unknown", "snapshot-unknown", "attachment-unknown"].includes(outcome)),
    ).toEqual([]);
    expect(outcomes.size).toBe(all);
    expect(factsOf(path)).toEqual(before);
  });

  it("every call is refused and no fact changes: a full disk", async ({ skip }) => {
    disk = mountSmallDisk(16);
    if (!disk) return skip("cannot mount a small disk here");
    const path = `${disk.path}/a.caseweave`;
    makeCaseWorkspace(path, at("ledger.csv"));
    engine = await createEngine({ workspacePath: path, user: "tester" });
    const before = factsOf(path);
    disk.fill();
    await letBatchFail();
    const outcomes = new Map<string, string>();
    for (const { name, parameters } of everyCall(at("ledger.csv"))) outcomes.set(name, await call(name, parameters));
    expect(
      [...outcomes].filter(
        ([, outcome]) => !["audit-failed", "disk-full", "chart-unknown", "snapshot-unknown", "attachment-unknown"].includes(outcome),
      ),
    ).toEqual([]);
    expect(outcomes.size).toBe(all);
    disk.free();
    expect(factsOf(path)).toEqual(before);
    expect(await call("workspace.readInfo", {})).toBe("answered");
  });
});

function factsOf(path: string): unknown {
  const reader = openWorkspaceFile(path, { readOnly: true });
  const facts = {
    ...countRows(reader),
    decisions: reader.all(sql`SELECT * FROM decision`),
    charts: reader.all(sql`SELECT * FROM chart`),
    exclusions: reader.all(sql`SELECT * FROM exclusion`),
  };
  reader.close();
  return facts;
}
