// One standard address as evidence: levels, what is left open, and no bits where nothing is matched.
import { expect, it } from "vitest";
import { address } from "../../../shared/link/features/address.ts";
import { buildCaseTable } from "../../../shared/link/prepare/caseTable.ts";
import type { Scene } from "../../../shared/link/prepared.ts";
import { aCase } from "./caseBuilder.ts";

it("tells the finest level that two scenes share", () => {
  const at = (lot: string, building: string | null, unit: string | null) => ({ standard: { lot, building, unit } });
  const records = [
    aCase("A", at("1", "1/3", "1/3/1")),
    aCase("B", at("1", "1/3", "1/3/1")),
    aCase("C", at("1", "1/3", "1/3/2")),
    aCase("D", at("1", "1/4", null)),
    aCase("E", at("1", null, null)),
    aCase("F", at("2", "2/3", "2/3/1")),
    aCase("G"),
  ];
  const scene = { tables: { table: buildCaseTable(records) } } as unknown as Scene;
  const levels = records.map((_, i) => address.levels[address.levelOf(scene, 0, i)] ?? "missing");
  expect(levels).toEqual(["unit", "unit", "building", "lot", "lot", "elsewhere", "missing"]);
});
