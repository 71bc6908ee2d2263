// How close in time two crimes lie: −ln(gap + 1 day), the gap expected over both time windows.
import { gapDaysOf } from "../prepare/caseTable.ts";
import { caseTimes, type Term } from "./feature.ts";
import { makeTermFeature } from "./termFeature.ts";

const term: Term = {
  key: "time",
  defaultWeight: 0.8,
  remoteWeight: 0.4,
  x: ({ tables }, a, b) => -Math.log(gapDaysOf(tables.table, a, b) + 1),
};

export const time = makeTermFeature({
  id: "time",
  family: "placeTime",
  basis: "placeTime",
  attributes: caseTimes,
  source: "power law in days, own measurement on solved burglaries (docs/evidence.md)",
  terms: () => [term],
  detail: ({ tables: { table } }, a, b) => ({ days: Math.round(gapDaysOf(table, a, b) * 10) / 10 }),
});
