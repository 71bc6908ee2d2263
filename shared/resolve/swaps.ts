// Two name fields that people fill crosswise (given name and surname exchanged): found by values that stand on both sides.

/** Value number of each record into the values of the field; negative where none is stated. */
interface NamedValues {
  readonly kind: { readonly id: string };
  readonly dictionary: { readonly values: { readonly length: number } };
  readonly values: Int32Array;
}

/** Indexes into the fields. */
export interface Swap {
  readonly first: number;
  readonly second: number;
}

/** Order levels of a swap: as written, exchanged. */
export const orderStartM = [0.97, 0.03] as const;

function isSwapped(one: NamedValues, other: NamedValues): boolean {
  const width = one.dictionary.values.length;
  const pairs = new Set<number>();
  const [countsOne, countsOther] = [new Int32Array(width), new Int32Array(width)];
  let both = 0;
  for (let i = 0; i < one.values.length; i++) {
    const [a, b] = [one.values[i]!, other.values[i]!];
    if (a < 0 || b < 0) continue;
    both++;
    countsOne[a]!++;
    countsOther[b]!++;
    if (a !== b) pairs.add(a * width + b);
  }
  let [crossed, chance] = [0, 0];
  for (const pair of pairs) {
    const [a, b] = [Math.floor(pair / width), pair % width];
    if (pairs.has(b * width + a)) crossed += 0.5;
    chance += 0.5 * Math.min(1, (countsOne[b]! * countsOther[a]!) / Math.max(1, both));
  }
  return crossed >= 5 && crossed > 5 * chance + 3;
}

/** Every field in one pair at most. */
export function findSwaps(fields: readonly NamedValues[]): Swap[] {
  const swaps: Swap[] = [];
  const used = new Set<number>();
  fields.forEach((one, first) => {
    for (let second = first + 1; second < fields.length; second++) {
      const other = fields[second]!;
      if (one.kind.id !== "name" || other.kind.id !== "name" || used.has(first) || used.has(second) || !isSwapped(one, other)) continue;
      swaps.push({ first, second });
      used.add(first).add(second);
    }
  });
  return swaps;
}
