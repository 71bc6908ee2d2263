// A statement without any heading: columns are told by their content alone, and the running balance proves the reading.
import { transferKind } from "../targets/transfer.ts";
import { type Assignment, type Candidate, type SheetView, withTargets } from "./assign.ts";
import { fitBalance } from "./balanceFit.ts";

const leastFit = 0.7;

const candidate = (column: number, target: string, score: number): Candidate => ({ column, target, score, heading: 0, content: score });

export function assignWithoutHeading(view: SheetView, rows: readonly (readonly string[])[]): Assignment | null {
  const { profiles } = view;
  const columns = profiles.map((_, i) => i);
  const time = columns.find((i) => profiles[i]!.share.stamp + profiles[i]!.share.date > 0.9);
  const money = columns.filter(
    (i) =>
      i !== time &&
      profiles[i]!.share.money > 0.95 &&
      (profiles[i]!.share.decimal > 0.4 || profiles[i]!.share.negative > 0) &&
      profiles[i]!.filled > 0,
  );
  if (time === undefined) return null;
  const best = bestReading(rows, money);
  if (best === null || best.fit < leastFit) return null;
  const byColumn = new Map<number, Candidate>([[time, candidate(time, "time", 0.9)]]);
  for (const [column, target] of best.targets) byColumn.set(column, candidate(column, target, best.fit));
  const memo = columns
    .filter((i) => !byColumn.has(i) && profiles[i]!.share.words > 0.7)
    .sort((a, b) => profiles[b]!.meanLength - profiles[a]!.meanLength)[0];
  if (memo !== undefined) byColumn.set(memo, candidate(memo, "memo", 0.6));
  const account = columns.find((i) => !byColumn.has(i) && profiles[i]!.share.account > 0.9 && profiles[i]!.distinct === 1);
  if (account !== undefined) byColumn.set(account, candidate(account, "own.account", 0.6));
  return withTargets(transferKind, view, [...byColumn.values()], byColumn);
}

/** Every choice of balance and amounts among the columns of money; the one that recomputes best. */
function bestReading(
  rows: readonly (readonly string[])[],
  money: readonly number[],
): { fit: number; targets: readonly (readonly [number, string])[] } | null {
  let best: { fit: number; targets: readonly (readonly [number, string])[] } | null = null;
  const offer = (fit: number, targets: readonly (readonly [number, string])[]) => {
    if (best === null || fit > best.fit) best = { fit, targets };
  };
  for (const balance of money) {
    for (const a of money) {
      if (a === balance) continue;
      offer(fitBalance(rows, { amount: a, balance }).fit, [
        [balance, "balance"],
        [a, "amount"],
      ]);
      for (const b of money) {
        if (b === a || b === balance) continue;
        offer(fitBalance(rows, { debit: a, credit: b, balance }).fit, [
          [balance, "balance"],
          [a, "debit"],
          [b, "credit"],
        ]);
      }
    }
  }
  return best;
}
