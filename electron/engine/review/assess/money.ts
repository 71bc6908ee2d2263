// Money in and out of the clue's accounts: sums, counts, first and last, the biggest counterparties.
import { decimalOf } from "../../../../shared/model/money.ts";
import type { ClueMoney, Counterparty, Sum } from "../../../../shared/review/assess/clueEvents.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type Clue, idsOf } from "./clue.ts";
import type { Probe } from "./part.ts";
import { type NamedParty, nameParties, timeOf } from "./parties.ts";
import { addUpSides, type Tally, type Totals } from "./sideTotals.ts";

/** The currency of most transfers first. */
const sumsOf = ({ sums }: Tally): readonly Sum[] =>
  [...sums]
    .map(([currency, { amount, count }]) => ({ currency, amount: decimalOf(amount), count }))
    .sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1));

const counterpartyOf = ({ party, ...named }: NamedParty): Counterparty => ({ ...named, in: sumsOf(party.in), out: sumsOf(party.out) });

function describe(db: ReadableDb, { entity, label }: Clue["entities"][number], totals: Totals): ClueMoney {
  const { whole } = totals;
  return {
    entity,
    label,
    in: sumsOf(whole.in),
    out: sumsOf(whole.out),
    firstAt: timeOf(db, whole.first),
    lastAt: timeOf(db, whole.last),
    others: nameParties(db, totals).map(counterpartyOf),
    otherCount: totals.parties.size,
  };
}

export const findMoney: Probe<"money"> = async ({ context: { db }, clue, pace }) => {
  const items: ClueMoney[] = [];
  for (const entity of clue.entities) {
    if (pace.isOver()) break;
    // Wallets are accounts too; people pay where a statement knows a name alone.
    if (!["account", "person", "organisation"].includes(entity.kind)) continue;
    const totals = await addUpSides(db, "transfer", idsOf([entity]), pace);
    if (totals.parties.size > 0) items.push(describe(db, entity, totals));
  }
  return { items };
};
