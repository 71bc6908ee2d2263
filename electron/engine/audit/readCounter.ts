// Reads that tell nothing of a person (counts, lists, expanding) are audited together, within a second.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { Connection } from "../store/sqlite/database.ts";
import { type AuditAuthor, appendAudit } from "./auditLog.ts";

export interface ReadCounter {
  /** Counts one read; refuses when the last batch could not be written. */
  count(action: string): void;
  flush(): void;
}

const batchMilliseconds = 1000;

export function createReadCounter(auditIn: () => Connection, author: AuditAuthor): ReadCounter {
  let counts: Record<string, number> = {};
  let timer: NodeJS.Timeout | null = null;
  let failure: unknown = null;

  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (Object.keys(counts).length === 0) return;
    try {
      auditIn().write((db) => appendAudit(db, author, { action: "reads", detail: counts }));
      counts = {};
      failure = null;
    } catch (error) {
      failure = error;
    }
  };

  return {
    count(action) {
      if (failure) flush();
      if (failure) throw new CaseweaveError("audit-failed", { reason: (failure as { code?: string }).code ?? String(failure) });
      counts[action] = (counts[action] ?? 0) + 1;
      timer ??= setTimeout(flush, batchMilliseconds);
    },
    flush,
  };
}
