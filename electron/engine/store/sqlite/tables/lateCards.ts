// Card links that come after two tellings of one transfer, one under the card and one under the account: the two become one, as they would have been
// had the link come first.
import type { ReadableDb, WritableDb } from "../database.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { joinTransfers } from "./completeTransfers.ts";
import { notRemoved } from "./entity.ts";
import { SameAccounts, underFirstNumbers } from "./sameAccounts.ts";
import type { Candidate } from "./transferKey.ts";
import { isSameTransfer, mayBeSame } from "./twins.ts";

const dayMilliseconds = 86_400_000;

type Told = Candidate & { readonly amountFen: number; readonly side: number };

const columns = rawSql(`t.id, 0 AS probe, t.source_id AS sourceId, t.at, t.precision, t.reference, t.currency, t.from_id AS "from",
  t.to_id AS "to", t.channel, t.state, t.side, t.amount_fen AS amountFen`);

/** All transfers with one of the numbers at this end, in the order in which they were told. */
const listAt = (db: ReadableDb, end: "from_id" | "to_id", members: readonly number[]): Told[] =>
  db.all<Told>(sql`SELECT ${columns} FROM transfer t WHERE t.${rawSql(end)} IN ${sqlJsonList(members)} AND t.at IS NOT NULL
    AND t.source_id ${rawSql(notRemoved)} ORDER BY t.id`);

/** Who tells it from which side: a source tells an event once from either. One that is nobody's own statement, or that is told as it stands, from both. */
function tellersOf(db: ReadableDb, { id, sourceId, side }: Told): string[] {
  const told = db.all<{ sourceId: number; side: number | null }>(sql`SELECT source_id AS sourceId, nullif(told, '') ->> '$[8]' AS side
    FROM event_source WHERE kind = 'transfer' AND event_id = ${id}`);
  return [{ sourceId, side }, ...told].flatMap((one) => (one.side ? [one.side] : [1, 2]).map((from) => `${one.sourceId} ${from}`));
}

/** Later tellings with the earlier one that each is; one source never tells an event twice from one side. */
function matchUnder(db: ReadableDb, told: readonly Told[], accounts: SameAccounts): (readonly [number, number])[] {
  const byAmount = Map.groupBy(told, ({ amountFen, currency }) => `${amountFen} ${currency}`);
  const tellers = new Map<number, Set<string>>();
  const knownTellers = (one: Told) => tellers.get(one.id) ?? tellers.set(one.id, new Set(tellersOf(db, one))).get(one.id)!;
  const gone = new Set<number>();
  const pairs: (readonly [number, number])[] = [];
  for (const group of byAmount.values()) {
    if (group.length < 2) continue;
    const rows = group.map((one) => ({ one, row: underFirstNumbers(one, accounts) }));
    for (const [i, later] of rows.entries()) {
      const distance = (earlier: Told) => Math.abs(earlier.at - later.one.at);
      const fitting = rows
        .slice(0, i)
        .filter(({ one, row }) => {
          if (gone.has(one.id) || distance(one) > dayMilliseconds || !mayBeSame(later.row, row)) return false;
          if (one.from === later.one.from && one.to === later.one.to) return false; // compared when they came
          return isSameTransfer(later.row, row) && [...knownTellers(later.one)].every((teller) => !knownTellers(one).has(teller));
        })
        .sort((a, b) => distance(a.one) - distance(b.one) || a.one.id - b.one.id);
      const [twin] = fitting;
      if (twin === undefined) continue;
      pairs.push([twin.one.id, later.one.id]);
      gone.add(later.one.id);
      for (const teller of knownTellers(later.one)) knownTellers(twin.one).add(teller);
    }
  }
  return pairs;
}

/** Transfers that the card links of these numbers show to be one. Gives how many went into others. */
export function joinUnderCards(db: WritableDb, named: readonly number[]): number {
  const accounts = new SameAccounts();
  accounts.learn(db, named);
  const groups = new Map(named.map((id) => [accounts.firstOf(id), accounts.membersOf(id)]));
  let joined = 0;
  for (const members of groups.values())
    for (const end of ["from_id", "to_id"] as const) {
      const told = members.length < 2 ? [] : listAt(db, end, members);
      if (told.length < 2) continue;
      accounts.learn(
        db,
        told.flatMap(({ from, to }) => [from, to]),
      );
      const pairs = matchUnder(db, told, accounts);
      joinTransfers(db, pairs);
      joined += pairs.length;
    }
  return joined;
}
