// The chain as every screen tells of it: walked once a connection, some entries a look, then only what came since.
import { chainStart } from "../../../shared/audit/entry.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listAuditAfter, readAuditHead } from "../store/sqlite/tables/audit.ts";
import { isNextLink } from "./auditLog.ts";

interface Walked {
  readonly sequence: number;
  readonly hash: string;
  readonly isIntact: boolean;
}

/** About 20 ms: the engine answers nothing else meanwhile. */
const mostAtOnce = 2_000;

const start: Walked = { sequence: 0, hash: chainStart, isIntact: true };
const walked = new WeakMap<ReadableDb, Walked>();

function walkOn(db: ReadableDb, from: Walked): Walked {
  let last = from;
  for (const row of listAuditAfter(db, from.sequence, mostAtOnce)) {
    if (!isNextLink(row, last.sequence + 1, last.hash)) return { ...last, isIntact: false };
    last = { sequence: row.sequence, hash: row.hash, isIntact: true };
  }
  return last;
}

/** Whether the chain is whole; null while a long one has not been walked to its end: ask again. Changes behind the walk show in `verifyAudit`. */
export function auditSoFar(db: ReadableDb): boolean | null {
  const before = walked.get(db) ?? start;
  const now = before.isIntact ? walkOn(db, before) : before;
  walked.set(db, now);
  if (!now.isIntact) return false;
  return now.sequence >= (readAuditHead(db)?.sequence ?? 0) ? true : null;
}
