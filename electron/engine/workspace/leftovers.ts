// Sources that nobody sees: what a cancelled, failed or killed import left (with an audit entry each), and what was taken out. Removed step by step.
import { type AuditAuthor, appendAudit } from "../audit/auditLog.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb, WritableDb } from "../store/sqlite/database.ts";
import { stepsToRemove } from "../store/sqlite/tables/removeLoading.ts";
import { listLoadingSources } from "../store/sqlite/tables/source.ts";

/**
 * Short transactions that together remove all leftovers. Sources that were taken out are large and audited already:
 * the start leaves them to the next import.
 */
export function* leftoverSteps(db: ReadableDb, author: AuditAuthor, isStart = false): Generator<(db: WritableDb) => void> {
  for (const { id, name, isRemoved } of listLoadingSources(db)) {
    if (isRemoved && isStart) continue;
    for (const step of stepsToRemove(id)) {
      let isDone = false;
      while (!isDone)
        yield (writable) => {
          isDone = step(writable);
        };
    }
    if (isRemoved) continue;
    yield (writable) => appendAudit(writable, author, { action: "import.discard", detail: { source: name, id } });
  }
}

/** In the engine: other calls are answered in between. */
export async function clearLeftovers(context: JobContext): Promise<void> {
  for (const step of leftoverSteps(context.db, { user: context.user, clock: context.clock })) await context.tidy(step);
}
