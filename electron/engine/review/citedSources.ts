// The sources that lines and statements cite, as the table at the end names them.
import type { Citation } from "../../../shared/model/source.ts";
import type { Masker } from "../../../shared/review/masker.ts";
import type { CitedSource } from "../../../shared/review/paper/citation.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readSource } from "../store/sqlite/tables/source.ts";

export function listCitedSources(db: ReadableDb, rows: Iterable<Pick<Citation, "sourceId">>, show: Masker): CitedSource[] {
  const ids = [...new Set([...rows].map(({ sourceId }) => sourceId))].sort((a, b) => a - b);
  return ids.flatMap((id) => {
    const source = readSource(db, id);
    if (!source) return [];
    const { name, entry, sheet, read, sha256 } = source;
    return { id, file: show.fileName(entry ?? name), sheet: sheet === null ? null : show.fileName(sheet), rows: read, sha256 };
  });
}
