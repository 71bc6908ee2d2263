// One writer a workspace: a lock file beside it names who holds it. A holder that is no longer there is taken over.
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
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
    takeAside(path, holder);
  }
  throw new CaseweaveError("workspace-held", { path: workspace });
}

/** Written whole beside its place, then linked there: nobody ever reads half a lock, and only one of two gets it. */
function tryCreate(path: string, now: number): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), user: userInfo().username, since: now, started: startOf(process.pid) };
  const draft = `${path}.${process.pid}`;
  let isWritten = false;
  try {
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
    isWritten = true;
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EEXIST") return false;
    if (code === "ENOENT") throw new CaseweaveError("workspace-missing", { path });
    if (code === "ENOSPC") throw new CaseweaveError("disk-full", { path, reason: code });
    throw new CaseweaveError("read-only", { path, reason: code ?? "" });
  } finally {
    if (isWritten) remove(draft);
  }
}

/** Moves a lock that nobody holds out of the way. If another process was quicker and this is its new lock, it goes back. */
function takeAside(path: string, dead: Holder | null): void {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
    const moved = readHolder(aside);
    const isAnother = moved !== null && (moved.pid !== dead?.pid || moved.started !== dead.started);
    if (isAnother && isAlive(moved)) linkSync(aside, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    remove(aside);
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
  const holder = readHolder(path);
  if (holder?.pid === process.pid && holder.host === hostname()) remove(path);
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
