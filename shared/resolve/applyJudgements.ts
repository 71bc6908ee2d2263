// Judgements of people over what a run found: the identities are a function of both, so taking a judgement back restores what stood before,
// months and runs later. A judgement changes what it says and nothing else.
import type { ScoredPair } from "./clusterGroups.ts";

/** Entities that may come to stand together: whole identities as found, closed under what is confirmed. */
export interface JudgedBlock {
  /** Entity → identity that the run found for it. */
  readonly found: ReadonlyMap<number, number>;
  /** Weighed pairs inside. */
  readonly pairs: readonly ScoredPair[];
  /** In the order of the decisions. */
  readonly confirmed: readonly (readonly [number, number])[];
  readonly rejected: readonly (readonly [number, number])[];
}

/** Sets of entities; a join that would bring two rejected ones together is refused. */
class GuardedSets {
  private readonly sets = new Map<number, Set<number>>();
  private readonly enemies = new Map<number, Set<number>>();

  constructor(entities: Iterable<number>, rejected: JudgedBlock["rejected"]) {
    for (const entity of entities) this.sets.set(entity, new Set([entity]));
    for (const [a, b] of rejected) {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        this.enemies.set(one, (this.enemies.get(one) ?? new Set()).add(other));
    }
  }

  join(a: number, b: number): void {
    const [one, other] = [this.sets.get(a), this.sets.get(b)];
    if (!one || !other || one === other) return;
    const [small, large] = one.size < other.size ? [one, other] : [other, one];
    for (const entity of small) for (const enemy of this.enemies.get(entity) ?? []) if (large.has(enemy)) return;
    for (const entity of small) this.sets.set(entity, large.add(entity));
  }

  smallest(): Map<number, number> {
    const heads = new Map<Set<number>, number>();
    for (const [entity, set] of this.sets) heads.set(set, Math.min(entity, heads.get(set) ?? entity));
    return new Map([...this.sets].map(([entity, set]) => [entity, heads.get(set)!]));
  }
}

/**
 * Entity → smallest entity of its identity. A rejection always holds; then what is confirmed, earlier decisions first; then what the run found:
 * where a rejection splits a found identity, its strongest pairs join first, so a member goes with whom it belongs to most.
 */
export function applyJudgements({ found, pairs, confirmed, rejected }: JudgedBlock): Map<number, number> {
  const sets = new GuardedSets(
    [...found.keys()].sort((a, b) => a - b),
    rejected,
  );
  for (const [a, b] of confirmed) sets.join(a, b);
  const inside = pairs.filter(({ a, b }) => found.has(a) && found.get(a) === found.get(b));
  for (const { a, b } of inside.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)) sets.join(a, b);
  // Members that no weighed pair ties to the rest: exact keys settled those.
  const members = new Map<number, number[]>();
  for (const entity of [...found.keys()].sort((a, b) => a - b)) {
    const earlier = members.get(found.get(entity)!);
    for (const other of earlier ?? []) sets.join(other, entity);
    if (earlier) earlier.push(entity);
    else members.set(found.get(entity)!, [entity]);
  }
  return sets.smallest();
}
