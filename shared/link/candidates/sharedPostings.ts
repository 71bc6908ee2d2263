// Pairs of cases under one identifier: all of them for a rare one, each case with its nearest in time for a common one.

import type { CaseTable } from "../prepare/caseTable.ts";
import type { PairSink } from "./pairSink.ts";

const allPairsOfCases = 40;
const nearestInTime = 12;

interface Postings {
  readonly holderStarts: Int32Array;
  readonly holders: Int32Array;
}

export function sharedPostings(table: CaseTable, { holderStarts, holders }: Postings, hubs: Uint8Array, add: PairSink): void {
  for (let entity = 0; entity + 1 < holderStarts.length; entity++) {
    if (hubs[entity]) continue;
    const cases = holders.subarray(holderStarts[entity]!, holderStarts[entity + 1]!);
    if (cases.length < 2) continue;
    const isRare = cases.length <= allPairsOfCases;
    const ordered = isRare ? cases : cases.slice().sort((a, b) => (table.midDay[a]! || 0) - (table.midDay[b]! || 0) || a - b);
    const reach = isRare ? ordered.length : nearestInTime;
    for (let i = 0; i < ordered.length; i++) for (let j = i + 1; j < ordered.length && j <= i + reach; j++) add(ordered[i]!, ordered[j]!);
  }
}
