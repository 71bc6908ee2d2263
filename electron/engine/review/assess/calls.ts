// Calls of the clue's numbers: how many, how long, first and last, and with whom most.
import type { CallContact, ClueCalls } from "../../../../shared/review/assess/clueEvents.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type Clue, idsOf } from "./clue.ts";
import type { Probe } from "./part.ts";
import { type NamedParty, nameParties, timeOf } from "./parties.ts";
import { addUpSides, amountOf, countOf, type PartyTally, type Totals } from "./sideTotals.ts";

const figuresOf = (party: PartyTally) => ({
  in: countOf(party.in),
  out: countOf(party.out),
  seconds: amountOf(party.in) + amountOf(party.out),
});

const contactOf = ({ party, ...named }: NamedParty): CallContact => ({ ...named, ...figuresOf(party) });

function describe(db: ReadableDb, { entity, label }: Clue["entities"][number], totals: Totals): ClueCalls {
  const { whole } = totals;
  return {
    entity,
    label,
    ...figuresOf(whole),
    firstAt: timeOf(db, whole.first),
    lastAt: timeOf(db, whole.last),
    others: nameParties(db, totals).map(contactOf),
    otherCount: totals.parties.size,
  };
}

export const findCalls: Probe<"calls"> = async ({ context: { db }, clue, pace }) => {
  const items: ClueCalls[] = [];
  for (const entity of clue.entities) {
    if (pace.isOver()) break;
    if (entity.kind !== "phone") continue;
    const totals = await addUpSides(db, "call", idsOf([entity]), pace);
    if (totals.parties.size > 0) items.push(describe(db, entity, totals));
  }
  return { items };
};
