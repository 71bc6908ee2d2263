// Which pairs are compared: all of them while the cases are few, else those that share or nearly share an identifier or a standard address,
// and nearest neighbours.

import { sameModus } from "./candidates/modusNeighbours.ts";
import type { PairSink } from "./candidates/pairSink.ts";
import { nearestByPlaceAndTime } from "./candidates/placeTimeNeighbours.ts";
import { sameAddress } from "./candidates/sameAddress.ts";
import { sharedPostings } from "./candidates/sharedPostings.ts";
import { nearestByText } from "./candidates/textNeighbours.ts";
import type { Hubs, LinkTables } from "./prepared.ts";

/** Up to so many cases every pair is compared. */
export const allPairsLimit = 1500;

/** Growing list of pair keys a · count + b with a < b. */
function makeCollector(count: number) {
  let keys = new Float64Array(1 << 16);
  let used = 0;
  const add: PairSink = (a, b) => {
    if (a === b) return;
    if (used === keys.length) {
      const wider = new Float64Array(keys.length * 2);
      wider.set(keys);
      keys = wider;
    }
    keys[used++] = a < b ? a * count + b : b * count + a;
  };
  return { add, keys: () => keys.subarray(0, used) };
}

/** Sorted, each key once. */
function distinct(keys: Float64Array): Float64Array {
  const sorted = keys.slice().sort();
  let used = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[used++] = sorted[i]!;
  return sorted.slice(0, used);
}

function everyPair(count: number): Float64Array {
  const keys = new Float64Array((count * (count - 1)) / 2);
  let used = 0;
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) keys[used++] = a * count + b;
  return keys;
}

/** Pairs that share a non-hub identifier, directly or near. */
export function identifierPairs(tables: LinkTables, hubs: Hubs): Float64Array {
  const collector = makeCollector(tables.table.count);
  sharedPostings(tables.table, tables.identifiers, hubs.identifiers, collector.add);
  sharedPostings(tables.table, tables.near, hubs.near, collector.add);
  return distinct(collector.keys());
}

/** Keys of the pairs to compare, ascending. */
export function findCandidates(tables: LinkTables, hubs: Hubs, limit: number = allPairsLimit): Float64Array {
  const { count } = tables.table;
  if (count <= limit) return everyPair(count);
  const collector = makeCollector(count);
  sharedPostings(tables.table, tables.identifiers, hubs.identifiers, collector.add);
  sharedPostings(tables.table, tables.near, hubs.near, collector.add);
  nearestByPlaceAndTime(tables.table, collector.add);
  sameAddress(tables.table, collector.add);
  nearestByText(tables.briefs, collector.add);
  sameModus(tables.table, tables.modus, collector.add);
  return distinct(collector.keys());
}

export const firstOf = (key: number, count: number): number => Math.floor(key / count);
export const secondOf = (key: number, count: number): number => key % count;
