// What rules about victims' money look at: accounts that victims paid into, of which an import brought something new, and all that moved on them.

import { isPublicEntity } from "../../../../shared/link/publicEntities.ts";
import { entityRef } from "../../../../shared/model/entity.ts";
import { readEntityById } from "../../store/sqlite/tables/entity.ts";
import {
  type AccountMovement,
  listAccountMovements,
  listAccountsPaidBy,
  listVictimAccounts,
} from "../../store/sqlite/tables/freshFacts.ts";
import { listExclusions } from "../../store/sqlite/tables/linkState.ts";
import type { Import } from "./finder.ts";

export interface PaidAccount {
  readonly ref: string;
  readonly movements: readonly AccountMovement[];
  readonly isVictim: (payer: number | null) => boolean;
  readonly isNew: (movement: AccountMovement) => boolean;
}

export function* paidAccounts({ db, sources }: Import): Generator<PaidAccount> {
  const victims = listVictimAccounts(db);
  const knownBefore = listVictimAccounts(db, sources);
  const excluded = new Set(listExclusions(db).map(({ entity }) => entity));
  const fresh = new Set(sources);
  const isVictim = (payer: number | null) => payer !== null && victims.has(payer);
  // That somebody is a victim may be told after the payment.
  const isNew = ({ sourceId, other }: AccountMovement) => fresh.has(sourceId) || (isVictim(other) && !knownBefore.has(other!));
  for (const id of listAccountsPaidBy(db, [...victims])) {
    const account = readEntityById(db, id)!;
    const ref = entityRef(account.kind, account.key);
    // Where everybody pays: a payment platform's own account says nothing, nor does a victim's.
    if (isPublicEntity(account.kind, account.key, account.label) || excluded.has(ref) || victims.has(id)) continue;
    const movements = listAccountMovements(db, id);
    if (movements.some(isNew)) yield { ref, movements, isVictim, isNew };
  }
}
