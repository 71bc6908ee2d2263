// Steps of the review stage that only look: statistics, what is known of a clue, a briefing, what is watched and what came of it.
import type { ClueAnswers, ClueProbeName, TimedPart } from "../../assess/calls.ts";
import { caseFact, entityFact, type StepKind, type TunableArgument } from "../line.ts";
import { rowCites } from "./rowCites.ts";
import { shapeOf } from "./shapeOf.ts";

/** A line a cell; a table of one dimension has one column. */
const table = shapeOf<"statistics.table">()({
  linesOf: ({ rows, columns, cells }) =>
    rows.flatMap((row, i) =>
      (columns ?? [{ code: "", label: "" }]).map((column, j) => ({
        ...cells[i]![j]!,
        rowCode: row.code,
        columnCode: column.code,
        row: row.label,
        column: column.label,
        isOut: cells[i]![j]!.test?.isOut ?? false,
      })),
    ),
  key: ["rowCode", "columnCode"],
  fields: [
    { name: "row", form: "text" },
    { name: "column", form: "text" },
    { name: "count", form: "count", isTold: true },
    { name: "amount", form: "money", isTold: true },
    { name: "last", form: "count" },
    { name: "year", form: "count" },
    { name: "isOut", form: "flag", isTold: true },
  ],
  factsOf: () => [],
  chartOf: () => null,
});

const trend = shapeOf<"statistics.trend">()({
  linesOf: ({ points }) => points,
  key: ["from"],
  fields: [
    { name: "from", form: "text" },
    { name: "to", form: "text" },
    { name: "count", form: "count", isTold: true },
    { name: "amount", form: "money", isTold: true },
    { name: "low", form: "count" },
    { name: "high", form: "count" },
    { name: "isOut", form: "flag", isTold: true },
  ],
  factsOf: () => [],
  chartOf: () => null,
});

const counted = shapeOf<"statistics.cases">()({
  linesOf: ({ items }) => items,
  key: ["case"],
  fields: [
    { name: "case", form: "case" },
    { name: "type", form: "text", isTold: true },
    { name: "at", form: "time" },
    { name: "loss", form: "money", isTold: true },
    { name: "unit", form: "text" },
  ],
  factsOf: (line) => [caseFact(line.case)],
  chartOf: (line) => `case:${line.case}`,
});

interface KnownPart {
  readonly part: ClueProbeName;
  readonly count: number;
  readonly things: readonly string[];
  readonly isComplete: boolean;
}

/** What a part names: the more of it, the more is known of the clue. */
const thingsOf: { readonly [Name in ClueProbeName]: (found: ClueAnswers[Name]) => readonly string[] } = {
  cases: ({ items }) => items.map((one) => `case:${one.case}`),
  series: ({ items }) => items.flatMap(({ met }) => met.map((number) => `case:${number}`)),
  rings: ({ items }) => items.flatMap(({ members }) => members.map(({ entity }) => entity)),
  payments: ({ items }) =>
    items.flatMap(({ fits }) => fits.flatMap(({ payer, payee }) => [payer, payee].flatMap((side) => side?.entity ?? []))),
  money: ({ items }) => items.flatMap(({ others }) => others.flatMap(({ other }) => other ?? [])),
  calls: ({ items }) => items.flatMap(({ others }) => others.flatMap(({ other }) => other ?? [])),
  movements: ({ items }) => items.flatMap(({ where }) => where?.place ?? []),
  watches: ({ watches }) => watches.flatMap(({ entity }) => entity ?? []),
  tasks: () => [],
  similar: ({ cases }) => cases.map((one) => `case:${one.case}`),
};

