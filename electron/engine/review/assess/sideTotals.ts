// Adds up one side of an entity's events, whole and by the other party, slice by slice.
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type ClueSide, readSideSlices, type SideRow } from "../../store/sqlite/tables/clueFacts.ts";
import { SameAccounts } from "../../store/sqlite/tables/sameAccounts.ts";
import type { Pace } from "./pace.ts";

export interface Tally {
  /** Currency → what passed in it and how often; calls stand under "". */
  readonly sums: Map<string, { amount: number; count: number }>;
}

export interface PartyTally {
  readonly other: number | null;
  readonly in: Tally;
  readonly out: Tally;
  first: SideRow | null;
  last: SideRow | null;
}

const emptyTally = (): Tally => ({ sums: new Map() });

export class Totals {
  readonly whole: PartyTally = { other: null, in: emptyTally(), out: emptyTally(), first: null, last: null };
  readonly parties = new Map<number | null, PartyTally>();

  private partyOf(other: number | null): PartyTally {
    const known = this.parties.get(other) ?? { other, in: emptyTally(), out: emptyTally(), first: null, last: null };
    this.parties.set(other, known);
    return known;
  }

  add(direction: "in" | "out", row: SideRow): void {
    for (const tally of [this.whole, this.partyOf(row.other)]) {
      const { sums } = tally[direction];
      const sum = sums.get(row.currency) ?? { amount: 0, count: 0 };
      sum.amount += row.amount;
      sum.count += 1;
      sums.set(row.currency, sum);
      if (tally.first === null || (row.at ?? 0) < (tally.first.at ?? 0)) tally.first = row;
      if (tally.last === null || (row.at ?? 0) >= (tally.last.at ?? 0)) tally.last = row;
    }
  }
}

/** Both sides of one thing under all its numbers, other parties under their first one; what was read when the pace was over. */
export async function addUpSides(db: ReadableDb, event: "transfer" | "call", own: readonly number[], pace: Pace): Promise<Totals> {
  const totals = new Totals();
  const accounts = new SameAccounts();
  for (const entity of own)
    for (const direction of ["in", "out"] as const)
      for (const rows of readSideSlices(db, `${event}-${direction}` satisfies ClueSide, entity)) {
        if (event === "transfer")
          accounts.learn(
            db,
            rows.map(({ other }) => other),
          );
        for (const row of rows) totals.add(direction, { ...row, other: accounts.firstOf(row.other) });
        if (rows.length > 0 && (await pace.rest())) return totals;
      }
  return totals;
}

export const countOf = ({ sums }: Tally): number => [...sums.values()].reduce((sum, { count }) => sum + count, 0);
export const amountOf = ({ sums }: Tally): number => [...sums.values()].reduce((sum, { amount }) => sum + amount, 0);
