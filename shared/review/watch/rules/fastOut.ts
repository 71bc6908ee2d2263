// Fast in, fast out: most of a payment leaves the account within minutes.
import type { RuleDeclaration } from "./rule.ts";

export const fastOut = {
  numbers: [
    { name: "yuan", unit: "yuan", usual: 5000, least: 1, most: 100_000_000 },
    { name: "percent", unit: "percent", usual: 80, least: 1, most: 100 },
    { name: "minutes", unit: "minutes", usual: 60, least: 1, most: 10_080 },
  ],
} as const satisfies RuleDeclaration;

export interface Movement {
  readonly at: number;
  /** Whole hundredths; positive in, negative out. */
  readonly fen: number;
}

export interface FastOutHit {
  /** Place of the payment that came in. */
  readonly index: number;
  /** Of it, what left in time. */
  readonly percent: number;
  /** From its arrival until the share was reached. */
  readonly minutes: number;
}

/** Movements of one account and currency in time order. What leaves is counted to the payments that came in last before it (last in, first out), each fen once. */
export function findFastOuts(movements: readonly Movement[], limits: { yuan: number; percent: number; minutes: number }): FastOutHit[] {
  const open: { index: number; at: number; fen: number; left: number }[] = [];
  const hits: FastOutHit[] = [];
  movements.forEach(({ at, fen }, index) => {
    if (fen > 0) {
      open.push({ index, at, fen, left: fen });
      return;
    }
    let out = -fen;
    while (out > 0 && open.length > 0) {
      const last = open.at(-1)!;
      const taken = Math.min(out, last.left);
      const wasBelow = reached(last, limits) === false;
      last.left -= taken;
      out -= taken;
      if (wasBelow && reached(last, limits) && at - last.at <= limits.minutes * 60_000)
        hits.push({ index: last.index, percent: ((last.fen - last.left) * 100) / last.fen, minutes: (at - last.at) / 60_000 });
      if (last.left === 0) open.pop();
    }
  });
  return hits.sort((a, b) => a.index - b.index);
}

const reached = ({ fen, left }: { fen: number; left: number }, { yuan, percent }: { yuan: number; percent: number }): boolean =>
  fen >= yuan * 100 && (fen - left) * 100 >= percent * fen;
