// Finds the Electron program, or fetches it where a person could use it; null where it is not to be had.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const fetchMilliseconds = 60_000;
const require = createRequire(import.meta.url);

/** What lies on the disk, without asking the network. */
export function installedElectron(): string | null {
  const folder = electronFolder();
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, "dist"), readFileSync(pathFile, "utf8"));
  return existsSync(path) ? path : null;
}

/** The package fetches its program at first use; here with a limit, so that a network that swallows packets does not hold up the start. */
export function fetchElectron(): string | null {
  spawnSync(process.execPath, [join(electronFolder(), "install.js")], { stdio: "ignore", timeout: fetchMilliseconds });
  return installedElectron();
}

/** Chromium's sandbox refuses to run as root, and without it we do not run. */
export function canSandbox(): boolean {
  return process.getuid?.() !== 0;
}

function electronFolder(): string {
  return dirname(require.resolve("electron/package.json"));
}
