// `npm run package [-- --linux --arm64 …]`: builds, then packs for this system (or the one named) as electron-builder.yml says.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const builder = join(dirname(createRequire(import.meta.url).resolve("electron-builder/package.json")), "cli.js");

await ensureBuilt("renderer");
await ensureBuilt("desktop");
const { status } = spawnSync(process.execPath, [builder, "--config", "electron-builder.yml", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
