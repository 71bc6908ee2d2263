// Must-link and cannot-link, exact: must-links join beforehand, cannot-links never give way, contradictions are reported.

export type IndexPair = readonly [number, number];

export interface Constrained {
  /** Starting groups, each sorted, by smallest member. */
  readonly groups: readonly (readonly number[])[];
  /** Must-links that would have broken a cannot-link, directly or through others. */
  readonly contradictions: readonly IndexPair[];
}

const ordered = ([a, b]: IndexPair): IndexPair => (a < b ? [a, b] : [b, a]);
const byIndices = (one: IndexPair, other: IndexPair) => one[0] - other[0] || one[1] - other[1];

/** Joins must-linked cases in a fixed order; a join that would put a cannot-linked pair together is left out and reported. */
export function applyMustLinks(count: number, mustLink: readonly IndexPair[], cannotLink: readonly IndexPair[]): Constrained {
  const groupOf = Array.from({ length: count }, (_, i) => [i]);
  const enemies = new Map<number, number[]>();
  for (const [a, b] of cannotLink) {
    enemies.set(a, [...(enemies.get(a) ?? []), b]);
    enemies.set(b, [...(enemies.get(b) ?? []), a]);
  }
  const contradictions: IndexPair[] = [];
  for (const [a, b] of mustLink.map(ordered).sort(byIndices)) {
    const [one, other] = [groupOf[a]!, groupOf[b]!];
    if (one === other) continue;
    if (one.some((i) => enemies.get(i)?.some((enemy) => groupOf[enemy] === other))) contradictions.push([a, b]);
    else {
      one.push(...other);
      for (const i of other) groupOf[i] = one;
    }
  }
  const groups = [...new Set(groupOf)].map((group) => group.sort((i, j) => i - j));
  return { groups: groups.sort((one, other) => one[0]! - other[0]!), contradictions };
}
