// The packaging configuration as electron-builder reads it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export function configuration(): Record<string, unknown> {
  const { load } = createRequire(createRequire(import.meta.url).resolve("electron-builder"))("js-yaml") as {
    load: (text: string) => unknown;
  };
  return load(readFileSync(`${root}electron-builder.yml`, "utf8")) as Record<string, unknown>;
}
