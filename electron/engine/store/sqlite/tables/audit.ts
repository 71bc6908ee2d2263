// Rows of the audit table.
import type { AuditFacts } from "../../../../../shared/audit/entry.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

export interface AuditRow extends AuditFacts {
  readonly hash: string;
}

const columns = sql`sequence, at, utc_offset AS utcOffset, user, host, action, detail, result, previous, hash`;

export const readAuditHead = (db: ReadableDb) =>
  db.get<{ sequence: number; hash: string }>(sql`SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1`);

export function insertAudit(db: WritableDb, facts: AuditFacts, hash: string): void {
  db.run(sql`INSERT INTO audit (sequence, at, utc_offset, user, host, action, detail, result, previous, hash)
    VALUES (${facts.sequence}, ${facts.at}, ${facts.utcOffset}, ${facts.user}, ${facts.host}, ${facts.action}, ${facts.detail}, ${facts.result}, ${facts.previous}, ${hash})`);
}

export const iterateAudit = (db: ReadableDb) => db.iterate<AuditRow>(sql`SELECT ${columns} FROM audit ORDER BY sequence`);

export const listAuditAfter = (db: ReadableDb, after: number, limit: number) =>
  db.all<AuditRow>(sql`SELECT ${columns} FROM audit WHERE sequence > ${after} ORDER BY sequence LIMIT ${limit}`);

export const listAudit = (db: ReadableDb, before: number | null, limit: number) =>
  db.all<AuditRow>(
    sql`SELECT ${columns} FROM audit WHERE sequence < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY sequence DESC LIMIT ${limit}`,
  );

/** Entries that began one of these actions, newest first; a job's later entries (`done`) tell the same again. */
export const listActionsOf = (db: ReadableDb, actions: readonly string[], limit: number) =>
  db.all<AuditRow>(
    sql`SELECT ${columns} FROM audit WHERE action IN ${sqlJsonList(actions)} AND result IN ('ok', 'started') ORDER BY sequence DESC LIMIT ${limit}`,
  );

export const readAuditHash = (db: ReadableDb, sequence: number): string | null =>
  db.get<{ hash: string }>(sql`SELECT hash FROM audit WHERE sequence = ${sequence}`)?.hash ?? null;
