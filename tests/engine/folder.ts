// A temporary folder of its own for each test, taken away afterwards.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";

/** `const path = freshFolder()`: path("a.caseweave") lies in a fresh folder of the running test. */
export function freshFolder(): (name: string) => string {
  let folder: string | null = null;
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = null;
  });
  return (name) => {
    folder ??= mkdtempSync(join(tmpdir(), "caseweave-test-"));
    return join(folder, name);
  };
}
