// Writes a reject file beside the workspace for every source that has rejected or skipped rows: where, why, and the raw cells.
import { join } from "node:path";
import type { ImportedSource } from "../../../shared/import/calls.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listRowNotes } from "../store/sqlite/tables/rowNote.ts";
import { readRawRows, readSource } from "../store/sqlite/tables/source.ts";
import { type RejectedRow, writeRejectFile } from "./readers/rejectFile.ts";
import { rejectWords } from "./rejectWords.ts";

const maxRejects = 1_000_000;

export async function writeRejects(db: ReadableDb, sources: readonly ImportedSource[], folder: string): Promise<readonly ImportedSource[]> {
  const words = rejectWords(createSentences(terminalLanguage()));
  const written: ImportedSource[] = [];
  for (const source of sources) {
    const isClean = source.rows.rejected + source.rows.skipped === 0;
    if (source.already || isClean) {
      written.push(source);
      continue;
    }
    const path = join(folder, `${source.source.replace(/\.[^.]*$/, "")}${source.sheet ? `_${source.sheet}` : ""}_${source.id}.rejects.csv`);
    await writeRejectFile(path, readRejectedRows(db, source), JSON.parse(readSource(db, source.id)!.headings) as string[], words);
    written.push({ ...source, rejects: path });
  }
  return written;
}

function readRejectedRows(db: ReadableDb, source: ImportedSource): RejectedRow[] {
  const shown = source.sheet ? `${source.source} · ${source.sheet}` : source.source;
  const notes = listRowNotes(db, { sourceId: source.id, reason: null, after: 0, limit: maxRejects });
  return notes.map((note) => ({ ...note, source: shown, cells: readRawRows(db, source.id, note.row, 1)[0]?.cells ?? [] }));
}
