// What a printed list says of an account and of a transfer: holder, bank, measures; serial number and rows.
import type { Citation } from "../../../../../shared/model/source.ts";
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";

/** Values of the wanted attributes of a purse, in the order in which they were told. `row` joins what one row says. */
export const listAccountAttributes = (db: ReadableDb, purse: readonly number[]) =>
  db.all<{
    name: string;
    value: string;
    said: string;
  }>(sql`SELECT name, value, source_id || ' ' || row AS said FROM attribute WHERE entity_id IN ${sqlJsonList(purse)}
    AND name IN ('account.holder', 'account.bank', 'account.branch', 'account.stop.from', 'account.stop.until', 'account.stop.amount',
      'account.freeze.from', 'account.freeze.until', 'account.freeze.amount') AND source_id ${ready} ORDER BY id`);

/** Names of those who own one of the accounts. */
export const listOwnerNames = (db: ReadableDb, purse: readonly number[]): string[] =>
  db
    .all<{ label: string }>(sql`SELECT DISTINCT e.label FROM link l JOIN entity e ON e.id = l.from_id
      WHERE l.to_id IN ${sqlJsonList(purse)} AND l.kind = 'owns' AND l.source_id ${ready} ORDER BY e.label`)
    .map(({ label }) => label);

export const readCoveredUntil = (db: ReadableDb, purse: readonly number[]): number | null =>
  db.get<{ until: number | null }>(sql`SELECT max(until_at) AS until FROM coverage
    WHERE kind = 'transfer' AND entity_id IN ${sqlJsonList(purse)} AND source_id ${ready}`)?.until ?? null;

/** Those who lost the money of a case: its victims, else who reported it. */
export const listLosers = (db: ReadableDb, number: string) =>
  db.all<{
    role: string;
    name: string;
  }>(sql`SELECT DISTINCT l.role, e.label AS name FROM link l JOIN entity c ON c.id = l.to_id JOIN entity e ON e.id = l.from_id
    WHERE c.kind = 'case' AND c.key = ${number} AND l.kind = 'involved-in' AND l.role IN ('victim', 'reporter') AND e.kind = 'person' AND l.source_id ${ready}
    ORDER BY l.id`);

export const listCaseSums = (db: ReadableDb, number: string) =>
  db.all<{
    name: string;
    value: string;
  }>(sql`SELECT a.name, a.value FROM entity c JOIN attribute a ON a.entity_id = c.id AND a.source_id ${ready}
    WHERE c.kind = 'case' AND c.key = ${number}
      AND a.name IN ('case.loss', 'case.stopped', 'case.frozen', 'case.returned', 'case.reported', 'case.from') ORDER BY a.id`);

export const readTransferReference = (db: ReadableDb, transfer: number): string =>
  db.get<{ reference: string }>(sql`SELECT reference FROM transfer WHERE id = ${transfer}`)?.reference ?? "";

/** All rows that tell of a transfer, the first telling first. */
export const listTransferRows = (db: ReadableDb, transfer: number): Citation[] =>
  db.all<Citation>(sql`SELECT sourceId, row, source, sheet FROM (
    SELECT 0 AS place, t.source_id AS sourceId, t.row, ${citedName} AS source, s.sheet FROM transfer t JOIN source s ON s.id = t.source_id AND s.state = 'ready' WHERE t.id = ${transfer}
    UNION ALL SELECT e.id, e.source_id, e.row, ${citedName}, s.sheet FROM event_source e JOIN source s ON s.id = e.source_id AND s.state = 'ready'
      WHERE e.kind = 'transfer' AND e.event_id = ${transfer}) ORDER BY place`);
