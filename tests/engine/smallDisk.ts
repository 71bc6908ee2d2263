// A small disk in memory, where the right to mount one is given; tests that need it are skipped elsewhere.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";

export interface SmallDisk {
  readonly path: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives the room back. */
  free(): void;
  unmount(): void;
}

export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), "caseweave-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path], { stdio: "ignore" });
  } catch {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
  return {
    path,
    fill: () => fillDisk(path),
    free: () => {
      for (const name of readdirSync(path)) if (name.startsWith("filler")) rmSync(join(path, name));
    },
    unmount: () => {
      execFileSync("umount", ["-l", path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function fillDisk(path: string): void {
  for (const [size, most] of [
    [1_000_000, 2000],
    [4096, 500],
  ] as const) {
    try {
      for (let i = 0; i < most; i++) writeFileSync(join(path, `filler-${size}-${i}`), Buffer.alloc(size));
      throw new Error("the disk is larger than expected");
    } catch (error) {
      expect(error).toMatchObject({ code: "ENOSPC" });
    }
  }
}
