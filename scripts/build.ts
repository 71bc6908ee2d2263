// Bundles the renderer and the programs into dist/. `ensureBuilt` does so only when a source is newer than the last build.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { alone } from "./alone.ts";
import { programs } from "./config/programs.config.ts";
import rendererConfig from "./config/vite.config.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

export type BuildPart = "renderer" | "desktop";

interface Part {
  readonly sources: readonly string[];
  run(): Promise<void>;
}

const parts: Readonly<Record<BuildPart, Part>> = {
  renderer: {
    sources: ["renderer", "shared", "resources", "scripts/config", "package.json"],
    run: async () => void (await build({ ...rendererConfig, configFile: false })),
  },
  desktop: { sources: ["electron", "shared", "resources", "scripts/config", "package.json"], run: buildPrograms },
};

async function buildPrograms(): Promise<void> {
  rmSync(join(root, "dist/desktop"), { recursive: true, force: true });
  for (const program of programs) await build(program);
}

function isBuilt(part: BuildPart): boolean {
  const stamp = join(root, "dist", `${part}.built`);
  return existsSync(stamp) && statSync(stamp).mtimeMs >= newestChange(parts[part].sources);
}

/** Builds a part unless its stamp is newer than all its sources. Returns whether it built; `beforeBuild` is told first. */
export async function ensureBuilt(part: BuildPart, beforeBuild: () => void = () => undefined): Promise<boolean> {
  if (isBuilt(part)) return false;
  mkdirSync(join(root, "dist"), { recursive: true });
  // Tests run side by side: one of them builds, the others wait.
  return await alone(join(root, "dist", `${part}.lock`), async () => {
    if (isBuilt(part)) return false;
    beforeBuild();
    await buildPart(part);
    return true;
  });
}

async function buildPart(part: BuildPart): Promise<void> {
  const startedAt = new Date();
  await parts[part].run();
  const stamp = join(root, "dist", `${part}.built`);
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
}

function newestChange(paths: readonly string[]): number {
  let newest = 0;
  for (const path of paths.map((name) => join(root, name))) {
    newest = Math.max(newest, statSync(path).mtimeMs);
    if (!statSync(path).isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return newest;
}

if (import.meta.main) for (const part of ["renderer", "desktop"] as const) await buildPart(part);
