// How alike the days of the week are: minus the expected difference on the circle of seven days.
import { circularGapOf } from "../prepare/caseTable.ts";
import { caseTimes, type Term } from "./feature.ts";
import { makeTermFeature } from "./termFeature.ts";

const term: Term = {
  key: "weekday",
  defaultWeight: 0.05,
  remoteWeight: 0.03,
  x: ({ tables }, a, b) => -circularGapOf(tables.table, a, b, 7),
};

export const weekday = makeTermFeature({
  id: "weekday",
  family: "placeTime",
  basis: "placeTime",
  attributes: caseTimes,
  source: "circular difference, own measurement on solved burglaries (docs/evidence.md)",
  terms: () => [term],
  detail: ({ tables: { table } }, a, b) => ({ days: Math.round(circularGapOf(table, a, b, 7) * 10) / 10 }),
});
