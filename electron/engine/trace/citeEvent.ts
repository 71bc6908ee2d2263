// Every row that tells of an event: the first, and those of other files.
import type { Citation } from "../../../shared/model/source.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listEventSources } from "../store/sqlite/tables/entityFacts.ts";

interface ToldEvent extends Citation {
  readonly id: number;
}

export function citeEvent(db: ReadableDb, kind: string, { id, sourceId, row, source, sheet }: ToldEvent): readonly Citation[] {
  const further = listEventSources(db, kind, id).filter((one) => one.sourceId !== sourceId || one.row !== row);
  return [{ sourceId, row, source, sheet }, ...further];
}
