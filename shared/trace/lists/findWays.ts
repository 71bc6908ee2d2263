// By which transfers the money of a seed came to an account: the fewest there are, each not before the one that it follows.
import type { MoneyDocument, TracedFlow } from "../moneyDocument.ts";

interface Reached {
  readonly flow: TracedFlow;
  readonly before: Reached | null;
  readonly steps: number;
}

/** Account → the flows that lead from the seed's payment to it. `flows` in the order in which they were replayed. */
export function findWays(
  { flows, seeds }: Pick<MoneyDocument, "flows" | "seeds">,
  seed: number,
  seedsOf: (transfer: number) => readonly number[],
): (entity: string) => TracedFlow[] {
  const reached = new Map<string, Reached>();
  const start = seeds[seed]!.transfer;
  for (const flow of flows) {
    if (flow.to === null || !seedsOf(flow.transfer).includes(seed)) continue;
    const before = flow.transfer === start || flow.from === null ? null : (reached.get(flow.from) ?? null);
    if (before === null && flow.transfer !== start) continue;
    const steps = (before?.steps ?? 0) + 1;
    const known = reached.get(flow.to);
    if (known === undefined || steps < known.steps) reached.set(flow.to, { flow, before, steps });
  }
  return (entity) => {
    const way: TracedFlow[] = [];
    for (let at = reached.get(entity) ?? null; at !== null; at = at.before) way.unshift(at.flow);
    return way;
  };
}
