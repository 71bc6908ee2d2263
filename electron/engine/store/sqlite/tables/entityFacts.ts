// Everything that is said of one entity, with its rows: links and events (attributes: attribute.ts).
import type { ReadableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

export interface LinkRow {
  readonly kind: string;
  readonly role: string;
  readonly origin: string;
  readonly outgoing: number;
  readonly otherKind: string;
  readonly otherKey: string;
  readonly otherLabel: string;
  /** JSON [[name, value], …], or "". */
  readonly attributes: string;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

const maxLinks = 500;

export const listLinksOf = (db: ReadableDb, id: number) =>
  db.all<LinkRow>(sql`SELECT l.kind, l.role, l.origin, l.from_id = ${id} AS outgoing, o.kind AS otherKind, o.key AS otherKey, o.label AS otherLabel, l.attributes,
      l.source_id AS sourceId, l.row, ${citedName} AS source, s.sheet
    FROM (SELECT * FROM link WHERE from_id = ${id} UNION SELECT * FROM link WHERE to_id = ${id}) l
    JOIN entity o ON o.id = CASE WHEN l.from_id = ${id} THEN l.to_id ELSE l.from_id END
    JOIN source s ON s.id = l.source_id AND s.state = 'ready' ORDER BY l.kind, l.id LIMIT ${maxLinks}`);

export interface EventRow {
  readonly kind: string;
  readonly id: number;
  readonly at: number | null;
  readonly utcOffset: number;
  readonly outgoing: number;
  readonly otherKind: string | null;
  readonly otherKey: string | null;
  readonly otherLabel: string | null;
  /** JSON of the event's own values. */
  readonly text: string;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
}

interface EventShape {
  readonly table: string;
  readonly subject: string;
  readonly other: string;
  readonly text: string;
}

const transferText =
  "json_object('amount', printf('%.2f', e.amount_fen / 100.0), 'currency', e.currency, 'memo', e.memo, 'channel', e.channel, 'reference', e.reference, 'state', e.state)";
const callText = "json_object('seconds', coalesce(e.seconds, -1), 'medium', e.medium)";

/** Ways an entity stands in an event: which column it is, and who is at the other end. */
const shapes: readonly EventShape[] = [
  { table: "transfer", subject: "from_id", other: "to_id", text: transferText },
  { table: "transfer", subject: "to_id", other: "from_id", text: transferText },
  { table: "call", subject: "from_id", other: "to_id", text: callText },
  { table: "call", subject: "to_id", other: "from_id", text: callText },
  { table: "call", subject: "device_id", other: "from_id", text: callText },
  { table: "call", subject: "place_id", other: "from_id", text: callText },
  { table: "stay", subject: "person_id", other: "place_id", text: "json_object('room', e.room)" },
  { table: "stay", subject: "place_id", other: "person_id", text: "json_object('room', e.room)" },
  { table: "capture", subject: "device_id", other: "place_id", text: "'{}'" },
  { table: "capture", subject: "place_id", other: "device_id", text: "'{}'" },
  { table: "login", subject: "account_id", other: "address_id", text: "'{}'" },
  { table: "login", subject: "address_id", other: "account_id", text: "'{}'" },
];

const selectShape = ({ table, subject, other, text }: EventShape, id: number, limit: number) =>
  sql`SELECT * FROM (SELECT ${rawSql(`'${table}'`)} AS kind, e.id, e.at, s.utc_offset AS utcOffset, ${rawSql(subject === "to_id" ? "0" : "1")} AS outgoing, o.kind AS otherKind, o.key AS otherKey,
      o.label AS otherLabel, ${rawSql(text)} AS text, e.source_id AS sourceId, e.row, ${citedName} AS source, s.sheet
    FROM ${rawSql(table)} e JOIN source s ON s.id = e.source_id AND s.state = 'ready' LEFT JOIN entity o ON o.id = e.${rawSql(other)}
    WHERE e.${rawSql(subject)} = ${id} ORDER BY e.at DESC LIMIT ${limit})`;

/** The newest events of an entity. */
export function listEventsOf(db: ReadableDb, id: number, limit: number): EventRow[] {
  const rows = shapes.flatMap((shape) => db.all<EventRow>(selectShape(shape, id, limit)));
  return rows.sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || b.id - a.id).slice(0, limit);
}

export function countEventsOf(db: ReadableDb, id: number): number {
  return shapes.reduce(
    (sum, { table, subject }) =>
      sum +
      (db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${rawSql(table)} WHERE ${rawSql(subject)} = ${id} AND source_id ${ready}`)?.n ??
        0),
    0,
  );
}

/** Further source rows of an event. */
export const listEventSources = (db: ReadableDb, kind: string, id: number) =>
  db.all<{
    sourceId: number;
    row: number;
    source: string;
    sheet: string | null;
  }>(sql`SELECT t.source_id AS sourceId, t.row, ${citedName} AS source, s.sheet
    FROM event_source t JOIN source s ON s.id = t.source_id AND s.state = 'ready' WHERE t.kind = ${kind} AND t.event_id = ${id} ORDER BY t.id`);

/** First rows that tell of a relation between two entities: for citing an edge. */
export function listRelationRows(
  db: ReadableDb,
  from: number,
  to: number,
  limit: number,
): { sourceId: number; row: number; source: string; sheet: string | null }[] {
  const queries = [
    sql`SELECT source_id, row FROM link WHERE from_id = ${from} AND to_id = ${to}`,
    sql`SELECT source_id, row FROM transfer WHERE from_id = ${from} AND to_id = ${to}`,
    sql`SELECT source_id, row FROM call WHERE from_id = ${from} AND to_id = ${to}`,
    sql`SELECT source_id, row FROM login WHERE account_id = ${from} AND (address_id = ${to} OR device_id = ${to})`,
    sql`SELECT source_id, row FROM call WHERE from_id = ${from} AND device_id = ${to}`,
  ];
  return queries
    .flatMap((query) =>
      db.all<{
        sourceId: number;
        row: number;
        source: string;
        sheet: string | null;
      }>(sql`SELECT q.source_id AS sourceId, q.row, ${citedName} AS source, s.sheet
    FROM (${query} LIMIT ${limit}) q JOIN source s ON s.id = q.source_id AND s.state = 'ready'`),
    )
    .slice(0, limit);
}