const countOf: { readonly [Name in ClueProbeName]: (found: ClueAnswers[Name]) => number } = {
  cases: ({ count }) => count,
  series: ({ items }) => items.length,
  rings: ({ items }) => items.length,
  payments: ({ items }) => items.reduce((sum, { count }) => sum + count, 0),
  money: ({ items }) => items.reduce((sum, { otherCount }) => sum + otherCount, 0),
  calls: ({ items }) => items.reduce((sum, { otherCount }) => sum + otherCount, 0),
  movements: ({ count }) => count,
  watches: ({ watches, alerts }) => watches.length + alerts.length,
  tasks: ({ items }) => items.length,
  similar: ({ cases }) => cases.length,
};

function knownPart<Name extends ClueProbeName>(part: Name, { found, isComplete }: TimedPart<ClueAnswers[Name]>): KnownPart {
  if (found === null) return { part, count: 0, things: [], isComplete };
  return { part, count: countOf[part](found), things: [...new Set(thingsOf[part](found))], isComplete };
}

/** A line a part of the assessment. */
const known = shapeOf<"assess.readClue">()({
  linesOf: ({ parts }) => (Object.keys(parts) as ClueProbeName[]).map((part) => knownPart(part, parts[part] as TimedPart<never>)),
  key: ["part"],
  fields: [
    { name: "part", form: "word" },
    { name: "count", called: "known", form: "count", isTold: true },
    { name: "things", form: "entities", isTold: true },
    { name: "isComplete", form: "flag" },
  ],
  factsOf: ({ things }) => things.map(entityFact),
  chartOf: ({ things }) => things[0] ?? null,
});

/** A line a sentence; its figures are in its words. */
const sentences = shapeOf<"brief.read">()({
  linesOf: ({ sections }) =>
    sections.flatMap(({ title, blocks }) =>
      blocks
        .flatMap((block) => ("sentences" in block ? block.sentences : []))
        .map((sentence) => ({ part: title, key: sentence.key, text: sentence.text, citations: sentence.citations })),
    ),
  key: ["part", "key"],
  fields: [
    { name: "part", called: "chapter", form: "text" },
    { name: "text", called: "sentence", form: "text", isTold: true },
  ],
  factsOf: ({ citations }) => rowCites(citations),
  chartOf: () => null,
});

const watches = shapeOf<"review.listWatches">()({
  linesOf: (all) => all,
  key: ["id"],
  fields: [
    { name: "id", called: "watch", form: "text" },
    { name: "entity", form: "entity" },
    { name: "alerts", form: "count", isTold: true },
    { name: "lastAlertAt", called: "lastAt", form: "time" },
  ],
  factsOf: ({ entity }) => (entity === null ? [] : [entityFact(entity)]),
  chartOf: ({ entity }) => entity,
});

const alerts = shapeOf<"review.listAlerts">()({
  linesOf: ({ items }) => items,
  key: ["id"],
  fields: [
    { name: "watch", form: "text" },
    { name: "entity", form: "entity" },
    { name: "facts", form: "count", isTold: true },
    { name: "amount", form: "money", isTold: true },
    { name: "raisedAt", called: "at", form: "time" },
  ],
  factsOf: ({ newest }) => rowCites(newest),
  chartOf: ({ entity }) => entity,
});

const days: readonly TunableArgument[] = [
  { name: "from", kind: "day" },
  { name: "to", kind: "day" },
];
const look = { listedBy: null, isLook: true } as const;

export const reviewSteps: readonly StepKind[] = [
  { call: "statistics.table", tunable: days, shape: table, needs: "case", ...look },
  { call: "statistics.trend", tunable: days, shape: trend, needs: "case", ...look },
  {
    call: "statistics.cases",
    tunable: [...days, { name: "limit", kind: "number", min: 1, max: 1000 }],
    shape: counted,
    needs: "case",
    ...look,
  },
  { call: "assess.readClue", tunable: [{ name: "text", kind: "text" }], shape: known, ...look },
  { call: "brief.read", tunable: days, shape: sentences, ...look },
  { call: "review.listWatches", tunable: [], shape: watches, ...look },
  { call: "review.listAlerts", tunable: [{ name: "limit", kind: "number", min: 1, max: 1000 }], shape: alerts, ...look },
];
