// Opens a workspace file: the settings that keep it safe, on every connection and at every reopening, and the check that it is one of ours.
import { statSync } from "node:fs";
import Database from "better-sqlite3";
import CipherDatabase from "better-sqlite3-multiple-ciphers";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type Connection, wrapDatabase } from "./database.ts";
import { latestVersion, migrate } from "./migrations/index.ts";
import { translateStoreError } from "./storeErrors.ts";

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
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new CaseweaveError("not-a-workspace", { path });
  const isNew = !found || found.size === 0;
  if (isNew && options.readOnly) throw new CaseweaveError("workspace-missing", { path });
  try {
    if (!isNew && !options.readOnly) lookBeforeWriting(path, options);
    return openChecked(path, isNew, options);
  } catch (error) {
    throw translateStoreError(error, path, Boolean(options.key));
  }
}

/** Another program's file or a newer workspace is refused before anything could change a byte of it. */
function lookBeforeWriting(path: string, options: OpenOptions): void {
  const database = openDriver(path, { ...options, readOnly: true });
  try {
    checkIsOurs(database, path);
  } finally {
    database.close();
  }
}

function openChecked(path: string, isNew: boolean, options: OpenOptions): Connection {
  const database = openDriver(path, options);
  try {
    // First of all: a crash right here must not leave a file that is nobody's.
    if (isNew) database.pragma(`application_id=${applicationId}`);
    applySafety(database, options.readOnly ?? false);
    checkIsOurs(database, path);
    const connection = wrapDatabase(database);
    if (!options.readOnly) migrate(database);
    return connection;
  } catch (error) {
    database.close();
    throw error;
  }
}

function openDriver(path: string, options: OpenOptions): Database.Database {
  const driver = options.key ? CipherDatabase : Database;
  const database = new driver(path, { readonly: options.readOnly ?? false, fileMustExist: options.readOnly ?? false }) as Database.Database;
  if (options.key) {
    database.pragma("cipher='aegis'");
    database.pragma(`key='${options.key.replaceAll("'", "''")}'`);
  }
  return database;
}

function applySafety(database: Database.Database, readOnly: boolean): void {
  if (!readOnly) database.pragma("journal_mode=WAL");
  for (const [name, value] of Object.entries(safetyPragmas)) database.pragma(`${name}=${value}`);
  database.pragma("recursive_triggers=1"); // so that REPLACE cannot get round "append-only"
  database.pragma("cache_size=-65536");
  database.pragma("journal_size_limit=67108864");
  // Pages of 4 KB: a checkpoint every 64 MB instead of every 4, so that a load does not copy the same page again and again.
  database.pragma("wal_autocheckpoint=16000");
}

function checkIsOurs(database: Database.Database, path: string): void {
  const id = database.pragma("application_id", { simple: true });
  if (id !== applicationId) throw new CaseweaveError("not-a-workspace", { path });
  const version = Number(database.pragma("user_version", { simple: true }));
  if (version > latestVersion) throw new CaseweaveError("workspace-newer", { path, version, supported: latestVersion });
}
