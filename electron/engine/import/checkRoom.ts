// Looks for room on the workspace's disk before an import begins: stopping halfway for want of it helps nobody.
import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";

/** Rows, indexes and the write-ahead log take up to so many times the source (reliability DS5). */
const roomFactor = 3;
const spareBytes = 64 * 1024 * 1024;

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);

/** @param bytes of a source that is read from the workspace itself */
export function checkRoom(workspace: string, paths: readonly string[], bytes = 0): void {
  const disk = dirname(workspace);
  const needed = paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), bytes) * roomFactor + spareBytes;
  const { bavail, bsize } = statfsSync(disk);
  const free = bavail * bsize;
  if (free < needed)
    throw new CaseweaveError("disk-full", { path: workspace, disk, reason: `${megabytes(free)} MB < ${megabytes(needed)} MB` });
}
