// Steps of the group stage: series, rings, sellers, patterns, ranks.
import { caseFact, entityFact, type StepKind } from "../line.ts";
import { rowCites } from "./rowCites.ts";
import { shapeOf } from "./shapeOf.ts";

const series = shapeOf<"group.listSeries">()({
  linesOf: ({ series: all }) => all,
  key: ["series"],
  fields: [
    { name: "series", form: "text" },
    { name: "title", form: "text" },
    { name: "cases", form: "cases", isTold: true },
    { name: "cohesionBits", form: "bits" },
    { name: "loss", form: "money", isTold: true },
    { name: "firstAt", form: "time" },
    { name: "lastAt", form: "time" },
  ],
  factsOf: ({ cases }) => cases.map(caseFact),
  chartOf: (line) => `series:${line.series}`,
});

const rings = shapeOf<"group.listRings">()({
  linesOf: ({ rings: all }) => all,
  key: ["ring"],
  fields: [
    { name: "ring", form: "text" },
    { name: "title", form: "text" },
    { name: "people", form: "count", isTold: true },
    { name: "cases", form: "cases", isTold: true },
    { name: "victims", form: "count" },
    { name: "loss", form: "money", isTold: true },
    { name: "firstAt", form: "time" },
    { name: "lastAt", form: "time" },
  ],
  factsOf: ({ cases }) => cases.map(caseFact),
  chartOf: ({ ring }) => `ring:${ring}`,
});

/** Of one series what its cases share. */
const shared = shapeOf<"group.readSeries">()({
  linesOf: ({ shared: all }) => all.map(({ cases, ...one }) => ({ ...one, cases: Object.keys(cases) })),
  key: ["entity"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "cases", form: "cases", isTold: true },
    { name: "bits", form: "bits" },
  ],
  factsOf: ({ entity }) => [entityFact(entity)],
  chartOf: ({ entity }) => entity,
});

const members = shapeOf<"group.readRing">()({
  linesOf: ({ members: all }) => all,
  key: ["entity"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "role", form: "word", isTold: true },
    { name: "also[].entity", called: "alsoIs", form: "entities", isTold: true },
    { name: "stability", form: "score" },
  ],
  factsOf: ({ why }) => rowCites(why.sources),
  chartOf: ({ entity }) => entity,
});

const sellers = shapeOf<"group.listSellers">()({
  linesOf: (all) => all,
  key: ["entity", "ring"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "ring", form: "text" },
    { name: "cases", form: "cases", isTold: true },
  ],
  factsOf: ({ sources }) => rowCites(sources),
  chartOf: ({ entity }) => entity,
});

const motifs = shapeOf<"group.findMotifs">()({
  linesOf: ({ motifs: all }) => all,
  key: ["motif", "accounts"],
  grows: "accounts",
  fields: [
    { name: "motif", form: "word" },
    { name: "accounts", form: "entities" },
    { name: "amount", form: "money", isTold: true },
    { name: "transfers", form: "count", isTold: true },
    { name: "score", form: "score" },
    { name: "firstAt", form: "time" },
    { name: "lastAt", form: "time" },
  ],
  factsOf: ({ transfers }) => transfers.map((transfer) => ({ kind: "transfer", transfer })),
  chartOf: ({ accounts }) => accounts[0] ?? null,
});

const ranks = shapeOf<"group.rankEntities">()({
  linesOf: (all) => all,
  key: ["entity"],
  fields: [
    { name: "rank", form: "count" },
    { name: "entity", form: "entity" },
    { name: "score", form: "score" },
  ],
  factsOf: ({ entity }) => [entityFact(entity)],
  chartOf: ({ entity }) => entity,
});

export const groupSteps: readonly StepKind[] = [
  { call: "group.runSeries", tunable: [], shape: null, listedBy: "group.listSeries" },
  { call: "group.listSeries", tunable: [], shape: series, listedBy: null },
  { call: "group.readSeries", tunable: [{ name: "series", kind: "subject" }], shape: shared, listedBy: null, isLook: true },
  { call: "group.findRings", tunable: [], shape: null, listedBy: "group.listRings" },
  { call: "group.listRings", tunable: [], shape: rings, listedBy: null },
  { call: "group.readRing", tunable: [{ name: "ring", kind: "subject" }], shape: members, listedBy: null, isLook: true },
  { call: "group.listSellers", tunable: [], shape: sellers, listedBy: null },
  {
    call: "group.findMotifs",
    tunable: [{ name: "windowDays", kind: "number", min: 0.01, max: 366 }],
    shape: motifs,
    listedBy: null,
    needs: "transfer",
  },
  {
    call: "group.rankEntities",
    tunable: [{ name: "top", kind: "number", min: 1, max: 10_000 }],
    shape: ranks,
    listedBy: null,
    needs: "transfer",
  },
];
