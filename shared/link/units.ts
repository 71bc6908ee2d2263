// Counts units instead of cases: every series is one, every unlinked case is one.
import type { LinkTables, Units } from "./prepared.ts";

function countUnits(unitOf: Int32Array, starts: Int32Array, holders: Int32Array): Int32Array {
  const counts = new Int32Array(starts.length - 1);
  const lastSeen = new Set<number>();
  for (let e = 0; e < counts.length; e++) {
    lastSeen.clear();
    for (let at = starts[e]!; at < starts[e + 1]!; at++) lastSeen.add(unitOf[holders[at]!]!);
    counts[e] = lastSeen.size;
  }
  return counts;
}

/** `seriesOf`: name of the series of a case, or undefined for a case of its own. */
export function buildUnits({ table, identifiers, near }: LinkTables, seriesOf: (number: string) => string | undefined): Units {
  const known = new Map<string, number>();
  let count = 0;
  const unitOf = Int32Array.from(table.records, ({ number }) => {
    const series = seriesOf(number);
    const unit = series === undefined ? undefined : known.get(series);
    if (unit !== undefined) return unit;
    if (series !== undefined) known.set(series, count);
    return count++;
  });
  return {
    unitOf,
    count,
    identifierUnits: countUnits(unitOf, identifiers.holderStarts, identifiers.holders),
    nearUnits: countUnits(unitOf, near.holderStarts, near.holders),
  };
}
