// The demo workspace that `npm start` opens when none is named: built once, through the command line like anybody would.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolder } from "./dataFolder.ts";

const commandLine = fileURLToPath(new URL("../electron/cli/main.ts", import.meta.url));

/** Built in a folder of its own and moved when whole, so that an interrupted start leaves no half demo. */
export function ensureDemoWorkspace(beforeBuild: () => void): string {
  const folder = dataFolder();
  const path = join(folder, "demo.caseweave");
  if (existsSync(path)) return path;
  beforeBuild();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const building = mkdtempSync(join(folder, "building-"));
  try {
    const { status } = spawnSync(process.execPath, [commandLine, "demo", join(building, "demo.caseweave")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status !== 0) process.exit(status ?? 1);
    renameSync(join(building, "demo.caseweave"), path);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return path;
}
