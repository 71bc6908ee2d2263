// Opens a workspace file: the settings that keep it safe, on every connection and at every reopening, and the check that it is one of ours.
import { existsSync, openSync, readSync, closeSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import CipherDatabase from "better-sqlite3-multiple-ciphers";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type Connection, wrapDatabase } from "./database.ts";
import { registerFunctions } from "./functions.ts";
import { latestVersion, migrate } from "./migrations/index.ts";

/** "CWV1" in the file's header: another program's SQLite file is not taken for a workspace. */
export const applicationId = 0x43575631;

/** Reliability DS3: read back from every connection, new or reopened, by a test. */
export const safetyPragmas = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  temp_store: 2,
  busy_timeout: 5000,
} as const;

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Passphrase of an encrypted workspace. */
  readonly key?: string | null;
}

export function openWorkspaceFile(path: string, options: OpenOptions = {}): Connection {
  const isNew = !existsSync(path) || statSync(path).size === 0;
  if (isNew && options.readOnly) throw new CaseweaveError("workspace-missing", { path });
  try {
    return openChecked(path, isNew, options);
  } catch (error) {
    throw translateOpenError(error, path, options);
  }
}

function openChecked(path: string, isNew: boolean, options: OpenOptions): Connection {
  const driver = options.key ? CipherDatabase : Database;
  const database = new driver(path, { readonly: options.readOnly ?? false, fileMustExist: options.readOnly ?? false }) as Database.Database;
  try {
    if (options.key) {
      database.pragma("cipher='aegis'");
      database.pragma(`key='${options.key.replaceAll("'", "''")}'`);
    }
    applySafety(database, options.readOnly ?? false);
    registerFunctions(database);
    if (isNew) database.pragma(`application_id=${applicationId}`);
    checkIsOurs(database, path);
    const connection = wrapDatabase(database);
    if (!options.readOnly) migrate(database);
    return connection;
  } catch (error) {
    database.close();
    throw error;
  }
}

function applySafety(database: Database.Database, readOnly: boolean): void {
  if (!readOnly) database.pragma("journal_mode=WAL");
  for (const [name, value] of Object.entries(safetyPragmas)) database.pragma(`${name}=${value}`);
  database.pragma("cache_size=-65536");
  database.pragma("journal_size_limit=67108864");
}

function checkIsOurs(database: Database.Database, path: string): void {
  const id = database.pragma("application_id", { simple: true });
  if (id !== applicationId) throw new CaseweaveError("not-a-workspace", { path });
  const version = Number(database.pragma("user_version", { simple: true }));
  if (version > latestVersion) throw new CaseweaveError("workspace-newer", { path, version, supported: latestVersion });
}

function translateOpenError(error: unknown, path: string, options: OpenOptions): unknown {
  const code = (error as { code?: string }).code ?? "";
  if (code === "SQLITE_NOTADB") return notADatabase(path, options);
  if (code.startsWith("SQLITE_CORRUPT")) return new CaseweaveError("workspace-damaged", { path, reason: (error as Error).message });
  if (code === "SQLITE_FULL" || code.startsWith("SQLITE_IOERR")) return new CaseweaveError("disk-full", { path, reason: code });
  if (code === "SQLITE_CANTOPEN") return new CaseweaveError("workspace-missing", { path });
  return error;
}

function notADatabase(path: string, options: OpenOptions): CaseweaveError {
  if (options.key) return new CaseweaveError("workspace-key-wrong", { path });
  const header = Buffer.alloc(16);
  const file = openSync(path, "r");
  readSync(file, header, 0, 16, 0);
  closeSync(file);
  if (header.toString("latin1").startsWith("SQLite format 3")) return new CaseweaveError("workspace-damaged", { path, reason: "header" });
  return new CaseweaveError("not-a-workspace", { path });
}
