// What is settled before any score: one entity, decisions, equal identity numbers. And who must never meet.
import { makeNameCheck } from "./compatibleNames.ts";
import { DisjointSets } from "./disjointSets.ts";
import type { IdentityVerdicts, ResolveRecord, SpellName } from "./personRecord.ts";

export interface Constraints {
  /** Starting group of each record: its smallest record. */
  readonly groupOf: Int32Array;
  /** Groups that must never be in one identity, both ways. */
  readonly enemies: ReadonlyMap<number, ReadonlySet<number>>;
  /** Identity number of a group; two different ones contradict. */
  readonly numberOf: ReadonlyMap<number, string>;
}

function readApart({ apart }: IdentityVerdicts): ReadonlyMap<number, ReadonlySet<number>> {
  const enemies = new Map<number, Set<number>>();
  for (const [a, b] of apart) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      enemies.set(one, (enemies.get(one) ?? new Set()).add(other));
  }
  return enemies;
}

/** Joins sets and keeps who stands in them; a join that a rejection forbids is left out, so a rejection always holds. */
class Joiner {
  readonly sets: DisjointSets;
  private readonly entities = new Map<number, Set<number>>();
  private readonly apart: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(records: readonly ResolveRecord[], apart: ReadonlyMap<number, ReadonlySet<number>>) {
    this.sets = new DisjointSets(records.length);
    this.apart = apart;
    for (const [i, { entity }] of records.entries()) this.entities.set(i, new Set([entity]));
  }

  join(a: number, b: number): void {
    const [left, right] = [this.sets.find(a), this.sets.find(b)];
    if (left === right) return;
    const [mine, theirs] = [this.entities.get(left)!, this.entities.get(right)!];
    for (const entity of mine) for (const enemy of this.apart.get(entity) ?? []) if (theirs.has(enemy)) return;
    this.sets.join(left, right);
    this.entities.delete(left);
    this.entities.delete(right);
    this.entities.set(this.sets.find(left), new Set([...mine, ...theirs]));
  }
}

export function settleConstraints(records: readonly ResolveRecord[], verdicts: IdentityVerdicts, spell: SpellName): Constraints {
  const apart = readApart(verdicts);
  const joiner = new Joiner(records, apart);
  const firstOf = new Map<number, number>();
  records.forEach(({ entity }, i) => {
    const first = firstOf.get(entity);
    if (first === undefined) firstOf.set(entity, i);
    else joiner.join(first, i);
  });
  for (const [a, b] of verdicts.together) {
    const [left, right] = [firstOf.get(a), firstOf.get(b)];
    if (left !== undefined && right !== undefined) joiner.join(left, right);
  }
  joinEqualNumbers(records, spell, joiner);
  const groupOf = Int32Array.from(records, (_, i) => joiner.sets.find(i));
  return { groupOf, enemies: groupEnemies(apart, firstOf, groupOf), numberOf: numbersOf(records, groupOf) };
}

function joinEqualNumbers(records: readonly ResolveRecord[], spell: SpellName, joiner: Joiner): void {
  const areCompatible = makeNameCheck(spell);
  const holders = new Map<string, number[]>();
  records.forEach(({ identityNumber }, i) => {
    if (identityNumber === null) return;
    const known = holders.get(identityNumber) ?? [];
    holders.set(identityNumber, known);
    const same = known.find((other) => areCompatible(records[other]!, records[i]!));
    if (same !== undefined) joiner.join(same, i);
    known.push(i);
  });
}

function groupEnemies(
  apart: ReadonlyMap<number, ReadonlySet<number>>,
  firstOf: ReadonlyMap<number, number>,
  groupOf: Int32Array,
): Map<number, Set<number>> {
  const enemies = new Map<number, Set<number>>();
  for (const [entity, others] of apart) {
    const first = firstOf.get(entity);
    if (first === undefined) continue;
    const group = groupOf[first]!;
    const set = enemies.get(group) ?? new Set<number>();
    for (const other of others) {
      const second = firstOf.get(other);
      if (second !== undefined) set.add(groupOf[second]!);
    }
    enemies.set(group, set);
  }
  return enemies;
}

/** Groups that hold two different numbers (joined by a decision) have none that could contradict. */
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
