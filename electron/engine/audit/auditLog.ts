// The audit: append-only, each entry's SHA-256 covers the one before. Written in the transaction of what it tells of.
import { createHash } from "node:crypto";
import { hostname } from "node:os";
import type { AuditCheck } from "../../../shared/audit/calls.ts";
import { type AuditFacts, canonicalText, chainStart, sortedJson } from "../../../shared/audit/entry.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { defaultUtcOffset } from "../../../shared/model/time.ts";
import type { ReadableDb, WritableDb } from "../store/sqlite/database.ts";
import { isFullDisk } from "../store/sqlite/storeErrors.ts";
import { type AuditRow, insertAudit, iterateAudit, readAuditHead } from "../store/sqlite/tables/audit.ts";

export interface AuditEntry {
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly result?: string;
}

export interface AuditAuthor {
  readonly user: string;
  readonly clock: () => number;
}

const hashOf = (facts: AuditFacts) => createHash("sha256").update(canonicalText(facts)).digest("hex");

export function appendAudit(db: WritableDb, author: AuditAuthor, entry: AuditEntry): void {
  const head = readAuditHead(db);
  const facts: AuditFacts = {
    sequence: (head?.sequence ?? 0) + 1,
    at: author.clock(),
    utcOffset: defaultUtcOffset,
    user: author.user,
    host: hostname(),
    action: entry.action,
    detail: sortedJson(entry.detail),
    result: entry.result ?? "ok",
    previous: head?.hash ?? chainStart,
  };
  try {
    insertAudit(db, facts, hashOf(facts));
  } catch (error) {
    if (isFullDisk(error)) throw error; // says more than "audit failed": dispatch names the disk
    throw new CaseweaveError("audit-failed", { reason: (error as { code?: string }).code ?? String(error) }, { cause: error });
  }
}

/** Walks the chain. A cut tail is whole in itself: it shows only by a head that was kept elsewhere and must still stand in the chain. */
export function verifyAudit(db: ReadableDb, expectedHead?: string): AuditCheck {
  let previous = chainStart;
  let entries = 0;
  let headFound = expectedHead === undefined ? null : expectedHead === chainStart;
  for (const row of iterateAudit(db)) {
    entries += 1;
    if (!isNextLink(row, entries, previous)) return { entries, intact: false, brokenAt: row.sequence, head: previous, headFound };
    previous = row.hash;
    if (row.hash === expectedHead) headFound = true;
  }
  const intact = headFound !== false;
  return { entries, intact, brokenAt: intact ? null : entries + 1, head: previous, headFound };
}

/** Whether a row stands at its place, names the one before, and is what its hash says. */
export function isNextLink(row: AuditRow, expectedSequence: number, previous: string): boolean {
  return row.sequence === expectedSequence && row.previous === previous && row.hash === hashOf(row);
}
