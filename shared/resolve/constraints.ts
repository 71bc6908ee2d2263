// What is settled before any score: one entity, equal identity numbers. Judgements of people come afterwards (applyJudgements.ts), so that what a run
// found stays as it was when they are taken back.
import { makeNameCheck } from "./compatibleNames.ts";
import { DisjointSets } from "./disjointSets.ts";
import type { ResolveRecord, SpellName } from "./personRecord.ts";

export interface Constraints {
  /** Starting group of each record: its smallest record. */
  readonly groupOf: Int32Array;
  /** Identity number of a group; two different ones contradict. */
  readonly numberOf: ReadonlyMap<number, string>;
}

export function settleConstraints(records: readonly ResolveRecord[], spell: SpellName): Constraints {
  const sets = new DisjointSets(records.length);
  const firstOf = new Map<number, number>();
  records.forEach(({ entity }, i) => {
    const first = firstOf.get(entity);
    if (first === undefined) firstOf.set(entity, i);
    else sets.join(first, i);
  });
  joinEqualNumbers(records, spell, sets);
  const groupOf = Int32Array.from(records, (_, i) => sets.find(i));
  return { groupOf, numberOf: numbersOf(records, groupOf) };
}

function joinEqualNumbers(records: readonly ResolveRecord[], spell: SpellName, sets: DisjointSets): void {
  const areCompatible = makeNameCheck(spell);
  const holders = new Map<string, number[]>();
  records.forEach(({ identityNumber }, i) => {
    if (identityNumber === null) return;
    const known = holders.get(identityNumber) ?? [];
    holders.set(identityNumber, known);
    const same = known.find((other) => areCompatible(records[other]!, records[i]!));
    if (same !== undefined) sets.join(same, i);
    known.push(i);
  });
}

/** Groups that hold two different numbers (one entity with two) have none that could contradict. */
function numbersOf(records: readonly ResolveRecord[], groupOf: Int32Array): Map<number, string> {
  const numbers = new Map<number, string | null>();
  records.forEach(({ identityNumber }, i) => {
    if (identityNumber === null) return;
    const group = groupOf[i]!;
    const known = numbers.get(group);
    numbers.set(group, known === undefined || known === identityNumber ? identityNumber : null);
  });
  return new Map([...numbers].flatMap(([group, number]) => (number === null ? [] : [[group, number] as const])));
}
