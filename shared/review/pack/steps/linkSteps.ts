// Steps of resolving and linking: who is one, which pairs of cases belong together.
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

export const linkSteps: readonly StepKind[] = [
  { call: "resolve.runResolution", tunable: [], shape: null, listedBy: null },
  { call: "link.runLinkage", tunable: [], shape: null, listedBy: "link.listPairs" },
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
