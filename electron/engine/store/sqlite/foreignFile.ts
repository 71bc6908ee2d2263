// Another program's SQLite file as tables of text: never written to, not even by the driver (its log and lock files would stand beside the evidence).
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

export interface ForeignTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isEmpty: boolean;
}

/** A path that can be opened in place, or the bytes of a file whose log is joined or that lies in an archive. */
export type ForeignFile = string | Buffer;

/** Opened with a log (write-ahead): byte 18 and 19 of the header, 2. https://sqlite.org/fileformat.html#the_database_header */
const usesLog = (head: Buffer): boolean => head[18] === 2 || head[19] === 2;

/** A database without a log is read in place; one with a log is read from memory, the log's pages joined. */
export function foreignPlainFile(path: string, head: Buffer): ForeignFile {
  if (!usesLog(head)) return path;
  return existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0 ? joinLog(path) : withoutLog(readFileSync(path));
}

/** Bytes of a database, ready to be read from memory. */
export function withoutLog(bytes: Buffer): Buffer {
  if (!usesLog(bytes)) return bytes;
  const plain = Buffer.from(bytes);
  plain[18] = 1;
  plain[19] = 1;
  return plain;
}

/** Copies file and log to a folder that is gone when this returns, and gives the whole back as bytes. */
function joinLog(path: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "caseweave-log-"));
  try {
    const copy = join(folder, "copy.db");
    for (const ending of ["", "-wal"]) copyFileSync(`${path}${ending}`, `${copy}${ending}`);
    const database = new Database(copy);
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
    return withoutLog(readFileSync(copy));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function open(file: ForeignFile): Database.Database {
  const database = new Database(file as string, { readonly: true, ...(typeof file === "string" && { fileMustExist: true }) });
  database.pragma("trusted_schema=0");
  database.pragma("cell_size_check=1");
  database.defaultSafeIntegers(true);
  return database;
}

/** What is wrong with the pages, or null. */
export function checkForeignFile(file: ForeignFile): string | null {
  const database = open(file);
  try {
    const found = String(database.pragma("quick_check(1)", { simple: true }));
    return found === "ok" ? null : found;
  } finally {
    database.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Tables that hold rows of their own, in the order in which they were made; not views, nor what the database keeps for itself. */
export function listForeignTables(file: ForeignFile): readonly ForeignTable[] {
  const database = open(file);
  try {
    const names = database
      .prepare<[], { name: string }>(
        `SELECT s.name FROM sqlite_schema s JOIN pragma_table_list l ON l.name = s.name AND l.schema = 'main'
         WHERE l.type = 'table' AND s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY s.rowid`,
      )
      .all();
    return names.map(({ name }) => ({
      name,
      columns: database
        .prepare(`SELECT * FROM ${quoted(name)} LIMIT 0`)
        .columns()
        .map((column) => column.name),
      isEmpty: database.prepare(`SELECT 1 FROM ${quoted(name)} LIMIT 1`).get() === undefined,
    }));
  } finally {
    database.close();
  }
}

/** Rows in the order of their ids (without ids: in the order of the file), in pages of up to `size`; blobs as hexadecimal digits. */
export function* readForeignTable(file: ForeignFile, name: string, size: number): Generator<string[][]> {
  const database = open(file);
  try {
    const rows = database
      .prepare(`SELECT * FROM ${quoted(name)}`)
      .raw(true)
      .iterate() as Iterable<unknown[]>;
    let page: string[][] = [];
    for (const row of rows) {
      page.push(row.map(cellText));
      if (page.length < size) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  } finally {
    database.close();
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Buffer.isBuffer(value)) return value.length === 0 ? "" : `0x${value.toString("hex")}`;
  return String(value);
}
