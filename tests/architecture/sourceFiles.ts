// The source files of the project and what they import, for the rules that a machine can check.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = ["shared", "electron", "renderer", "scripts"];

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Relative imports resolved to paths like `path`; packages as written. */
  readonly imports: readonly string[];
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return /\.(ts|tsx|css)$/.test(entry.name) ? [path] : [];
  });
}

const importPattern = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)\s*import\s+"([^"]+)"/g;

const slashed = (path: string) => path.split(sep).join("/");

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const found = [...text.matchAll(importPattern)];
  const place = (name: string) => (name.startsWith(".") ? slashed(relative(root, resolve(root, dirname(path), name))) : name);
  const imports = found.map((match) => place(match[1] ?? match[2] ?? match[3] ?? ""));
  return { path: slashed(path), text, imports };
}

export const sourceFiles: readonly SourceFile[] = folders.flatMap(listFiles).map(readSource);

export const codeFiles = sourceFiles.filter(({ path }) => !path.endsWith(".css"));
