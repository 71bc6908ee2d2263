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

/** The event under which a judged telling says the very thing that `row` says: a statement that comes again is no new payment. */
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
  return null;
}

const all = <Row>(db: ReadableDb, text: string, ...values: readonly (string | number | null)[]): Row[] => db.all<Row>({ text, values });
