// Steps of the trace stage: money and its lists, numbers, meetings, lists in common.
import { entityFact, type StepKind, type TunableArgument } from "../line.ts";
import { shapeOf } from "./shapeOf.ts";

const changes = shapeOf<"trace.findNumberChanges">()({
  linesOf: ({ lines }) => lines,
  key: ["old", "new"],
  fields: [
    { name: "old", form: "entity" },
    { name: "new", form: "entity" },
    { name: "score", form: "score" },
    { name: "at", form: "time" },
    { name: "evidence.sharedContactCount", form: "count" },
    { name: "evidence.sameHandset", form: "flag", isTold: true },
    { name: "assigned", form: "flag", isTold: true },
  ],
  factsOf: (line) => [entityFact(line.old), entityFact(line.new)],
  chartOf: (line) => line.new,
});

const meetings = shapeOf<"trace.findMeetings">()({
  linesOf: ({ lines }) => lines,
  key: ["a", "b"],
  fields: [
    { name: "a", form: "entity" },
    { name: "b", form: "entity" },
    { name: "times", form: "count", isTold: true },
    { name: "bits", form: "bits" },
    { name: "places[].place", form: "entities" },
  ],
  factsOf: ({ a, b, places }) => places.map(({ from, until }) => ({ kind: "sightings", entities: [a, b], from, until })),
  chartOf: ({ a }) => a,
});

const money = shapeOf<"trace.listMoney">()({
  linesOf: (all) => all,
  key: ["entity", "case"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "name", form: "text" },
    { name: "bank", form: "text" },
    { name: "amount", form: "money", isTold: true },
    { name: "at", form: "time" },
    { name: "reason", form: "word", isTold: true },
    { name: "case", form: "case" },
  ],
  factsOf: ({ sources }) => sources.map(({ sourceId, row }) => ({ kind: "row", sourceId, row })),
  chartOf: ({ entity }) => entity,
});

const accounts = shapeOf<"trace.traceMoney">()({
  linesOf: ({ accounts: all }) => all,
  key: ["entity"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "level", form: "count" },
    { name: "received", form: "money", isTold: true },
    { name: "passedOn", form: "money" },
    { name: "held", form: "money", isTold: true },
    { name: "lastAt", form: "time" },
  ],
  factsOf: ({ entity }) => [entityFact(entity)],
  chartOf: ({ entity }) => entity,
});

const numbers = shapeOf<"trace.listNumbers">()({
  linesOf: ({ lines }) => lines,
  key: ["phone"],
  fields: [
    { name: "phone", form: "entity" },
    { name: "calls", form: "count" },
    { name: "contacts", form: "count" },
    { name: "cases", form: "cases", isTold: true },
    { name: "lastAt", form: "time" },
  ],
  factsOf: ({ phone }) => [entityFact(phone)],
  chartOf: ({ phone }) => phone,
});

const contacts = shapeOf<"trace.findCommonContacts">()({
  linesOf: ({ contacts: all }) => all,
  key: ["phone"],
  fields: [
    { name: "phone", form: "entity" },
    { name: "members", form: "count", isTold: true },
    { name: "cases", form: "cases", isTold: true },
    { name: "firstAt", form: "time" },
    { name: "lastAt", form: "time" },
  ],
  factsOf: ({ phone }) => [entityFact(phone)],
  chartOf: ({ phone }) => phone,
});

const common = shapeOf<"trace.collideSets">()({
  linesOf: ({ found }) => found,
  key: ["entity"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "in", form: "count", isTold: true },
    { name: "rarityBits", form: "bits" },
  ],
  factsOf: ({ entity }) => [entityFact(entity)],
  chartOf: ({ entity }) => entity,
});

const span: readonly TunableArgument[] = [
  { name: "since", kind: "day" },
  { name: "until", kind: "day" },
];
const moneyArguments: readonly TunableArgument[] = [
  { name: "from", kind: "entities" },
  { name: "levels", kind: "number", min: 1, max: 99 },
  ...span,
];

export const traceSteps: readonly StepKind[] = [
  { call: "trace.traceMoney", tunable: moneyArguments, shape: accounts, listedBy: null },
  { call: "trace.listMoney", tunable: moneyArguments, shape: money, listedBy: null },
  { call: "trace.findNumberChanges", tunable: [{ name: "at", kind: "day" }], shape: changes, listedBy: null },
  {
    call: "trace.findMeetings",
    tunable: [
      { name: "withinMinutes", kind: "number", min: 0, max: 1440 },
      { name: "distanceMetres", kind: "number", min: 0, max: 10_000 },
      { name: "min", kind: "number", min: 1, max: 100 },
    ],
    shape: meetings,
    listedBy: null,
  },
  { call: "trace.listNumbers", tunable: [{ name: "top", kind: "number", min: 1, max: 5000 }], shape: numbers, listedBy: null },
  {
    call: "trace.findCommonContacts",
    tunable: [
      { name: "phones", kind: "entities" },
      { name: "min", kind: "number", min: 2, max: 200 },
      { name: "withinMinutes", kind: "number", min: 0, max: 1440 },
      ...span,
    ],
    shape: contacts,
    listedBy: null,
  },
  {
    call: "trace.collideSets",
    tunable: [{ name: "sets", kind: "entities" }],
    shape: common,
    listedBy: null,
  },
];
