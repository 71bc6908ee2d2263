// Tellings that stand under an event because a person said so are found again by account and amount: the event itself shows another amount or time.
import type { ReadableDb } from "../database.ts";
import type { SameAccounts } from "./sameAccounts.ts";
import type { Candidate, TransferKey } from "./transferKey.ts";

export const hasJudged = (db: ReadableDb): boolean => all(db, "SELECT 1 FROM event_source WHERE judged = 1 LIMIT 1").length > 0;

const end = { from: "$[2]", to: "$[3]" } as const;
const judgedText = (
  known: keyof typeof end,
) => `SELECT 0 AS probe, e.event_id AS id, e.source_id AS sourceId, json_extract(e.told, '$[0]') AS at,
    json_extract(e.told, '$[1]') AS precision, json_extract(e.told, '$[10]') AS reference, json_extract(e.told, '$[5]') AS currency,
    json_extract(e.told, '$[2]') AS "from", json_extract(e.told, '$[3]') AS "to", json_extract(e.told, '$[9]') AS channel, json_extract(e.told, '$[7]') AS state
  FROM event_source e WHERE e.judged = 1 AND json_extract(e.told, '${end[known]}') = ? AND json_extract(e.told, '$[4]') = ? AND e.kind = 'transfer'`;

/** What the payer's own bank said of an event that shows another payee by now; its account, amount and time are still the event's. */
const ownText = `SELECT 0 AS probe, t.id, t.source_id AS sourceId, json_extract(t.own_told, '$[0]') AS at, json_extract(t.own_told, '$[1]') AS precision,
    json_extract(t.own_told, '$[10]') AS reference, json_extract(t.own_told, '$[5]') AS currency, json_extract(t.own_told, '$[2]') AS "from",
    json_extract(t.own_told, '$[3]') AS "to", json_extract(t.own_told, '$[9]') AS channel, json_extract(t.own_told, '$[7]') AS state
  FROM transfer t WHERE t.from_id = ? AND t.at BETWEEN ? AND ? AND t.amount_fen = ? AND t.own_told <> ''
    AND EXISTS (SELECT 1 FROM event_source e WHERE e.kind = 'transfer' AND e.event_id = t.id AND e.judged = 1)`;
const dayMilliseconds = 86_400_000;

/** The event of which a joined telling, or the one that it was joined to, says the very thing that `row` says: a statement that comes again is no new payment. */
export function findJudgedTelling(
  db: ReadableDb,
  row: TransferKey,
  accounts: SameAccounts,
  isSame: (one: Candidate) => boolean,
): number | null {
  if (row.at === null) return null;
  for (const known of ["from", "to"] as const) {
    if (row[known] === null) continue;
    for (const member of accounts.membersOf(row[known])) {
      const found = all<Candidate>(db, judgedText(known), member, row.amountFen).find(isSame);
      if (found) return found.id;
    }
  }
  const own = row.from === null ? [] : accounts.membersOf(row.from);
  for (const member of own) {
    const found = all<Candidate>(db, ownText, member, row.at - dayMilliseconds, row.at + dayMilliseconds, row.amountFen).find(isSame);
    if (found) return found.id;
  }
  return null;
}

const all = <Row>(db: ReadableDb, text: string, ...values: readonly (string | number | null)[]): Row[] => db.all<Row>({ text, values });
