// Entries of tasks: appended, read in the order in which they were written.
import type { TaskEntry } from "../../../../../shared/review/task/task.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { sql } from "../sql.ts";

type StoredEntry = Omit<TaskEntry, "about"> & { readonly about: string };

const columns = sql`id, number, state, text, owner, due, about, reason, board, scene, by, at`;
const open = ({ about, ...entry }: StoredEntry): TaskEntry => ({ ...entry, about: JSON.parse(about) as string[] });

export const listTaskEntries = (db: ReadableDb): TaskEntry[] => db.all<StoredEntry>(sql`SELECT ${columns} FROM task ORDER BY id`).map(open);

export const listEntriesOfTask = (db: ReadableDb, number: number): TaskEntry[] =>
  db.all<StoredEntry>(sql`SELECT ${columns} FROM task WHERE number = ${number} ORDER BY id`).map(open);

/** A number is never given twice: entries are never taken out. */
export const nextTaskNumber = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT coalesce(max(number), 0) + 1 AS n FROM task`)?.n ?? 1;

export function insertTaskEntry(db: WritableDb, { about, ...entry }: Omit<TaskEntry, "id">): void {
  db.run(sql`INSERT INTO task (number, state, text, owner, due, about, reason, board, scene, by, at)
    VALUES (${entry.number}, ${entry.state}, ${entry.text}, ${entry.owner}, ${entry.due}, ${JSON.stringify(about)}, ${entry.reason},
      ${entry.board}, ${entry.scene}, ${entry.by}, ${entry.at})`);
}
