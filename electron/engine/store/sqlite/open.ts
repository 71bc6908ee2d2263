// Opens a workspace file: the settings that keep it safe, on every connection and at every reopening, and the check that it is one of ours.
import { closeSync, openSync, readSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import CipherDatabase from "better-sqlite3-multiple-ciphers";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type Connection, wrapDatabase } from "./database.ts";
import { latestVersion, migrate } from "./migrations/index.ts";
import { addPublicMark } from "./publicMark.ts";
import { copyForReading, needsCopy } from "./readingCopy.ts";
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
    const isChecked = !isNew && checkHeader(path, options);
    if (options.readOnly) return openForReading(path, options);
    if (!isNew && !isChecked) lookBeforeWriting(path, options);
    return openChecked(path, isNew, options);
  } catch (error) {
    throw translateStoreError(error, path, Boolean(options.key));
  }
}

function openForReading(path: string, options: OpenOptions): Connection {
  try {
    return openChecked(path, false, options);
  } catch (error) {
    if (!needsCopy(error, path)) throw error;
  }
  const copy = copyForReading(path);
  try {
    const connection = openChecked(copy.path, false, options);
    const close = () => {
      connection.close();
      copy.remove();
    };
    return { ...connection, path, close };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

/** Where the header tells what a file is: https://sqlite.org/fileformat.html#the_database_header */
const headerPlaces = { pageSize: 16, version: 60, application: 68, bytes: 100 } as const;

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Read without the driver, which would leave a log and a lock file beside what it refuses. With pages in a log, or encrypted, the file does not tell. */
function checkHeader(path: string, { key }: OpenOptions): boolean {
  const head = key || hasLog(path) ? null : readHead(path);
  if (head?.toString("latin1", 0, 15) !== "SQLite format 3" || !hasPageSize(head)) return false;
  checkNumbers(path, head.readUInt32BE(headerPlaces.application), head.readUInt32BE(headerPlaces.version));
  return true;
}

/** A file that does not begin as plain SQLite does: encrypted, or nobody's. */
export function isSealedWorkspace(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size > 0 && readHead(path)?.toString("latin1", 0, 15) !== "SQLite format 3";
}

/** A power of two, 65,536 written as 1: nothing else in a damaged header is believed. */
function hasPageSize(head: Buffer): boolean {
  const size = head.readUInt16BE(headerPlaces.pageSize);
  return size === 1 || (size >= 512 && (size & (size - 1)) === 0);
}

/** Another program's file or a newer workspace is refused before anything could change a byte of it. */
function lookBeforeWriting(path: string, options: OpenOptions): void {
  // The last connection that may write takes log and lock file with it; with pages in the log it would write them first.
  const database = openDriver(path, { ...options, readOnly: hasLog(path) });
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
    addPublicMark(database);
    const connection = wrapDatabase(database);
    if (options.readOnly) checkIsCurrent(database, path);
    else migrate(database);
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
  checkNumbers(path, Number(id), Number(database.pragma("user_version", { simple: true })));
}

/** What only reads cannot bring an older workspace up to date, and our questions would meet tables it does not have. */
function checkIsCurrent(database: Database.Database, path: string): void {
  const version = Number(database.pragma("user_version", { simple: true }));
  if (version < latestVersion) throw new CaseweaveError("workspace-older", { path, version, needed: latestVersion });
}

function readHead(path: string): Buffer {
  const head = Buffer.alloc(headerPlaces.bytes);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, headerPlaces.bytes, 0);
  } finally {
    closeSync(file);
  }
  return head;
}

function checkNumbers(path: string, id: number, version: number): void {
  if (id !== applicationId) throw new CaseweaveError("not-a-workspace", { path });
  if (version > latestVersion) throw new CaseweaveError("workspace-newer", { path, version, supported: latestVersion });
}
