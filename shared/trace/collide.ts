// What several lists have in common: entities that stand in at least k of them, the rarest first.

export interface Collision {
  readonly entity: string;
  /** Places of the lists that hold it. */
  readonly in: readonly number[];
  /** −log2 of the chance that an entity stands in these lists when each list is drawn at random from all of its kind. */
  readonly rarityBits: number;
}

/** `totals`: entities of each kind in the workspace. */
export function collideSets(sets: readonly (readonly string[])[], totals: ReadonlyMap<string, number>, min: number): Collision[] {
  const holders = new Map<string, Set<number>>();
  sets.forEach((set, i) => {
    for (const entity of set) holders.set(entity, (holders.get(entity) ?? new Set<number>()).add(i));
  });
  const sizes = sets.map((set) => countByKind(set));
  return [...holders]
    .filter(([, lists]) => lists.size >= min)
    .map(([entity, lists]): Collision => {
      const kind = kindOf(entity);
      const total = Math.max(1, totals.get(kind) ?? 1);
      const bits = [...lists].reduce((sum, i) => sum - Math.log2(Math.min(1, (sizes[i]!.get(kind) ?? 0) / total)), 0);
      return { entity, in: [...lists].sort((a, b) => a - b), rarityBits: Number(bits.toFixed(2)) };
    })
    .sort((a, b) => b.in.length - a.in.length || b.rarityBits - a.rarityBits || (a.entity < b.entity ? -1 : 1));
}

const kindOf = (entity: string) => entity.slice(0, entity.indexOf(":"));

function countByKind(set: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entity of new Set(set)) counts.set(kindOf(entity), (counts.get(kindOf(entity)) ?? 0) + 1);
  return counts;
}
