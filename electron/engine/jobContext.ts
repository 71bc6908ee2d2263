// What a read is given, and beside that a job: its signal, its progress, slices of loading rows, and commits with their audit entry.
import { type Masker, openMasker } from "../../shared/review/masker.ts";
import type { JobProgress } from "../../shared/rpc/channel.ts";
import { type AuditEntry, appendAudit } from "./audit/auditLog.ts";
import type { JobContext, ReadContext } from "./handler.ts";
import type { EngineParts } from "./parts.ts";
import type { WritableDb } from "./store/sqlite/database.ts";
import { bumpDataVersion } from "./store/sqlite/tables/meta.ts";

export interface DispatchContext {
  readonly signal: AbortSignal;
  readonly isMasked?: boolean;
  /** Set by `dispatchMasked`. */
  readonly masker?: Masker;
  report(progress: JobProgress): void;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export const createReadContext = (parts: EngineParts, masker: Masker = openMasker): ReadContext => ({
  db: parts.connection,
  graph: parts.graphs.reader,
  graphs: parts.graphs,
  workspace: parts.workspace,
  user: parts.author.user,
  clock: parts.author.clock,
  running: parts.running,
  show: masker,
  addresses: parts.addresses,
  telling: parts.telling,
});

const writeAudited = <T>({ connection, author }: EngineParts, entry: AuditEntry, work: (db: WritableDb) => T): T =>
  connection.write((db) => {
    const result = work(db);
    appendAudit(db, author, entry);
    return result;
  });

async function tidy<T>({ connection }: EngineParts, work: (db: WritableDb) => T): Promise<T> {
  const value = connection.write(work);
  await nextTurn();
  return value;
}

export function createJobContext(parts: EngineParts, { signal, report, masker }: DispatchContext): JobContext {
  return {
    ...createReadContext(parts, masker),
    jobs: parts.jobs,
    openOther: (path) => parts.openOther(path),
    ask: (name, params) => parts.ask(name, params, { signal, report }),
    signal,
    report,
    slice: async (work) => {
      signal.throwIfAborted();
      const value = parts.connection.stage(work);
      await nextTurn();
      return value;
    },
    tidy: (work) => tidy(parts, work),
    commit: (entry, what, work) => {
      parts.connection.keepStaged();
      const value = writeAudited(parts, entry, (db) => {
        const result = work(db);
        if (what.includes("facts")) bumpDataVersion(db);
        return result;
      });
      parts.tellChanged(what);
      return value;
    },
    aside: (entry, what, work) => {
      writeAudited(parts, entry, work);
      if (what.length > 0) parts.tellChanged(what);
    },
    exclusive: (work) =>
      parts.queue.run(() => {
        forgetStaged(parts);
        return work();
      }),
  };
}

/** What an earlier job staged and lost is that job's failure, not this one's. */
function forgetStaged(parts: EngineParts): void {
  try {
    parts.connection.keepStaged();
  } catch {
    return; // that job is over and has been told
  }
}
