// One writer a workspace, any number of readers: who holds it is told at once, and a dead holder is taken over.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { openWorkspace } from "../../../electron/engine/workspace/openWorkspace.ts";
import type { CaseweaveError } from "../../../shared/errors.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

const open = (path: string, readOnly = false) => openWorkspace(path, { readOnly, key: null, author: { user: "second", clock: Date.now } });

function startHolder(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./holder.ts", import.meta.url)), ...args], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.push(child);
  return child;
}

async function holdInChild(path: string): Promise<ChildProcess> {
  const child = startHolder(path);
  await once(child.stdout!, "data");
  return child;
}

async function resultOf(child: ChildProcess): Promise<{ done: number; errors: string[] }> {
  let text = "";
  child.stdout!.on("data", (data: Buffer) => {
    text += data.toString();
  });
  await once(child, "close");
  return JSON.parse(text);
}

function refusal(path: string): CaseweaveError {
  try {
    open(path).close();
  } catch (error) {
    return error as CaseweaveError;
  }
  throw new Error("opened");
}

const writeLock = (path: string, holder: object | string) =>
  writeFileSync(`${path}-lock`, typeof holder === "string" ? holder : JSON.stringify(holder));

it("a second process is refused at once and told who holds the workspace", async () => {
  const path = at("a.caseweave");
  const holder = await holdInChild(path);
  const from = performance.now();
  const { code, details } = refusal(path);
  const waited = performance.now() - from;
  expect({ code, pid: details["pid"], host: details["host"] }).toEqual({ code: "workspace-held", pid: holder.pid, host: hostname() });
  expect(waited, "no waiting for SQLite's busy timeout").toBeLessThan(4000);
});

it("a refused opening leaves the holder's lock alone", async () => {
  const path = at("a.caseweave");
  await holdInChild(path);
  const before = readFileSync(`${path}-lock`, "utf8");
  refusal(path);
  expect(readFileSync(`${path}-lock`, "utf8")).toBe(before);
});

it("a reader may open what another process holds", async () => {
  const path = at("a.caseweave");
  await holdInChild(path);
  const reader = open(path, true);
  expect(reader.connection.path).toBe(path);
  reader.close();
});

it("the lock of a killed process is taken over", async () => {
  const path = at("a.caseweave");
  const holder = await holdInChild(path);
  holder.kill("SIGKILL");
  await once(holder, "exit");
  open(path).close();
  expect(existsSync(`${path}-lock`)).toBe(false);
});

it("a lock whose pid now belongs to another program is taken over", () => {
  const path = at("a.caseweave");
  writeLock(path, { pid: process.pid, host: hostname(), user: "gone", since: 1, started: "12345" });
  open(path).close();
  expect(existsSync(`${path}-lock`)).toBe(false);
});

it.each([
  ["cut short by a crash", '{"pid":12'],
  ["empty", ""],
])("a lock that is %s is taken over", (_what, text) => {
  const path = at("a.caseweave");
  writeLock(path, text);
  open(path).close();
});

it("a lock of another machine is never taken for dead", () => {
  const path = at("a.caseweave");
  writeLock(path, { pid: 1, host: `not-${hostname()}`, user: "far", since: 1, started: "" });
  expect(refusal(path).details).toMatchObject({ user: "far" });
});

it("of ten processes that meet a dead lock at once, exactly one writes at a time and the rest are refused", async () => {
  const path = at("a.caseweave");
  open(path).close();
  writeLock(path, { pid: 2 ** 22 + 1, host: hostname(), user: "gone", since: 1, started: "1" });
  const racers = Array.from({ length: 10 }, () => startHolder(path));
  await Promise.all(racers.map((child) => Promise.race([once(child.stdout!, "data"), once(child, "exit")])));
  expect(racers.filter((child) => child.exitCode === null)).toHaveLength(1);
  expect(readdirSync(dirname(path)).filter((name) => name.includes("-lock"))).toEqual(["a.caseweave-lock"]);
});

it("eight readers and a writer work side by side without one SQLITE_BUSY", async () => {
  const path = at("a.caseweave");
  open(path).close();
  const workers = [startHolder(path, "write", "3"), ...Array.from({ length: 8 }, () => startHolder(path, "read", "2"))];
  const results = await Promise.all(workers.map(resultOf));
  expect(results.flatMap(({ errors }) => errors)).toEqual([]);
  expect(results.every(({ done }) => done > 0)).toBe(true);
});
