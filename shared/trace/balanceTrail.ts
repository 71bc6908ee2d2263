// Rows of one moment in the order that their running balance tells: a trail that uses every row once (Hierholzer 1873; a balance is a node, a row an edge).

export interface BalanceStep {
  /** Balance before and after the row, 1/100 of the currency. */
  readonly before: number;
  readonly after: number;
}

/** The steps in balance order, earlier ones first where balances leave a choice; null when no order uses all of them. `start`: the balance before them, where known. */
export function findBalanceTrail<Step extends BalanceStep>(steps: readonly Step[], start: number | undefined): Step[] | null {
  const outgoing = new Map<number, Step[]>();
  for (const step of [...steps].reverse()) outgoing.set(step.before, [...(outgoing.get(step.before) ?? []), step]);
  const begin = start !== undefined && outgoing.has(start) ? start : findStart(steps);
  if (begin === null) return null;
  const trail = walk(outgoing, begin);
  return trail.length === steps.length && trail.every((step, i) => i === 0 || trail[i - 1]!.after === step.before) ? trail : null;
}

/** The only balance that is left once more often than it is reached; that of the first row when all are even (a round trip). */
function findStart(steps: readonly BalanceStep[]): number | null {
  const surplus = new Map<number, number>();
  for (const { before, after } of steps) {
    surplus.set(before, (surplus.get(before) ?? 0) + 1);
    surplus.set(after, (surplus.get(after) ?? 0) - 1);
  }
  const starts = [...surplus].filter(([, count]) => count > 0);
  if (starts.length === 0) return steps[0]?.before ?? null;
  return starts.length === 1 && starts[0]![1] === 1 ? starts[0]![0] : null;
}

function walk<Step extends BalanceStep>(outgoing: ReadonlyMap<number, Step[]>, begin: number): Step[] {
  const trail: Step[] = [];
  const stack: { readonly at: number; readonly by: Step | null }[] = [{ at: begin, by: null }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const next = outgoing.get(top.at)?.pop();
    if (next) stack.push({ at: next.after, by: next });
    else if (stack.pop()?.by) trail.push(top.by!);
  }
  return trail.reverse();
}
