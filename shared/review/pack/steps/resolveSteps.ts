// Steps of resolving: who is one, and which standard address a written one is.
import type { StepKind } from "../line.ts";
import { rowCites } from "./rowCites.ts";
import { shapeOf } from "./shapeOf.ts";

const clusters = shapeOf<"resolve.listClusters">()({
  linesOf: ({ items }) => items,
  key: ["identity"],
  fields: [
    { name: "identity", form: "entity" },
    { name: "members[].entity", called: "records", form: "entities", isTold: true },
    { name: "weakestBits", form: "bits" },
    { name: "bestBits", form: "bits" },
  ],
  factsOf: ({ members }) => rowCites(members.map(({ source }) => source)),
  chartOf: ({ identity }) => identity,
});

const addresses = shapeOf<"resolve.listAddressMatches">()({
  linesOf: ({ items }) => items,
  key: ["place"],
  fields: [
    { name: "place", called: "written", form: "entity" },
    { name: "state", form: "word", isTold: true },
    { name: "standard.place", called: "standard", form: "entity", isTold: true },
    { name: "probability", form: "score" },
    { name: "told", form: "count" },
  ],
  factsOf: ({ sources }) => rowCites(sources),
  chartOf: ({ place }) => place,
});

export const resolveSteps: readonly StepKind[] = [
  { call: "resolve.runResolution", tunable: [], shape: null, listedBy: "resolve.listClusters" },
  {
    call: "resolve.listClusters",
    tunable: [{ name: "limit", kind: "number", min: 1, max: 500 }],
    shape: clusters,
    listedBy: null,
  },
  { call: "resolve.matchAddresses", tunable: [], shape: null, listedBy: "resolve.listAddressMatches", needs: "address" },
  {
    call: "resolve.listAddressMatches",
    tunable: [{ name: "limit", kind: "number", min: 1, max: 500 }],
    shape: addresses,
    listedBy: null,
    isLook: true,
  },
];
