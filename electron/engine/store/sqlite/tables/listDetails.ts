// What a printed list says of an account and of a transfer: holder, bank, measures; serial number and rows.
import type { Citation } from "../../../../../shared/model/source.ts";
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

/** Values of the wanted attributes, in the order in which they were told. */
export const listAccountAttributes = (db: ReadableDb, entity: number) =>
  db.all<{ name: string; value: string }>(sql`SELECT name, value FROM attribute WHERE entity_id = ${entity}
    AND name IN ('account.holder', 'account.bank', 'account.branch', 'account.stop.from', 'account.freeze.until') AND source_id ${ready} ORDER BY id`);

/** Names of those who own the account. */
export const listOwnerNames = (db: ReadableDb, entity: number): string[] =>
  db
    .all<{ label: string }>(sql`SELECT DISTINCT e.label FROM link l JOIN entity e ON e.id = l.from_id
      WHERE l.to_id = ${entity} AND l.kind = 'owns' AND l.source_id ${ready} ORDER BY e.label`)
    .map(({ label }) => label);

export const readTransferReference = (db: ReadableDb, transfer: number): string =>
  db.get<{ reference: string }>(sql`SELECT reference FROM transfer WHERE id = ${transfer}`)?.reference ?? "";

/** All rows that tell of a transfer, the first telling first. */
export const listTransferRows = (db: ReadableDb, transfer: number): Citation[] =>
  db.all<Citation>(sql`SELECT sourceId, row, source, sheet FROM (
    SELECT 0 AS place, t.source_id AS sourceId, t.row, s.name AS source, s.sheet FROM transfer t JOIN source s ON s.id = t.source_id AND s.state = 'ready' WHERE t.id = ${transfer}
    UNION ALL SELECT e.id, e.source_id, e.row, s.name, s.sheet FROM event_source e JOIN source s ON s.id = e.source_id AND s.state = 'ready'
      WHERE e.kind = 'transfer' AND e.event_id = ${transfer}) ORDER BY place`);
