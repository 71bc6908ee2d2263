// Connections as the engine sees them: one that reads, one that also writes. A read handler never gets the writing type.
import type BetterSqlite3 from "better-sqlite3";
import type { Sql } from "./sql.ts";
import { Staging } from "./staging.ts";

export interface ReadableDb {
  all<Row>(query: Sql): Row[];
  get<Row>(query: Sql): Row | undefined;
  iterate<Row>(query: Sql): IterableIterator<Row>;
}

export interface WritableDb extends ReadableDb {
  /** Changes, and the id of the last row inserted. */
  run(query: Sql): { readonly changes: number; readonly lastId: number };
  /** A statement prepared once for many rows of plain values. */
  prepare(text: string): PreparedWrite;
}

export interface PreparedWrite {
  run(...values: readonly unknown[]): { readonly changes: number; readonly lastId: number };
  get<Row>(...values: readonly unknown[]): Row | undefined;
}

/** The writer's connection: everything runs inside `write`, which commits all or nothing. */
export interface Connection extends ReadableDb {
  readonly path: string;
  write<T>(work: (db: WritableDb) => T): T;
  /** Rows of a loading source: several slices share one transaction, committed after a second, many slices, or before any `write`. */
  stage<T>(work: (db: WritableDb) => T): T;
  /** Commits what is staged; throws when any of it was lost, so that nobody builds on it. */
  keepStaged(): void;
  pragma(text: string): unknown;
  close(): void;
}

const maxStatements = 500;

export function wrapDatabase(database: BetterSqlite3.Database): Connection {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const statement = (text: string) => statements.get(text) ?? prepareOnce(database, statements, text);
  const run = (query: Sql) => {
    const result = statement(query.text).run(...query.values);
    return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
  };
  const readable: ReadableDb = {
    all: <Row>(query: Sql) => statement(query.text).all(...query.values) as Row[],
    get: <Row>(query: Sql) => statement(query.text).get(...query.values) as Row | undefined,
    iterate: <Row>(query: Sql) => database.prepare(query.text).iterate(...query.values) as IterableIterator<Row>,
  };
  const writable: WritableDb = { ...readable, run, prepare: (text) => wrapStatement(statement(text)) };
  const staging = new Staging(database);
  return {
    ...readable,
    path: database.name,
    write: (work) => {
      staging.commit();
      return database.transaction(() => work(writable)).immediate();
    },
    stage: (work) => staging.run(() => work(writable)),
    keepStaged: () => staging.keep(),
    pragma: (text) => database.pragma(text),
    close: () => {
      try {
        staging.commit();
      } finally {
        statements.clear();
        database.close();
      }
    },
  };
}

function prepareOnce(
  database: BetterSqlite3.Database,
  statements: Map<string, BetterSqlite3.Statement>,
  text: string,
): BetterSqlite3.Statement {
  if (statements.size >= maxStatements) statements.clear();
  const fresh = database.prepare(text);
  statements.set(text, fresh);
  return fresh;
}

function wrapStatement(prepared: BetterSqlite3.Statement): PreparedWrite {
  return {
    run: (...values) => {
      const result = prepared.run(...values);
      return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
    },
    get: <Row>(...values: readonly unknown[]) => prepared.get(...values) as Row | undefined,
  };
}
