// Nodes as a chart shows them, many at once: label, second line, and the time they span.
import type { ChartNode } from "../../../../../shared/chart/elements.ts";
import { parseEntityRef } from "../../../../../shared/model/entity.ts";
import { parseIsoTime } from "../../../../../shared/model/time.ts";
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

interface NodeRow {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly subtype: string | null;
  readonly note: string | null;
  /** ISO time of a case; null for other kinds. */
  readonly at: string | null;
}

interface Span {
  readonly id: number;
  readonly first: number | null;
  readonly last: number | null;
}

const nodeColumns = sql`e.id, e.kind, e.key, e.label,
  (SELECT a.value FROM attribute a WHERE a.entity_id = e.id AND a.name IN ('netid.type', 'account.type', 'device.type', 'place.type') ORDER BY a.id LIMIT 1) AS subtype,
  (SELECT a.value FROM attribute a WHERE a.entity_id = e.id AND a.name IN ('account.bank', 'case.loss', 'place.address') ORDER BY a.name DESC, a.id LIMIT 1) AS note,
  (SELECT a.value FROM attribute a WHERE a.entity_id = e.id AND a.name IN ('case.from', 'case.reported', 'case.filed')
    ORDER BY CASE a.name WHEN 'case.from' THEN 0 WHEN 'case.reported' THEN 1 ELSE 2 END, a.id LIMIT 1) AS at`;

/** References as one parameter: pairs of kind and key. */
const wanted = (refs: readonly string[]) => {
  const names = refs.map(parseEntityRef).map(({ kind, key }) => [kind, key]);
  return sql`json_each(${JSON.stringify(names)}) j CROSS JOIN entity e ON e.kind = json_extract(j.value, '$[0]') AND e.key = json_extract(j.value, '$[1]') AND e.source_id ${ready}`;
};

/** Those that exist, in the order asked for. */
export const findIds = (db: ReadableDb, refs: readonly string[]) =>
  db.all<{ id: number; kind: string; key: string }>(sql`SELECT e.id, e.kind, e.key FROM ${wanted(refs)} ORDER BY j.id`);

export function readChartNodes(db: ReadableDb, refs: readonly string[]): ChartNode[] {
  const rows = db.all<NodeRow>(sql`SELECT ${nodeColumns} FROM ${wanted(refs)} ORDER BY j.id`);
  const spans = readSpans(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toNode(row, spans.get(row.id)));
}

function readSpans(db: ReadableDb, ids: readonly number[]): Map<number, Span> {
  const list = sqlJsonList(ids);
  const rows = db.all<Span>(sql`SELECT id, min(first) AS first, max(last) AS last FROM (
      SELECT from_id AS id, min(first_at) AS first, max(last_at) AS last FROM edge WHERE from_id IN ${list} AND source_id ${ready} GROUP BY from_id
      UNION ALL SELECT to_id, min(first_at), max(last_at) FROM edge WHERE to_id IN ${list} AND source_id ${ready} GROUP BY to_id) GROUP BY id`);
  return new Map(rows.map((row) => [row.id, row]));
}

const dayMilliseconds = 86_400_000;

/** A day told without a clock is the whole day. */
function ownSpan(told: string | null): readonly [number, number] | null {
  const time = parseIsoTime(told);
  return time && [time.at, time.hasClock ? time.at : time.at + dayMilliseconds - 1];
}

function toNode(row: NodeRow, span: Span | undefined): ChartNode {
  // A case happened when its register says so, not when its accounts were used.
  const [firstAt, lastAt] = ownSpan(row.at) ?? [span?.first ?? null, span?.last ?? null];
  return {
    ref: `${row.kind}:${row.key}`,
    kind: row.kind,
    subtype: row.subtype ?? "",
    label: row.label,
    note: row.note ?? "",
    firstAt,
    lastAt,
  };
}
