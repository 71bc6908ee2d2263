// An import is whole or not at all: killed at any moment, cancelled, its parser killed, on a full disk, or done twice.
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { type ChildHandle, forkChild } from "../../../electron/engine/jobs/spawn.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { openWorkspace } from "../../../electron/engine/workspace/openWorkspace.ts";
import type { ImportResult } from "../../../shared/import/calls.ts";
import { seededRandom } from "../../../shared/random.ts";
import { freshFolder } from "../folder.ts";
import { mountSmallDisk, type SmallDisk } from "../smallDisk.ts";
import { countRows } from "../store/readWhole.ts";
import { runCli, startCli, transferMapping, writeLedger, writeMapping } from "./cli.ts";

const at = freshFolder();
const shared = freshFolder("all");
const rows = 200_000;
/** Enough to stop in the middle of, quick enough to do often. */
const fewerRows = 80_000;
let ledger: string;
let shorter: string;
let mapping: string;

beforeAll(async () => {
  ledger = await writeLedger(shared("ledger.csv"), rows);
  shorter = await writeLedger(shared("shorter.csv"), fewerRows);
  mapping = writeMapping(shared("mapping.json"));
});

/** Waits until another process can see so many committed transfers, loading or not. */
async function untilStored(path: string, committed: number, isOver = () => false): Promise<void> {
  let reader: Connection | null = null;
  for (let seen = 0; seen < committed && !isOver(); ) {
    await sleep(20);
    reader ??= openReader(path);
    seen = reader?.get<{ n: number | null }>(sql`SELECT max(id) AS n FROM transfer`)?.n ?? 0;
  }
  reader?.close();
}

function openReader(path: string): Connection | null {
  try {
    const reader = openWorkspaceFile(path, { readOnly: true });
    reader.get(sql`SELECT 1 FROM transfer`);
    return reader;
  } catch {
    return null; // the file or its tables are still being made
  }
}

async function killAt(path: string, committed: number): Promise<void> {
  const { child, done } = startCli(["import", path, ledger, "--mapping", mapping, "--json"]);
  let isOver = false;
  void done.then(() => {
    isOver = true;
  });
  await untilStored(path, committed, () => isOver);
  child.kill("SIGKILL");
  await done;
}

/** Opens as after a crash, checks every page and every index, and tells what is visible and what is there at all. */
function examine(path: string): { check: unknown; seen: number; stored: number; sources: number } {
  const { connection, close } = openWorkspace(path, { readOnly: false, key: null, author: { user: "tester", clock: Date.now } });
  const check = connection.pragma("integrity_check");
  const seen = connection.get<{ n: number }>(sql`SELECT count(*) AS n FROM v_transfer`)!.n;
  const { transfer, source } = countRows(connection);
  close();
  return { check, seen, stored: transfer!, sources: source! };
}

const whole = [{ integrity_check: "ok" }];
const nothing = { check: whole, seen: 0, stored: 0, sources: 0 };
const all = { check: whole, seen: rows, stored: rows, sources: 1 };

it("killed at ten points of the write, it leaves all rows or none, and can be done again", async () => {
  const random = seededRandom(3);
  const points = Array.from({ length: 10 }, (_, point) => Math.floor(((point + random()) * rows) / 10));
  const outcomes: string[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const pair = [i, i + 1].map((point) => ({ path: at(`killed${point}.caseweave`), point }));
    await Promise.all(pair.map(({ path, point }) => killAt(path, points[point]!)));
    for (const { path, point } of pair) {
      const found = examine(path);
      expect([nothing, all], `killed at ${points[point]} rows`).toContainEqual(found);
      outcomes.push(found.seen === 0 ? "none" : "all");
    }
  }
  expect(outcomes.filter((outcome) => outcome === "none").length, outcomes.join()).toBeGreaterThanOrEqual(5);
  const again = await runCli(["import", at("killed4.caseweave"), ledger, "--mapping", mapping, "--json"]);
  expect(JSON.parse(again.out).sources[0].rows).toEqual({ read: rows, stored: rows, rejected: 0, skipped: 0, twins: 0 });
  expect(examine(at("killed4.caseweave"))).toEqual(all);
}, 180_000);

const quiet = { report: () => {} };

const start = (path: string, spawnChild = forkChild): Promise<Engine> => createEngine({ workspacePath: path, user: "tester", spawnChild });

