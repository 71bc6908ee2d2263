// The money that accounts hold before their first event: as their statement states it, otherwise the least that keeps them from going below zero.
import type { MoneyLedger } from "./ledger.ts";

type Events = Pick<MoneyLedger, "count" | "accounts" | "from" | "to" | "fen">;

/** A balance that a statement states, after transfer `index` of the replay order. */
export interface StatedBalance {
  readonly account: number;
  readonly index: number;
  readonly fen: number;
}

/** Opening money of every account, 1/100 of the currency. `stated`: at most the first stated balance of each account counts. */
export function openAccounts(events: Events, stated: readonly StatedBalance[]): Float64Array {
  const first = firstStated(stated);
  const balance = new Float64Array(events.accounts);
  const opening = new Float64Array(events.accounts);
  const told = new Uint8Array(events.accounts);
  const move = (account: number, fen: number, index: number) => {
    if (account < 0) return;
    balance[account]! += fen;
    if (told[account]) return;
    opening[account] = Math.max(opening[account]!, -balance[account]!);
    const known = first.get(account);
    if (known?.index !== index) return;
    opening[account] = Math.max(0, known.fen - balance[account]!);
    told[account] = 1;
  };
  for (let i = 0; i < events.count; i++) {
    move(events.from[i]!, -events.fen[i]!, i);
    move(events.to[i]!, events.fen[i]!, i);
  }
  return opening;
}

function firstStated(stated: readonly StatedBalance[]): Map<number, StatedBalance> {
  const first = new Map<number, StatedBalance>();
  for (const balance of stated) {
    const known = first.get(balance.account);
    if (!known || balance.index < known.index) first.set(balance.account, balance);
  }
  return first;
}
