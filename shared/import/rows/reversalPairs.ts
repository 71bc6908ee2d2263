// Pairs a reversal with the transfer it cancels, inside one source: same amount and currency, the same two accounts the other way
// round, not later than the reversal. Looks back over the batches that have not been handed on, and forward in sheets that run newest first.
import type { FactSink } from "../factSink.ts";
import type { RowPlan } from "../rowPlan.ts";

const done = 0;
const reversed = 2;
const reversal = 3;

/** Batches that stay changeable before they are handed on. */
export const heldBatches = 5;
const maxPending = 200;

interface Place {
  readonly sink: FactSink;
  readonly index: number;
}

export class ReversalPairs {
  private readonly sinks: FactSink[] = [];
  private readonly pending: Place[] = [];
  private readonly plan: RowPlan;

  constructor(plan: RowPlan) {
    this.plan = plan;
  }

  push(sink: FactSink, index: number, isReversal: boolean): void {
    if (this.sinks.at(-1) !== sink) {
      this.sinks.push(sink);
      if (this.sinks.length > heldBatches) this.sinks.shift();
    }
    const place = { sink, index };
    if (sink.transfers.state[index] !== done) return;
    if (isReversal) this.lookBack(place);
    else if (this.pending.length > 0) this.matchPending(place);
  }

  private lookBack(place: Place): void {
    const original = this.findOriginal(place);
    if (original !== null) {
      mark(original, place);
      return;
    }
    this.pending.push(place);
    this.plan.doubts.add("reversal-unmatched", "", place.sink.transfers.memo[place.index] ?? "");
    if (this.pending.length > maxPending) this.pending.shift();
  }

  /** The nearest one with the same reference, else the nearest that fits. */
  private findOriginal(place: Place): Place | null {
    let best: Place | null = null;
    for (let s = this.sinks.length - 1; s >= 0; s--) {
      const sink = this.sinks[s]!;
      for (let index = (sink === place.sink ? place.index : sink.transfers.count) - 1; index >= 0; index--) {
        const candidate = { sink, index };
        if (!fits(candidate, place)) continue;
        if (hasSameReference(candidate, place)) return candidate;
        best ??= candidate;
      }
    }
    return best;
  }

  private matchPending(candidate: Place): void {
    const found = this.pending.findIndex((place) => this.sinks.includes(place.sink) && fits(candidate, place));
    if (found < 0) return;
    mark(candidate, this.pending[found]!);
    this.pending.splice(found, 1);
    this.plan.doubts.remove("reversal-unmatched", "");
  }
}

function fits(original: Place, back: Place): boolean {
  const [a, b] = [original.sink.transfers, back.sink.transfers];
  const [i, j] = [original.index, back.index];
  if (a.amountFen[i] !== b.amountFen[j] || a.state[i] !== done || a.currency[i] !== b.currency[j]) return false;
  if (a.at[i]! > b.at[j]! && a.precision[i]! < 2 && b.precision[j]! < 2) return false;
  return isSame(original, a.from[i]!, back, b.to[j]!) && isSame(original, a.to[i]!, back, b.from[j]!);
}

/** An account that one of the two rows does not name fits any. */
function isSame(a: Place, entityA: number, b: Place, entityB: number): boolean {
  if (entityA < 0 || entityB < 0) return true;
  return a.sink.entities[entityA]!.key === b.sink.entities[entityB]!.key;
}

function hasSameReference(a: Place, b: Place): boolean {
  const reference = a.sink.transfers.reference[a.index];
  return reference !== "" && reference === b.sink.transfers.reference[b.index];
}

function mark(original: Place, back: Place): void {
  original.sink.transfers.state[original.index] = reversed;
  back.sink.transfers.state[back.index] = reversal;
}
