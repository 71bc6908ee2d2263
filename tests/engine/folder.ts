// A temporary folder for tests, taken away afterwards.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";

/** `const at = freshFolder()`: at("a.caseweave") lies in a fresh folder of the running test, or in one of the whole file. */
export function freshFolder(of: "each" | "all" = "each"): (name: string) => string {
  let folder: string | null = null;
  (of === "each" ? afterEach : afterAll)(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = null;
  });
  return (name) => {
    folder ??= mkdtempSync(join(tmpdir(), "caseweave-test-"));
    return join(folder, name);
  };
}
