// Which accounts traced money can reach at all: only their events need to be replayed.
import type { MoneyLedger } from "./ledger.ts";

/** 1 for every account that a chain of transfers in time order joins to a seed's receiver, pools not passed. */
export function findTouched(
  { count, accounts, from, to, at, isCashOut, isPool }: MoneyLedger,
  { seeds, until }: { readonly seeds: ReadonlyMap<number, number>; readonly until: number | null },
): Uint8Array {
  const touched = new Uint8Array(accounts);
  const end = until ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i < count && !(at[i]! > end); i++) {
    const receiver = to[i]!;
    if (receiver < 0 || isCashOut[i] || touched[receiver]) continue;
    const payer = from[i]!;
    if (seeds.has(i) || (payer >= 0 && touched[payer] === 1 && !isPool[payer])) touched[receiver] = 1;
  }
  return touched;
}
