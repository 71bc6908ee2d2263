// A page on disk that only its owner can read and that leads the browser in: the code shows neither in `ps` nor on a command line.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export function writeRedirectFile(address: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "caseweave-open-")), "open.html");
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><title>Caseweave</title><meta http-equiv="refresh" content="0;url=${address}">\n`,
    {
      mode: 0o600,
      flag: "wx",
    },
  );
  return path;
}

export function removeRedirectFile(path: string): void {
  rmSync(dirname(path), { recursive: true, force: true });
}
