// Cards and the accounts behind them, as links of kind card-of say: one bank tells a transfer under the card, the other under the account.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";

/** Asked for in batches; what is not yet learned stands for itself. */
export class SameAccounts {
  /** False where every account stands alone: then numbers are compared as they are. */
  hasCards = false;
  /** Numbers of one account, ascending; null for one that stands alone. */
  private readonly groups = new Map<number, readonly number[] | null>();

  learn(db: ReadableDb, ids: Iterable<number | null>): void {
    const joined = new Map<number, Set<number>>();
    let asked = new Set([...ids].filter((id) => id !== null && !this.groups.has(id)) as number[]);
    while (asked.size > 0) {
      for (const id of asked) if (!joined.has(id)) joined.set(id, new Set([id]));
      const next = new Set<number>();
      for (const { a, b } of listCardLinksOf(db, [...asked])) {
        for (const id of [a, b]) if (!joined.has(id)) next.add(id);
        unite(joined, a, b);
      }
      asked = next;
    }
    for (const [id, members] of joined) {
      if (members.size > 1) this.hasCards = true;
      this.groups.set(id, members.size === 1 ? null : [...members].sort((a, b) => a - b));
    }
  }

  /** A link between the two is new. */
  forget(a: number, b: number): void {
    for (const id of [...this.membersOf(a), ...this.membersOf(b)]) this.groups.delete(id);
  }

  membersOf(id: number): readonly number[] {
    return this.groups.get(id) ?? [id];
  }

  /** The one that was known first stands for all. */
  firstOf<Id extends number | null>(id: Id): Id {
    return ((id === null ? null : this.groups.get(id)?.[0]) ?? id) as Id;
  }
}

/** The row as if each of its accounts had the number that was known first. */
export function underFirstNumbers<Row extends { readonly from: number | null; readonly to: number | null }>(
  row: Row,
  accounts: SameAccounts,
): Row {
  return accounts.hasCards ? { ...row, from: accounts.firstOf(row.from), to: accounts.firstOf(row.to) } : row;
}

function unite(joined: Map<number, Set<number>>, a: number, b: number): void {
  const members = new Set([...(joined.get(a) ?? [a]), ...(joined.get(b) ?? [b])]);
  for (const id of members) joined.set(id, members);
}

const listCardLinksOf = (db: ReadableDb, ids: readonly number[]) =>
  db.all<{ a: number; b: number }>(sql`SELECT from_id AS a, to_id AS b FROM link WHERE kind = 'card-of' AND from_id IN ${sqlJsonList(ids)}
    UNION SELECT from_id, to_id FROM link WHERE kind = 'card-of' AND to_id IN ${sqlJsonList(ids)}`);
