// How often random pairs of records show each level: what agreement by chance looks like.
import { seededRandom } from "../random.ts";
import { noLevel, type PairComparer } from "./comparePairs.ts";
import type { FieldTable } from "./fieldTable.ts";

const seed = 20_240_601;

/** Shares of the levels of every field (and order), missing left out; half a pair added to each. */
export function sampleRandomPairs(table: FieldTable, comparer: PairComparer, sample: number): Float64Array[] {
  const sizes = [...table.fields.map(({ kind }) => kind.levels.length), ...table.swaps.map(() => 2)];
  const counts = sizes.map((size) => new Float64Array(size).fill(0.5));
  const random = seededRandom(seed);
  const levels = new Uint8Array(comparer.width);
  const pairs = Math.min(sample, (table.count * (table.count - 1)) / 2);
  for (let i = 0; i < pairs; i++) {
    const a = Math.floor(random() * table.count);
    const b = (a + 1 + Math.floor(random() * (table.count - 1))) % table.count;
    comparer.compare(a, b, levels, 0);
    for (let f = 0; f < levels.length; f++) if (levels[f] !== noLevel) counts[f]![levels[f]!]!++;
  }
  return counts.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => count / total);
  });
}
