// Steps of the trace stage about money, numbers and lists in common.
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

const ranges = shapeOf<"trace.rangeMoney">()({
  linesOf: (all) => all,
  key: ["entity"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "least", form: "money", isTold: true },
    { name: "most", form: "money", isTold: true },
  ],
  factsOf: ({ entity }) => [entityFact(entity)],
  chartOf: ({ entity }) => entity,
});

/** Of one number with whom it has calls. */
const talked = shapeOf<"trace.profileCalls">()({
  linesOf: ({ contacts: all }) => all,
  key: ["phone"],
  fields: [
    { name: "phone", form: "entity" },
    { name: "outgoing", form: "count", isTold: true },
    { name: "incoming", form: "count", isTold: true },
    { name: "cases", form: "cases", isTold: true },
    { name: "lastAt", form: "time" },
  ],
  factsOf: ({ phone }) => [entityFact(phone)],
  chartOf: ({ phone }) => phone,
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
  { call: "trace.traceMoney", tunable: moneyArguments, shape: accounts, listedBy: null, needs: "transfer" },
  { call: "trace.listMoney", tunable: moneyArguments, shape: money, listedBy: null, needs: "transfer" },
  { call: "trace.rangeMoney", tunable: moneyArguments, shape: ranges, listedBy: null, needs: "transfer" },
  { call: "trace.findNumberChanges", tunable: [{ name: "at", kind: "day" }], shape: changes, listedBy: null, needs: "call" },
  {
    call: "trace.profileCalls",
    tunable: [{ name: "phone", kind: "text" }, ...span],
    shape: talked,
    listedBy: null,
    needs: "call",
    isLook: true,
  },
  {
    call: "trace.listNumbers",
    tunable: [{ name: "top", kind: "number", min: 1, max: 5000 }],
    shape: numbers,
    listedBy: null,
    needs: "call",
  },
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
    needs: "call",
  },
  {
    call: "trace.collideSets",
    tunable: [{ name: "sets", kind: "entities" }],
    shape: common,
    listedBy: null,
  },
];
