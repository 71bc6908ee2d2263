// How alike the hours of the day are: minus the expected difference on the circle of 24 hours.
import { circularGapOf } from "../prepare/caseTable.ts";
import type { Scene } from "../prepared.ts";
import { caseTimes, type Term } from "./feature.ts";
import { makeTermFeature } from "./termFeature.ts";

function hoursApart({ tables: { table } }: Pick<Scene, "tables">, a: number, b: number): number {
  if (!table.hasClock[a] || !table.hasClock[b]) return Number.NaN;
  return 24 * circularGapOf(table, a, b, 1);
}

const term: Term = { key: "hour", defaultWeight: 0.05, remoteWeight: 0.03, x: (scene, a, b) => -hoursApart(scene, a, b) };

export const hour = makeTermFeature({
  id: "hour",
  family: "placeTime",
  basis: "placeTime",
  attributes: caseTimes,
  source: "circular difference, own measurement on solved burglaries (docs/evidence.md)",
  terms: () => [term],
  detail: (scene, a, b) => ({ hours: Math.round(hoursApart(scene, a, b) * 10) / 10 }),
});
