// Fast in, fast out: accounts that pass on at least 80 % of what they receive within the window, first in first out, no opening money.
import type { MoneyTransfers } from "../suspicion/oneOffEdges.ts";

export interface PassThrough {
  readonly account: number;
  /** Indices of its transfers, ascending. */
  readonly transfers: readonly number[];
  /** 0..1: share passed on × how much of the window was left. Far below other patterns: honest accounts pass money on too. */
  readonly score: number;
}

const minShare = 0.8;

export function findPassThrough(transfers: MoneyTransfers, windowDays: number): PassThrough[] {
  const byAccount = Array.from({ length: transfers.accounts }, (): number[] => []);
  const { count, from, to, day, fen } = transfers;
  for (let i = 0; i < count; i++) {
    if (from[i] === to[i] || fen[i] === 0) continue;
    byAccount[from[i]!]!.push(i);
    byAccount[to[i]!]!.push(i);
  }
  return byAccount.flatMap((own, account) => {
    const rows = own.sort((a, b) => day[a]! - day[b]! || a - b);
    const { received, passed, delay } = followLots(transfers, account, rows, windowDays);
    if (received === 0 || passed < minShare * received) return [];
    return [{ account, transfers: [...own].sort((a, b) => a - b), score: (passed / received) * (1 - delay / passed / windowDays) }];
  });
}

/** `delay`: days waited, summed over the fen passed on in time. */
function followLots({ to, day, fen }: MoneyTransfers, account: number, rows: readonly number[], windowDays: number) {
  const lots: { fen: number; readonly day: number }[] = [];
  let [received, passed, delay, head] = [0, 0, 0, 0];
  for (const row of rows) {
    if (to[row] === account) {
      received += fen[row]!;
      lots.push({ fen: fen[row]!, day: day[row]! });
      continue;
    }
    let left = fen[row]!;
    while (left > 0 && head < lots.length) {
      const lot = lots[head]!;
      const used = Math.min(left, lot.fen);
      const waited = day[row]! - lot.day;
      if (waited <= windowDays) {
        passed += used;
        delay += used * waited;
      }
      lot.fen -= used;
      left -= used;
      if (lot.fen === 0) head += 1;
    }
  }
  return { received, passed, delay };
}
