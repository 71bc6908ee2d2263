// What fund tracing reads: transfers that moved money, coverage of statements, cards of accounts, accounts that pay in a ledger without an owner.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

export interface TransferRow {
  readonly id: number;
  readonly at: number | null;
  readonly precision: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly fen: number;
  readonly balance: number | null;
  readonly side: number;
  readonly channel: string;
}

/** Transfers that moved money, in the order of their numbers, which is source order. */
export const iterateTransfers = (db: ReadableDb, currency: string) =>
  db.iterate<TransferRow>(sql`SELECT id, at, precision, from_id AS "from", to_id AS "to", amount_fen AS fen, balance_fen AS balance, side, channel
    FROM transfer WHERE state = 0 AND currency = ${currency} AND source_id ${ready} ORDER BY id`);

export const countTransfers = (db: ReadableDb, currency: string): number =>
  db.get<{ count: number }>(sql`SELECT count(*) AS count FROM transfer WHERE state = 0 AND currency = ${currency} AND source_id ${ready}`)
    ?.count ?? 0;

export const listCurrenciesOf = (db: ReadableDb, transfers: readonly number[]) =>
  db.all<{ id: number; currency: string }>(
    sql`SELECT id, currency FROM transfer WHERE state = 0 AND source_id ${ready} AND id IN ${sqlJsonList(transfers)} ORDER BY id`,
  );

/** Accounts that pay anything in a two-sided ledger. */
export const listLedgerPayers = (db: ReadableDb): number[] =>
  db
    .all<{ id: number }>(sql`SELECT DISTINCT from_id AS id FROM transfer WHERE side = 0 AND from_id IS NOT NULL AND source_id ${ready}`)
    .map(({ id }) => id);

export interface CoverageRow {
  readonly entity: number;
  readonly from: number;
  readonly until: number;
}

export const listCoverage = (db: ReadableDb): CoverageRow[] =>
  db.all<CoverageRow>(sql`SELECT entity_id AS entity, from_at AS "from", until_at AS until FROM coverage
    WHERE kind = 'transfer' AND source_id ${ready} ORDER BY entity_id, from_at`);

/** A card and its account, two names of one purse. */
export const listCardLinks = (db: ReadableDb) =>
  db.all<{ a: number; b: number }>(
    sql`SELECT DISTINCT from_id AS a, to_id AS b FROM link WHERE kind IN ('card-of', 'same-as') AND source_id ${ready} ORDER BY from_id, to_id`,
  );

export interface AccountName {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
}

export const iterateAccountNames = (db: ReadableDb) =>
  db.iterate<AccountName>(sql`SELECT id, kind, key, label FROM entity WHERE kind = 'account' AND source_id ${ready}`);

/** Accounts that an entity holds: itself when it is one. */
export const listHeldAccounts = (db: ReadableDb, entity: number): number[] =>
  db
    .all<{ id: number }>(
      sql`SELECT ${entity} AS id UNION SELECT to_id FROM link WHERE from_id = ${entity} AND kind = 'owns' AND source_id ${ready} ORDER BY id`,
    )
    .map(({ id }) => id);

/** Accounts of people, by identity, who hold more than one: records that are one hold together what each of them holds. */
export const listSharedOwners = (db: ReadableDb) =>
  db.all<{ account: number; owner: number; kind: string; key: string }>(sql`
    WITH held AS (SELECT DISTINCT l.to_id AS account, coalesce(m.identity_id, l.from_id) AS owner FROM link l
      LEFT JOIN identity_member m ON m.entity_id = l.from_id WHERE l.kind = 'owns' AND l.source_id ${ready})
    SELECT h.account, h.owner, e.kind, e.key FROM held h JOIN entity e ON e.id = h.owner
      WHERE h.owner IN (SELECT owner FROM held GROUP BY owner HAVING count(*) > 1) ORDER BY h.owner, h.account`);

/** Accounts of a case by the side on which they stand: its own, and those that its victims or suspects own. */
export const listCaseAccounts = (db: ReadableDb, number: string) =>
  db.all<{ account: number; role: string }>(sql`
    WITH involved AS (SELECT l.from_id AS id, l.role FROM link l JOIN entity c ON c.id = l.to_id
      WHERE c.kind = 'case' AND c.key = ${number} AND l.kind = 'involved-in' AND l.source_id ${ready})
    SELECT DISTINCT e.id AS account, i.role FROM involved i JOIN entity e ON e.id = i.id AND e.kind = 'account'
    UNION SELECT DISTINCT o.to_id, i.role FROM involved i JOIN link o ON o.from_id = i.id AND o.kind = 'owns' AND o.source_id ${ready}
    ORDER BY 1, 2`);

/** Cases of a series in the last grouping. */
export const listCasesOfSeries = (db: ReadableDb, series: string): string[] =>
  db
    .all<{ case: string }>(
      sql`SELECT "case" FROM series_member WHERE series = ${series} AND state <> 'waiting' AND run_id = (SELECT max(id) FROM group_run) ORDER BY "case"`,
    )
    .map((row) => row.case);
