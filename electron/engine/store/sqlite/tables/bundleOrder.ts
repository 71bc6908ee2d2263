// Of several names for one thing, and several values of one kind, the one told first is shown. Which is first must not hang on the order in which bundles came,
// so what bundles touched is put in the order in which the units imported it.
import type { ReadableDb, WritableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { type EventTable, eventTables } from "./eventColumns.ts";
import { pairReversals } from "./pairReversals.ts";
import { listOpen } from "./reversals.ts";
import { indexEntities } from "./searchIndex.ts";
import { tellFirst } from "./tellFirst.ts";

/** Source → its place in the order of telling: sorts as text. */
export type TellingOrder = ReadonlyMap<number, string>;

const earliest = <Told extends { readonly sourceId: number; readonly id: number }>(told: readonly Told[], order: TellingOrder): Told[] =>
  told.toSorted((a, b) => {
    const [x, y] = [order.get(a.sourceId) ?? "~", order.get(b.sourceId) ?? "~"];
    return x < y ? -1 : x > y ? 1 : a.sourceId - b.sourceId || a.id - b.id;
  });

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

interface Named {
  readonly id: number;
  readonly entity: number;
  readonly sourceId: number;
  readonly label: string;
  readonly shown: string;
}

/** The name that the first gives. */
function orderNames(db: WritableDb, entities: readonly number[], order: TellingOrder): void {
  const told =
    db.all<Named>(sql`SELECT t.entity_id AS id, t.entity_id AS entity, t.source_id AS sourceId, t.label, e.label AS shown FROM entity_source t
    JOIN entity e ON e.id = t.entity_id JOIN source s ON s.id = t.source_id AND s.state = 'ready'
    WHERE t.entity_id IN ${sqlJsonList(entities)} AND t.label <> ''`);
  const changed: number[] = [];
  for (const names of groupBy(told, ({ entity }) => String(entity)).values()) {
    const { entity, label, shown } = earliest(names, order)[0]!;
    if (label === shown) continue;
    db.run(sql`UPDATE entity SET label = ${label} WHERE id = ${entity}`);
    changed.push(entity);
  }
  indexEntities(
    db,
    changed.sort((a, b) => a - b),
    () => false,
  );
}

interface Said {
  readonly id: number;
  readonly entity: number;
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  readonly sourceId: number;
  readonly row: number;
}

/** Values of one name change places among themselves: readers take them by their number. */
function orderValues(db: WritableDb, entities: readonly number[], order: TellingOrder): void {
  const said =
    db.all<Said>(sql`SELECT a.id, a.entity_id AS entity, a.name, a.value, a.origin, a.source_id AS sourceId, a.row FROM attribute a
    JOIN source s ON s.id = a.source_id AND s.state = 'ready' WHERE a.entity_id IN ${sqlJsonList(entities)} ORDER BY a.id`);
  const update = db.prepare("UPDATE attribute SET value = ?, origin = ?, source_id = ?, row = ? WHERE id = ?");
  for (const group of groupBy(said, ({ entity, name }) => `${entity} ${name}`).values()) {
    if (new Set(group.map(({ value }) => value)).size < 2) continue;
    earliest(group, order).forEach(({ id, value, origin, sourceId, row }, place) => {
      const at = group[place]!.id;
      if (at !== id) update.run(value, origin, sourceId, row, at);
    });
  }
}

/** `sources`: those that came, or whose place in the order became another. */
export function orderTellings(db: WritableDb, entities: readonly number[], sources: readonly number[], order: TellingOrder): void {
  orderNames(db, entities, order);
  orderValues(db, entities, order);
  orderEvents(db, sources, order);
}

interface Telling {
  readonly event: number;
  /** Of the further telling; 0: the one that is shown. */
  readonly id: number;
  readonly sourceId: number;
}

/** Events that several sources tell, one of these among them, by event with all their tellings. */
function listTold(db: ReadableDb, table: EventTable, sources: readonly number[]): ReadonlyMap<string, Telling[]> {
  const wanted = sqlJsonList(sources);
  const told = db.all<Telling>(sql`WITH shared AS (
      SELECT event_id AS event FROM event_source WHERE kind = ${table} AND source_id IN ${wanted}
      UNION SELECT t.event_id FROM event_source t JOIN ${rawSql(table)} e ON e.id = t.event_id WHERE t.kind = ${table} AND e.source_id IN ${wanted})
    SELECT e.id AS event, 0 AS id, e.source_id AS sourceId FROM shared h JOIN ${rawSql(table)} e ON e.id = h.event
    UNION ALL SELECT t.event_id, t.id, t.source_id FROM shared h JOIN event_source t ON t.kind = ${table} AND t.event_id = h.event
      JOIN source s ON s.id = t.source_id AND s.state = 'ready' WHERE t.told <> '' ORDER BY 1, 2`);
  return groupBy(told, ({ event }) => String(event));
}

function orderEvents(db: WritableDb, sources: readonly number[], order: TellingOrder): void {
  if (sources.length === 0) return;
  const moved: { id: number }[] = [];
  for (const table of eventTables)
    for (const tellings of listTold(db, table, sources).values()) {
      const first = earliest(tellings, order)[0]!;
      if (first.id === 0) continue;
      tellFirst(db, table, first.event, first.id);
      if (table === "transfer") moved.push({ id: first.event });
    }
  pairReversals(db, listOpen(db, moved));
}

/** Entities that a bundle's sources tell of. */
export const listTouched = (db: ReadableDb, sourceIds: readonly number[]): number[] =>
  db
    .all<{ id: number }>(sql`SELECT DISTINCT entity_id AS id FROM entity_source WHERE source_id IN ${sqlJsonList(sourceIds)} ORDER BY 1`)
    .map(({ id }) => id);
