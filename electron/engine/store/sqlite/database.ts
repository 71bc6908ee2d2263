// Connections as the engine sees them: one that reads, one that also writes. A read handler never gets the writing type.
import type BetterSqlite3 from "better-sqlite3";
import type { Sql } from "./sql.ts";

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
  const statement = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size >= maxStatements) statements.clear();
    const fresh = database.prepare(text);
    statements.set(text, fresh);
    return fresh;
  };
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
  const staging = createStaging(database);
  return {
    ...readable,
    path: database.name,
    write: (work) => {
      staging.commit();
      return database.transaction(() => work(writable)).immediate();
    },
    stage: (work) => staging.run(() => work(writable)),
    keepStaged: staging.keep,
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

/** A sync to disk a slice would cost more than the slice: so many share one. */
const slicesACommit = 12;
const commitMilliseconds = 1000;

function createStaging(database: BetterSqlite3.Database) {
  let slices = 0;
  let timer: NodeJS.Timeout | null = null;
  let lost: unknown = null;
  const commit = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    slices = 0;
    if (!database.inTransaction) return;
    try {
      database.exec("COMMIT");
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      lost = error; // whoever staged these rows must hear of it, not only the one who happened to write
      throw error;
    }
  };
  const takeLoss = () => {
    const error = lost;
    lost = null;
    if (error) throw error;
  };
  const commitLater = () => {
    try {
      commit();
    } catch {
      timer = null; // nobody waits for the timer: the loss is told to the next slice
    }
  };
  return {
    commit,
    keep: () => {
      takeLoss();
      try {
        commit();
      } finally {
        lost = null;
      }
    },
    /** A slice that fails takes its whole transaction back: the import it belongs to is discarded anyway. */
    run<T>(work: () => T): T {
      takeLoss();
      if (!database.inTransaction) database.exec("BEGIN IMMEDIATE");
      try {
        const value = work();
        slices += 1;
        if (slices >= slicesACommit) commit();
        else timer ??= setTimeout(commitLater, commitMilliseconds);
        return value;
      } catch (error) {
        if (database.inTransaction) database.exec("ROLLBACK");
        lost = null;
        throw error;
      }
    },
  };
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
