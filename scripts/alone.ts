// One process at a time does a piece of work; the others wait until it is done, however long that takes, or do it when that process died.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const pauseMilliseconds = 100;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** A lock without a number was made this moment, or its holder has just let go. */
function isHeld(lock: string): boolean {
  let holder = 0;
  try {
    holder = Number(readFileSync(lock, "utf8"));
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
    if (codeOf(error) === "ENOENT" || codeOf(error) === "EPERM") return true;
    throw error;
  }
}

export async function alone<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
  while (!take(lock)) {
    if (isHeld(lock)) await wait(pauseMilliseconds);
    else rmSync(lock, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
