// What the rows of sources say of cases: who was wronged, when, and of how much; read by case.
import type { CaseTelling, ToldVictim } from "../../../../../shared/import/reusedNumber.ts";
import type { ReadableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { notRemoved, ready } from "./entity.ts";

/** Which sources count: those that are ready, or also those of an import under way. */
export type ToldBy = "ready" | "loading";

interface ToldPart {
  readonly number: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly sourceId: number;
  readonly row: number;
}

/** By source and row. A case sheet tells victims in columns; what was read out of a brief is no statement of the register. */
export function listCaseTellings(db: ReadableDb, caseIds: readonly number[], by: ToldBy = "ready"): readonly CaseTelling[] {
  const told = by === "ready" ? ready : rawSql(notRemoved);
  const parts = db.all<ToldPart>(sql`SELECT c.key AS number, t.name, t.value, t.label, t.source_id AS sourceId, t.row FROM (
      SELECT a.entity_id AS id, a.name, a.value, '' AS label, a.source_id, a.row, a.id AS place FROM attribute a
        WHERE a.entity_id IN ${sqlJsonList(caseIds)} AND a.name IN ('case.from', 'case.loss')
      UNION ALL SELECT l.to_id, 'victim', p.key, p.label, l.source_id, l.row, l.id FROM link l JOIN entity p ON p.id = l.from_id AND p.kind = 'person'
        WHERE l.to_id IN ${sqlJsonList(caseIds)} AND l.kind = 'involved-in' AND l.role = 'victim' AND l.origin = 'column') t
    JOIN entity c ON c.id = t.id AND c.kind = 'case' WHERE t.source_id ${told} ORDER BY t.source_id, t.row, t.place`);
  const rows = Map.groupBy(parts, ({ number, sourceId, row }) => `${sourceId} ${row} ${number}`);
  return [...rows.values()].map(toTelling);
}

function toTelling(parts: readonly ToldPart[]): CaseTelling {
  const { number, sourceId, row } = parts[0]!;
  const first = (wanted: string): string | null => parts.find(({ name }) => name === wanted)?.value ?? null;
  const victims: ToldVictim[] = parts
    .filter(({ name }) => name === "victim")
    .map(({ value, label }) => ({ key: value, name: label === value ? "" : label }));
  return { number, sourceId, row, victims, from: first("case.from"), loss: first("case.loss") };
}

export const listCaseIds = (db: ReadableDb, numbers: readonly string[]): readonly number[] =>
  db
    .all<{ id: number }>(
      sql`SELECT id FROM entity WHERE kind = 'case' AND key IN ${sqlJsonList(numbers)} AND source_id ${ready} ORDER BY id`,
    )
    .map(({ id }) => id);

/** Those of the entities that are cases. */
export const listCasesAmong = (db: ReadableDb, ids: readonly number[]): readonly number[] =>
  db.all<{ id: number }>(sql`SELECT id FROM entity WHERE id IN ${sqlJsonList(ids)} AND kind = 'case' ORDER BY id`).map(({ id }) => id);

/** Numbers that imports doubted. */
export const listDoubtedNumbers = (db: ReadableDb, code: string): readonly string[] =>
  db
    .all<{ number: string }>(sql`SELECT DISTINCT json_extract(d.value, '$.values.number') AS number FROM source s, json_each(s.doubts) d
      WHERE s.state = 'ready' AND s.row_kind = 'case' AND instr(s.doubts, ${code}) > 0 AND json_extract(d.value, '$.code') = ${code} ORDER BY 1`)
    .map(({ number }) => number);

/** Name of each source, and the file that it belongs to: a sheet and its corrections are one telling. */
export const listFamilies = (db: ReadableDb, ids: readonly number[]) =>
  new Map(
    db
      .all<{ id: number; name: string; family: number }>(
        sql`WITH RECURSIVE up (id, at, above) AS (SELECT id, id, corrects FROM source WHERE id IN ${sqlJsonList(ids)}
            UNION ALL SELECT u.id, s.id, s.corrects FROM up u JOIN source s ON s.id = u.above)
          SELECT u.id, s.name, u.at AS family FROM up u JOIN source s ON s.id = u.id WHERE u.above IS NULL`,
      )
      .map((source) => [source.id, source] as const),
  );
