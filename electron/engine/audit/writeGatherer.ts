// Writes that repeat themselves, as the autosave of a chart: the first of a session is written down in its own transaction; those after it are counted and written together, ten minutes later and when the workspace is closed.
import type { Connection, WritableDb } from "../store/sqlite/database.ts";
import { type AuditAuthor, type AuditEntry, appendAudit } from "./auditLog.ts";

export interface WriteGatherer {
  /** In the transaction of the write. `session`: what belongs together. */
  note(db: WritableDb, session: string, entry: AuditEntry): void;
  flush(): void;
}

export const gatherMilliseconds = 600_000;
/** Sessions that are remembered; the oldest is written down and forgotten first. */
const mostSessions = 50;

interface Session {
  /** When the last row was written. */
  readonly since: number;
  /** Writes since then, and what the last of them said. */
  readonly writes: number;
  readonly entry: AuditEntry;
}

const rowOf = ({ entry, writes }: Session): AuditEntry => ({ ...entry, detail: { ...entry.detail, writes } });

export function createWriteGatherer(connection: Connection, author: AuditAuthor): WriteGatherer {
  const sessions = new Map<string, Session>();
  const begin = (session: string, entry: AuditEntry) => sessions.set(session, { since: author.clock(), writes: 0, entry });
  const forgetOldest = (db: WritableDb): void => {
    const [oldest] = sessions;
    if (sessions.size < mostSessions || oldest === undefined) return;
    if (oldest[1].writes > 0) appendAudit(db, author, rowOf(oldest[1]));
    sessions.delete(oldest[0]);
  };
  return {
    note(db, session, entry) {
      const known = sessions.get(session);
      if (known === undefined) {
        forgetOldest(db);
        appendAudit(db, author, entry);
        begin(session, entry);
        return;
      }
      const counted = { ...known, writes: known.writes + 1, entry };
      if (author.clock() - known.since < gatherMilliseconds) {
        sessions.set(session, counted);
        return;
      }
      appendAudit(db, author, rowOf(counted));
      begin(session, entry);
    },
    flush() {
      const open = [...sessions.values()].filter(({ writes }) => writes > 0);
      sessions.clear();
      if (open.length > 0)
        connection.write((db) => {
          for (const session of open) appendAudit(db, author, rowOf(session));
        });
    },
  };
}
