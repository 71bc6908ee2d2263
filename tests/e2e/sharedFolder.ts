// Set-up of a whole test run: names the folder in which the browser tests share what is dear to build, and removes it at the end.
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function setup(): () => void {
  const folder = join(tmpdir(), `caseweave-e2e-${process.pid}`);
  process.env["CASEWEAVE_E2E_FOLDER"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
