// The few facts of a case that lists and cards show.
import type { CaseLoss } from "../../../../../shared/model/caseLoss.ts";
import type { CaseTimeKind } from "../../../../../shared/model/caseTime.ts";
import { standardCategory } from "../../../../../shared/model/crimeCategory.ts";
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface CaseHead extends CaseLoss {
  readonly number: string;
  readonly type: string | null;
  /** ISO, as stored: when it happened, else was reported, else filed. */
  readonly at: string | null;
  readonly atKind: CaseTimeKind | null;
  readonly place: string | null;
  readonly unit: string | null;
  readonly brief: string | null;
}

const value = (name: string) => ({
  text: `(SELECT a.value FROM attribute a WHERE a.entity_id = c.id AND a.name = '${name}' ORDER BY a.id LIMIT 1)`,
  values: [],
});

const headColumns = sql`c.key AS number, ${value("case.type")} AS type, coalesce(${value("case.from")}, ${value("case.reported")}, ${value("case.filed")}) AS at,
  CASE WHEN ${value("case.from")} IS NOT NULL THEN 'occurred' WHEN ${value("case.reported")} IS NOT NULL THEN 'reported'
    WHEN ${value("case.filed")} IS NOT NULL THEN 'filed' END AS atKind,
  ${value("case.loss")} AS loss, (SELECT json_group_array(DISTINCT a.value) FROM attribute a WHERE a.entity_id = c.id AND a.name = 'case.loss') AS losses, ${value("case.unit")} AS unit, ${value("case.brief")} AS brief,
  (SELECT p.label FROM link l JOIN entity p ON p.id = l.to_id WHERE l.from_id = c.id AND l.kind = 'at-place' ORDER BY l.id LIMIT 1) AS place`;

type HeadRow = Omit<CaseHead, "otherLosses"> & { readonly losses: string };

const toHead = ({ losses, ...head }: HeadRow): CaseHead => ({
  ...head,
  type: standardCategory(head.type),
  otherLosses: (JSON.parse(losses) as string[]).filter((told) => told !== head.loss),
});

export function readCaseHeads(db: ReadableDb, numbers: readonly string[]): Map<string, CaseHead> {
  const rows = db.all<HeadRow>(sql`SELECT ${headColumns} FROM entity c WHERE c.kind = 'case' AND c.key IN ${sqlJsonList(numbers)}`);
  return new Map(rows.map((row) => [row.number, toHead(row)]));
}

/** Sources of the newest import with a sheet of cases, and their corrections: a ledger and last night's list may come at once, or many sheets of a folder. */
const newestImport = sql`WITH RECURSIVE newest (at) AS (SELECT imported_at FROM source WHERE state = 'ready' AND row_kind = 'case' AND corrects IS NULL
    ORDER BY id DESC LIMIT 1),
  brought (id) AS (SELECT id FROM source WHERE state = 'ready' AND corrects IS NULL AND imported_at = (SELECT at FROM newest)
    UNION SELECT s.id FROM brought b JOIN source s ON s.corrects = b.id AND s.state = 'ready')
  SELECT id FROM brought`;

export const listNewestImport = (db: ReadableDb): number[] => db.all<{ id: number }>(newestImport).map(({ id }) => id);

/** Cases that the newest import with cases brought. */
export const listNewestCases = (db: ReadableDb, limit: number) =>
  db
    .all<HeadRow>(
      sql`SELECT ${headColumns} FROM entity c WHERE c.kind = 'case' AND c.source_id IN (${newestImport}) ORDER BY at DESC, c.key LIMIT ${limit}`,
    )
    .map(toHead);

export const isCase = (db: ReadableDb, number: string): boolean =>
  db.get(sql`SELECT 1 FROM entity WHERE kind = 'case' AND key = ${number} AND source_id ${ready}`) !== undefined;

/** The number that a case stands under: itself, or the case that has it as incident number; null when there is none. */
export function findCaseNumber(db: ReadableDb, number: string): string | null {
  if (isCase(db, number)) return number;
  return (
    db.get<{ key: string }>(sql`SELECT c.key FROM attribute a JOIN entity c ON c.id = a.entity_id AND c.kind = 'case'
    WHERE a.name = 'case.incidentNumber' AND a.value = ${number} AND a.source_id ${ready} ORDER BY c.key LIMIT 1`)?.key ?? null
  );
}
