// A file that the engine made, on disk: whole or not at all; what a killed run left beside it is cleared (reliability DS11).
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { CaseweaveError } from "../../shared/errors.ts";
import type { ExportedFile } from "../../shared/review/exportCalls.ts";

export const endingOf = (path: string): string => extname(path).slice(1).toLowerCase();

export interface SavedFile {
  readonly out: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly count: number;
  readonly isMasked: boolean;
}

const unfinished = ".caseweave-part";

/** Parts of this very file from runs that were killed; another run that is still writing holds a part of its own process. */
function clearParts(folder: string, name: string): void {
  for (const file of readdirSync(folder)) {
    if (!file.startsWith(`.${name}.`) || !file.endsWith(unfinished)) continue;
    const writer = Number(file.slice(name.length + 2, -unfinished.length));
    if (!isRunning(writer)) rmSync(join(folder, file), { force: true });
  }
}

function isRunning(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ === process.pid) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "w", 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function saveBytes(out: string, bytes: Uint8Array): void {
  const path = resolve(out);
  const [folder, name] = [dirname(path), basename(path)];
  const part = join(folder, `.${name}.${process.pid}${unfinished}`);
  try {
    clearParts(folder, name);
    writeDurably(part, bytes);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new CaseweaveError(
      "file-not-written",
      { file: out, reason: (error as NodeJS.ErrnoException).code ?? String(error) },
      { cause: error },
    );
  }
}

export function saveFile(out: string, file: ExportedFile): SavedFile {
  const bytes = Buffer.from(file.base64, "base64");
  saveBytes(out, bytes);
  return { out, bytes: bytes.length, sha256: file.sha256, count: file.count, isMasked: file.isMasked };
}
