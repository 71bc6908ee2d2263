// What rules about victims' money look at: accounts that victims paid into, of which an import brought something new, and all that moved on them.

import { readEntityById } from "../../store/sqlite/tables/entity.ts";
import {
  type AccountMovement,
  listAccountMovements,
  listAccountsPaidBy,
  listVictimAccounts,
} from "../../store/sqlite/tables/freshFacts.ts";
import type { Import } from "./finder.ts";

export interface PaidAccount {
  readonly ref: string;
  readonly movements: readonly AccountMovement[];
  readonly isVictim: (payer: number | null) => boolean;
  readonly isNew: (movement: AccountMovement) => boolean;
}

export function* paidAccounts({ db, sources }: Import): Generator<PaidAccount> {
  const victims = listVictimAccounts(db);
  const fresh = new Set(sources);
  const isVictim = (payer: number | null) => payer !== null && victims.has(payer);
  const isNew = ({ sourceId }: AccountMovement) => fresh.has(sourceId);
  for (const id of listAccountsPaidBy(db, [...victims])) {
    const movements = listAccountMovements(db, id);
    const account = readEntityById(db, id);
    if (account && movements.some(isNew)) yield { ref: `${account.kind}:${account.key}`, movements, isVictim, isNew };
  }
}
