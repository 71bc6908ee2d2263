// Set-up of a whole test run: the programs that tests start find Node's compile cache warm, and begin in half the time.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));
const warmCache = fileURLToPath(new URL("../scripts/warmCache.ts", import.meta.url));

/** Filled when it is not there; later Node itself sees which sources have changed. */
export function setup(): void {
  process.env["NODE_COMPILE_CACHE"] = folder;
  if (!existsSync(folder)) spawnSync(process.execPath, [warmCache], { stdio: ["ignore", "ignore", "inherit"] });
}
