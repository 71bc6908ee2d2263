// Pairs reversals with what they cancel over all sources: each, oldest first, takes the best one before it, whatever was imported first.
import type { ReadableDb, WritableDb } from "../database.ts";
import { changePairs } from "./completeTransfers.ts";
import { findOriginal, type listReversalsOf, setOriginal } from "./reversals.ts";

interface Change {
  readonly id: number;
  readonly before: number | null;
  readonly after: number | null;
}

type Waiting = ReturnType<typeof listReversalsOf>;

/** `reversals`: those whose pairs may change, see `listReversalsOf`; any that are gone meanwhile are left out. */
export function pairReversals(db: WritableDb, reversals: Waiting): void {
  const changes = listChanges(db, reversals);
  const ids = new Set(changes.flatMap(({ id, before, after }) => [id, before, after]).filter((id) => id !== null));
  changePairs(db, [...ids], () => {
    for (const { id, after } of changes) setOriginal(db, id, after);
  });
}

function listChanges(db: ReadableDb, reversals: Waiting): Change[] {
  const released = new Set(reversals.map(({ original }) => original));
  const taken = new Set<number>();
  const isFree = (id: number, isPaired: boolean) => !taken.has(id) && (!isPaired || released.has(id));
  return reversals.flatMap(({ id, original: before }) => {
    const after = findOriginal(db, id, isFree);
    if (after !== null) taken.add(after);
    return after === before ? [] : [{ id, before, after }];
  });
}
