// Sources that never became ready: what a cancelled, failed or killed import left. Removed step by step, with an audit entry each.
import { type AuditAuthor, appendAudit } from "../audit/auditLog.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb, WritableDb } from "../store/sqlite/database.ts";
import { stepsToRemove } from "../store/sqlite/tables/removeLoading.ts";
import { listLoadingSources } from "../store/sqlite/tables/source.ts";

/** Short transactions that together remove all leftovers. */
export function* leftoverSteps(db: ReadableDb, author: AuditAuthor): Generator<(db: WritableDb) => void> {
  for (const { id, name } of listLoadingSources(db)) {
    for (const step of stepsToRemove(id)) {
      let isDone = false;
      while (!isDone)
        yield (writable) => {
          isDone = step(writable);
        };
    }
    yield (writable) => appendAudit(writable, author, { action: "import.discard", detail: { source: name, id } });
  }
}

/** In the engine: other calls are answered in between. */
export async function clearLeftovers(context: JobContext): Promise<void> {
  for (const step of leftoverSteps(context.db, { user: context.user, clock: context.clock })) await context.tidy(step);
}
