// How near two crimes lie: −ln(distance + scale).
import { distanceOf } from "../prepare/caseTable.ts";
import type { Term } from "./feature.ts";
import { makeTermFeature } from "./termFeature.ts";

const term: Term = {
  key: "place",
  defaultWeight: 1.5,
  remoteWeight: 0.15,
  x: ({ tables, weights }, a, b) => -Math.log(distanceOf(tables.table, a, b) + weights.placeScale),
};

export const place = makeTermFeature({
  id: "place",
  family: "placeTime",
  basis: "placeTime",
  attributes: [["place"]],
  source: "power law in distance, own measurement on solved burglaries (docs/evidence.md)",
  terms: () => [term],
  detail: ({ tables: { table } }, a, b) => ({
    distance: Number(distanceOf(table, a, b).toPrecision(3)),
    distanceUnit: table.isPlanar[a] ? "" : "km",
    a: table.records[a]!.place ?? "",
    b: table.records[b]!.place ?? "",
  }),
});
