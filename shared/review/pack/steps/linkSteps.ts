// Steps of linking: which pairs of cases belong together, which cases are like one.
import { caseFact, type StepKind } from "../line.ts";
import { shapeOf } from "./shapeOf.ts";

const pairs = shapeOf<"link.listPairs">()({
  linesOf: ({ items }) => items,
  key: ["a", "b"],
  fields: [
    { name: "a", form: "case" },
    { name: "b", form: "case" },
    { name: "bits", form: "bits" },
    { name: "strength", form: "word", isTold: true },
    { name: "series", form: "text", isTold: true },
  ],
  factsOf: ({ a, b }) => [caseFact(a), caseFact(b)],
  chartOf: ({ a, b }) => `pair:${a}|${b}`,
});

const similar = shapeOf<"link.findSimilar">()({
  linesOf: (all) => all,
  key: ["case"],
  fields: [
    { name: "case", form: "case" },
    { name: "series", form: "text", isTold: true },
    { name: "bits", form: "bits" },
  ],
  factsOf: (line) => [caseFact(line.case)],
  chartOf: (line) => `case:${line.case}`,
});

/** What was set by hand: a run cannot set weights, but says when others stand than last time. */
const settings = shapeOf<"link.readModel">()({
  linesOf: (page) => [
    { setting: "prior", pairs: page?.stated?.expectedPairs ?? null, isByHand: (page?.stated?.expectedPairs ?? null) !== null },
    ...(page?.stated?.levels ?? []).map(({ feature, level, m, u }) => ({ setting: `${feature} ${level}`, m, u, isByHand: true })),
  ],
  key: ["setting"],
  fields: [
    { name: "setting", form: "text" },
    { name: "isByHand", form: "flag", isTold: true },
    { name: "pairs", form: "count", isTold: true },
    { name: "m", form: "count", isTold: true },
    { name: "u", form: "count", isTold: true },
  ],
  factsOf: () => [],
  chartOf: () => null,
});

export const linkSteps: readonly StepKind[] = [
  { call: "link.runLinkage", tunable: [], shape: null, listedBy: "link.listPairs", needs: "case" },
  { call: "link.readModel", tunable: [], shape: settings, listedBy: null },
  {
    call: "link.findSimilar",
    tunable: [
      { name: "case", kind: "subject" },
      { name: "top", kind: "number", min: 1, max: 1000 },
    ],
    shape: similar,
    listedBy: null,
    needs: "case",
    isLook: true,
  },
  {
    call: "link.listPairs",
    tunable: [
      { name: "minBits", kind: "number", min: -50, max: 100 },
      { name: "limit", kind: "number", min: 1, max: 5000 },
    ],
    shape: pairs,
    listedBy: null,
  },
];