const store = (engine: Engine, path = ledger, signal = new AbortController().signal): Promise<ImportResult> =>
  engine.dispatch("import.storeFiles", { paths: [path], mapping: transferMapping }, { signal, ...quiet }) as Promise<ImportResult>;

it("the same file a second time changes nothing and says so", async () => {
  const small = await writeLedger(at("small.csv"), 500);
  const engine = await start(at("a.caseweave"));
  const first = await store(engine, small);
  const before = await engine.dispatch("workspace.readInfo", {}, { signal: new AbortController().signal, ...quiet });
  const second = await store(engine, small);
  const after = await engine.dispatch("workspace.readInfo", {}, { signal: new AbortController().signal, ...quiet });
  expect(second.sources).toEqual(first.sources.map((source) => ({ ...source, already: true })));
  expect({ ...(after as object), auditEntries: 0 }).toEqual({ ...(before as object), auditEntries: 0 });
  await engine.close();
});

it("cancelled in the middle it answers at once, leaves nothing, and can be done again", async () => {
  const path = at("a.caseweave");
  const engine = await start(path);
  const cancel = new AbortController();
  const running = store(engine, ledger, cancel.signal).catch((error: unknown) => error);
  await untilStored(path, 60_000);
  const from = performance.now();
  cancel.abort();
  expect(await running).toMatchObject({ code: "cancelled" });
  const answered = performance.now() - from;
  expect(answered).toBeLessThan(3000);
  console.info(`cancelled after ${answered.toFixed(0)} ms (budget 500 ms)`);
  expect(await engine.dispatch("import.listSources", {}, { signal: new AbortController().signal, ...quiet })).toEqual([]);
  expect((await store(engine)).sources[0]!.rows.stored).toBe(rows);
  await engine.close();
  expect(examine(path)).toEqual(all);
});

it("survives its parser: killed in the middle it leaves nothing, and the engine answers on", async () => {
  const path = at("a.caseweave");
  const children: ChildHandle[] = [];
  const engine = await start(path, async () => {
    const child = await forkChild();
    children.push(child);
    return child;
  });
  const running = store(engine, shorter).catch((error: unknown) => error);
  await untilStored(path, 20_000);
  children[0]!.kill();
  expect(await running).toMatchObject({ code: "child-died" });
  expect(await engine.dispatch("import.listSources", {}, { signal: new AbortController().signal, ...quiet })).toEqual([]);
  await engine.close();
  expect(examine(path)).toEqual(nothing);
});

let disk: SmallDisk | null = null;

afterEach(() => {
  disk?.unmount();
  disk = null;
});

it("refuses at once what a small disk cannot hold, and names the disk", async ({ skip }) => {
  disk = mountSmallDisk(16);
  if (!disk) return skip("cannot mount a small disk here");
  const path = `${disk.path}/a.caseweave`;
  const { code, out } = await runCli(["import", path, ledger, "--mapping", mapping, "--json"]);
  const { error } = JSON.parse(out);
  expect({ code, error: error.code }).toEqual({ code: 1, error: "disk-full" });
  expect(error.message).toContain(disk.path);
  expect(examine(path)).toEqual(nothing);
});

it("a disk that fills up midway loses nothing, opens, and takes the import once there is room", async ({ skip }) => {
  disk = mountSmallDisk(180);
  if (!disk) return skip("cannot mount a small disk here");
  const path = `${disk.path}/a.caseweave`;
  const small = await writeLedger(at("small.csv"), 2000);
  expect((await runCli(["import", path, small, "--mapping", mapping])).code).toBe(0);
  const { done } = startCli(["import", path, shorter, "--mapping", mapping, "--json"]);
  await untilStored(path, 20_000);
  disk.fill();
  const { code, out } = await done;
  expect({ code, error: JSON.parse(out).error.code }).toEqual({ code: 1, error: "disk-full" });
  // Whatever the end of the import gave back is taken too: not even a lock finds room.
  disk.fill();
  expect(examine(path)).toMatchObject({ check: whole, seen: 2000 });
  const full = await runCli(["import", path, small, "--mapping", mapping, "--json"]);
  expect({ code: full.code, error: JSON.parse(full.out).error.code }).toEqual({ code: 1, error: "disk-full" });
  disk.free();
  expect((await runCli(["import", path, shorter, "--mapping", mapping])).code).toBe(0);
  // The small ledger is the beginning of the other: its transfers are told twice and stand once.
  expect(examine(path)).toEqual({ check: whole, seen: fewerRows, stored: fewerRows, sources: 2 });
});
