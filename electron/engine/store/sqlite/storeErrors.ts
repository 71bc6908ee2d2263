// What SQLite reports, in our codes: a full disk does not say "full", a damaged file shows up in the middle of a query.
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { CaseweaveError } from "../../../../shared/errors.ts";

/** Writing failed for want of room: SQLite names it by what it was doing (measured on a full tmpfs). */
const fullDisk = new Set(["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMMAP"]);
const damaged = new Set(["SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS"]);

export const isFullDisk = (error: unknown): boolean => fullDisk.has(String((error as { code?: unknown } | null)?.code));

/** An error of ours, or the error as it came when it is not SQLite's. */
export function translateStoreError(error: unknown, path: string, isEncrypted: boolean): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof CaseweaveError || typeof code !== "string" || !code.startsWith("SQLITE_")) return error;
  const reason = (error as Error).message;
  if (code === "SQLITE_NOTADB") return notADatabase(path, isEncrypted);
  if (code.startsWith("SQLITE_CORRUPT") || damaged.has(code))
    return new CaseweaveError("workspace-damaged", { path, reason }, { cause: error });
  if (isFullDisk(error)) return new CaseweaveError("disk-full", { path, disk: dirname(path), reason: code }, { cause: error });
  if (code.startsWith("SQLITE_READONLY")) return new CaseweaveError("read-only", { path, reason: code }, { cause: error });
  if (code.startsWith("SQLITE_CANTOPEN"))
    return new CaseweaveError(existsSync(path) ? "read-only" : "workspace-missing", { path, reason: code }, { cause: error });
  return error;
}

function notADatabase(path: string, isEncrypted: boolean): CaseweaveError {
  if (isEncrypted) return new CaseweaveError("workspace-key-wrong", { path });
  const header = Buffer.alloc(16);
  const file = openSync(path, "r");
  readSync(file, header, 0, 16, 0);
  closeSync(file);
  if (header.toString("latin1").startsWith("SQLite format 3")) return new CaseweaveError("workspace-damaged", { path, reason: "header" });
  return new CaseweaveError("not-a-workspace", { path });
}
