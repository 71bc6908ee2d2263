// Many victims pay one account within hours: the payment that makes the number full is a hit, and so is each that follows while it is full.
// Whatever becomes known later – another payment, another victim – only adds hits: so it does not matter in which order files come.
import type { RuleDeclaration } from "./rule.ts";

export const fanIn = {
  numbers: [
    { name: "payers", unit: "count", usual: 3, least: 2, most: 100 },
    { name: "hours", unit: "hours", usual: 24, least: 1, most: 720 },
  ],
} as const satisfies RuleDeclaration;

export interface Payment {
  readonly at: number;
  readonly payer: number;
}

export interface FanInHit {
  /** Place of the payment in what was given. */
  readonly index: number;
  /** Different payers within the time before it, itself included. */
  readonly payers: number;
}

/** Payments to one account in time order. A payment is a hit where the payers of the last `hours`, its own among them, reach the number; O(n). */
export function findFanIns(payments: readonly Payment[], { payers, hours }: { payers: number; hours: number }): FanInHit[] {
  const window = hours * 3_600_000;
  const within = new Map<number, number>();
  const hits: FanInHit[] = [];
  let first = 0;
  payments.forEach(({ at, payer }, index) => {
    for (; payments[first]!.at < at - window; first++) leave(within, payments[first]!.payer);
    within.set(payer, (within.get(payer) ?? 0) + 1);
    if (within.size >= payers) hits.push({ index, payers: within.size });
  });
  return hits;
}

function leave(within: Map<number, number>, payer: number): void {
  const left = within.get(payer)! - 1;
  if (left === 0) within.delete(payer);
  else within.set(payer, left);
}
