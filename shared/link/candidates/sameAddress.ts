// Cases at one standard address – unit, building, road number or estate – that few cases share: each with its nearest in time.

import { type CaseTable, mostCasesAtAddress } from "../prepare/caseTable.ts";
import type { PairSink } from "./pairSink.ts";

const nearestInTime = 6;

/** Cases by the number of their address; those without one, and addresses that too many share, are left out. */
function groupByAddress(addresses: Int32Array, cases: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i]!;
    if (address < 0 || cases[address]! < 2 || cases[address]! > mostCasesAtAddress) continue;
    const known = groups.get(address);
    if (known) known.push(i);
    else groups.set(address, [i]);
  }
  return groups;
}

/** A compound of hundreds of cases says nothing itself, its buildings and units still do. */
export function sameAddress(table: CaseTable, add: PairSink): void {
  const { lot, building, addressUnit, lotCases, buildingCases, unitCases, midDay } = table;
  for (const groups of [groupByAddress(addressUnit, unitCases), groupByAddress(building, buildingCases), groupByAddress(lot, lotCases)])
    for (const cases of groups.values()) {
      cases.sort((a, b) => (midDay[a]! || 0) - (midDay[b]! || 0) || a - b);
      for (let i = 0; i < cases.length; i++) for (let j = i + 1; j < cases.length && j <= i + nearestInTime; j++) add(cases[i]!, cases[j]!);
    }
}
