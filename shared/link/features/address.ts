// Whether both cases happened at one standard address: the same unit, the same building, the same road number or estate. Coordinates need not be told.
import { type CaseTable, mostCasesAtAddress } from "../prepare/caseTable.ts";
import { makeLevelFeature } from "./levelFeature.ts";

const isShared = (addresses: Int32Array, cases: Int32Array, a: number, b: number): boolean =>
  addresses[a]! >= 0 && addresses[a] === addresses[b] && cases[addresses[a]!]! <= mostCasesAtAddress;

/** The finest that both share. A level that one of them leaves open is not held against it, and what a crowd shares says nothing. */
function levelOf({ lot, building, addressUnit, lotCases, buildingCases, unitCases }: CaseTable, a: number, b: number): number {
  if (lot[a]! < 0 || lot[b]! < 0) return -1;
  if (lot[a] !== lot[b]) return 0;
  if (isShared(addressUnit, unitCases, a, b)) return 3;
  if (isShared(building, buildingCases, a, b)) return 2;
  return isShared(lot, lotCases, a, b) ? 1 : -1;
}

export const address = makeLevelFeature({
  id: "address",
  family: "placeTime",
  basis: "placeTime",
  attributes: [["place"]],
  source: "agreement by levels of the standard address (Fellegi–Sunter)",
  contexts: 1,
  levelNames: ["elsewhere", "lot", "building", "unit"],
  defaultBits: [-0.05, 4, 5.5, 6.5],
  isMonotone: true,
  levelOf: ({ tables: { table } }, a, b) => levelOf(table, a, b),
  detail: ({ tables: { table } }, a, b) => ({ a: table.records[a]!.place ?? "", b: table.records[b]!.place ?? "" }),
});
