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

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const found = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  const imports = found.map((name) =>
    name.startsWith(".")
      ? relative(root, resolve(root, dirname(path), name))
          .split(sep)
          .join("/")
      : name,
  );
  return { path: path.split(sep).join("/"), text, imports };
}

export const sourceFiles: readonly SourceFile[] = folders.flatMap(listFiles).map(readSource);

export const codeFiles = sourceFiles.filter(({ path }) => !path.endsWith(".css"));
