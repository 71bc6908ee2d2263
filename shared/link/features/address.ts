// Whether both cases happened at one standard address: the same unit, the same building, the same road number or estate. Coordinates need not be told.
import type { CaseTable } from "../prepare/caseTable.ts";
import { makeLevelFeature } from "./levelFeature.ts";

/** Coarse to fine; the finest that both share. A level that one of them leaves open is not held against it. */
function levelOf({ lot, building, addressUnit: unit }: CaseTable, a: number, b: number): number {
  if (lot[a]! < 0 || lot[b]! < 0) return -1;
  if (lot[a] !== lot[b]) return 0;
  if (building[a]! < 0 || building[a] !== building[b]) return 1;
  return unit[a]! >= 0 && unit[a] === unit[b] ? 3 : 2;
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
