// Which of several tellings of an event is shown.
import type { WritableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { tellTransferFirst } from "./completeTransfers.ts";
import { addEdges } from "./edge.ts";
import { type EventEdge, type EventTable, type EventValues, edgesOf, eventColumns, updateEventText } from "./eventColumns.ts";

/** A further telling, by its number, becomes the one that is shown; what was shown is told beside it. */
export function tellFirst(db: WritableDb, table: EventTable, id: number, telling: number): void {
  if (table === "transfer") tellTransferFirst(db, id, telling);
  else tellPlainFirst(db, table, id, telling);
}

function tellPlainFirst(db: WritableDb, table: EventTable, id: number, telling: number): void {
  const { sourceId, row, values } = readShown(db, table, id);
  const other = db.get<{ sourceId: number; row: number; told: string }>(
    sql`SELECT source_id AS sourceId, row, told FROM event_source WHERE id = ${telling}`,
  )!;
  const told = JSON.parse(other.told) as EventValues;
  db.run(sql`UPDATE event_source SET source_id = ${sourceId}, row = ${row}, told = ${JSON.stringify(values)} WHERE id = ${telling}`);
  db.prepare(updateEventText(table)).run(...told, other.sourceId, other.row, id);
  for (const edge of edgesOf(table, values)) renewEdge(db, table, sourceId, edge);
  for (const edge of edgesOf(table, told)) addEdge(db, table, other.sourceId, edge);
}

type Shown = Record<string, string | number | null> & { readonly sourceId: number; readonly row: number };

const selected = (table: EventTable) => rawSql(`${eventColumns[table].join(", ")}, source_id AS sourceId, row`);
const valuesOf = (table: EventTable, shown: Shown): EventValues => eventColumns[table].map((column) => shown[column] ?? null);

function readShown(db: WritableDb, table: EventTable, id: number) {
  const shown = db.get<Shown>(sql`SELECT ${selected(table)} FROM ${rawSql(table)} WHERE id = ${id}`)!;
  return { sourceId: shown.sourceId, row: shown.row, values: valuesOf(table, shown) };
}

const addEdge = (db: WritableDb, table: EventTable, sourceId: number, { from, to, sum, at }: EventEdge): void =>
  addEdges(db, [{ from, to, kind: table, directed: true, sourceId, count: 1, sum, firstAt: at, lastAt: at }]);

/** First and last of an edge cannot be subtracted: what its source tells of the pair is added up again. */
function renewEdge(db: WritableDb, table: EventTable, sourceId: number, { from, to }: EventEdge): void {
  db.run(sql`DELETE FROM edge WHERE from_id = ${from} AND to_id = ${to} AND kind = ${table} AND source_id = ${sourceId}`);
  const subject = rawSql(eventColumns[table].find((column) => column.endsWith("_id"))!);
  const own = db.all<Shown>(
    sql`SELECT ${selected(table)} FROM ${rawSql(table)} WHERE ${subject} = ${from} AND source_id = ${sourceId} ORDER BY id`,
  );
  for (const shown of own)
    for (const edge of edgesOf(table, valuesOf(table, shown))) if (edge.from === from && edge.to === to) addEdge(db, table, sourceId, edge);
}
