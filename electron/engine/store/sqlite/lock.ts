// One writer a workspace: a lock file beside it names who holds it. A holder that is no longer there is taken over.
import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { CaseweaveError } from "../../../../shared/errors.ts";

export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  readonly since: number;
  /** Start of the process in clock ticks where the system tells (Linux): a reused pid is not taken for the holder. */
  readonly started: string;
}

const lockPath = (workspace: string) => `${workspace}-lock`;

/** Takes the lock or throws `workspace-held` with the holder. Returns the release. */
export function lockWorkspace(workspace: string, now: number): () => void {
  const path = lockPath(workspace);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (tryCreate(path, now)) return () => releaseOwn(path);
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw new CaseweaveError("workspace-held", { path: workspace, ...holder });
    remove(path);
  }
  throw new CaseweaveError("workspace-held", { path: workspace });
}

function tryCreate(path: string, now: number): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), user: userInfo().username, since: now, started: startOf(process.pid) };
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, JSON.stringify(holder));
    closeSync(file);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EEXIST") return false;
    if (code === "ENOENT") throw new CaseweaveError("workspace-missing", { path });
    if (code === "ENOSPC") throw new CaseweaveError("disk-full", { path });
    throw new CaseweaveError("read-only", { path, reason: code ?? "" });
  }
}

export function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null; // absent, or cut short by a crash: nobody holds it
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return holder.started === "" || holder.started === startOf(holder.pid);
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return ""; // no /proc on this system: the pid alone decides
  }
}

function releaseOwn(path: string): void {
  if (readHolder(path)?.pid === process.pid) remove(path);
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
