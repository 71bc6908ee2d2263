// From the transfers of one currency, as the store holds them, to a ledger in replay order.
import type { MoneyLedger } from "./ledger.ts";
import { openAccounts, type StatedBalance } from "./openings.ts";
import { orderTransfers, ownerOf, type UnorderedTransfers } from "./replayOrder.ts";

export interface StoredTransfers extends UnorderedTransfers {
  readonly accounts: number;
  readonly id: Float64Array;
  readonly isCashOut: Uint8Array;
  readonly isPool: Uint8Array;
}

export function buildLedger(stored: StoredTransfers): MoneyLedger {
  const order = orderTransfers(stored);
  const { count, accounts, isPool } = stored;
  const sorted = {
    count,
    accounts,
    isPool,
    id: Float64Array.from(order, (i) => stored.id[i]!),
    at: Float64Array.from(order, (i) => stored.at[i]!),
    from: Int32Array.from(order, (i) => stored.from[i]!),
    to: Int32Array.from(order, (i) => stored.to[i]!),
    fen: Float64Array.from(order, (i) => stored.fen[i]!),
    isCashOut: Uint8Array.from(order, (i) => stored.isCashOut[i]!),
  };
  return { ...sorted, opening: openAccounts(sorted, statedBalances(stored, order)) };
}

function statedBalances(stored: StoredTransfers, order: Uint32Array): StatedBalance[] {
  const seen = new Set<number>();
  const stated: StatedBalance[] = [];
  order.forEach((row, index) => {
    const account = ownerOf(stored, row);
    const fen = stored.balance[row]!;
    if (account < 0 || Number.isNaN(fen) || seen.has(account)) return;
    seen.add(account);
    stated.push({ account, index, fen });
  });
  return stated;
}
