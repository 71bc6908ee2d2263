// Losses, stopped and returned money, and the largest loss.

import { mostCited } from "../../../../../shared/review/brief/briefCounts.ts";
import type { Block, Sentence } from "../../../../../shared/review/paper/paper.ts";
import type { Say } from "../../../../../shared/review/paper/say.ts";
import { type MoneyMeasure, moneyMeasures } from "../../../../../shared/review/statistics/countedCase.ts";
import { changeText, measureKeys } from "../../../../../shared/review/statistics/words.ts";
import { againstText, type Beside, besideFigures, besideOf } from "../against.ts";
import { type BriefContext, type BriefSection, citeColumn, line, statement, yuan } from "../briefContext.ts";

/** The largest sums of all categories. */
const rowsOf = (context: BriefContext, measure: MoneyMeasure) =>
  citeColumn(context, context.counts.money[measure].rows.flat().slice(0, mostCited), [`case.${measure}`]);

function sumSentence(context: BriefContext, measure: MoneyMeasure): Sentence {
  const { say, counts } = context;
  const beside = besideOf(counts.money[measure]);
  const against = againstText(beside, (fen) => say("brief.unit.yuan", { sum: yuan(fen) }), say);
  return statement(say, `${measure}Total`, besideFigures(beside, "fen"), { sum: yuan(beside.now), against }, rowsOf(context, measure));
}

function largestSentence(context: BriefContext): Sentence[] {
  const { counts, say } = context;
  if (counts.largest === null) return [];
  const { fen, category, case: number } = counts.largest;
  return [
    statement(say, "lossLargest", { fen }, { number, category, sum: yuan(fen) }, citeColumn(context, [counts.largest], ["case.loss"])),
  ];
}

interface SumLine extends Beside {
  readonly measure: MoneyMeasure;
}

/** What was before and how it changed; nothing where the data do not reach back so far. */
function besideColumns(say: Say, name: "last" | "year", lines: readonly SumLine[]) {
  if (lines.every((one) => one[name] === null)) return [];
  const change = name === "last" ? "statistics.column.lastChange" : "statistics.column.yearChange";
  return [
    { heading: say(`statistics.column.${name}`), width: 9, text: (one: SumLine) => (one[name] === null ? "" : yuan(one[name])) },
    { heading: say(change), width: 6, text: (one: SumLine) => changeText(one.now, one[name]) },
  ];
}

function sumTable(context: BriefContext): Block {
  const { say, counts } = context;
  const lines = moneyMeasures
    .map((measure): SumLine => ({ measure, ...besideOf(counts.money[measure]) }))
    .filter(({ measure }) => rowsOf(context, measure).length > 0);
  const columns = [
    { heading: say("brief.column.now"), width: 9, text: ({ now }: SumLine) => yuan(now) },
    ...besideColumns(say, "last", lines),
    ...besideColumns(say, "year", lines),
  ];
  const right = columns.map(({ heading, width }) => ({ heading, width, align: "right" as const }));
  return {
    kind: "table",
    table: {
      columns: [{ heading: say("brief.column.sum"), width: 10 }, ...right],
      rows: lines.map((one) => [say(measureKeys[one.measure]), ...columns.map(({ text }) => text(one))]),
    },
    citations: lines.map(({ measure }) => rowsOf(context, measure)),
  };
}

export const losses: BriefSection = {
  id: "losses",
  heading: "brief.section.losses",
  write: (context) => {
    const sentences = [...moneyMeasures.map((measure) => sumSentence(context, measure)), ...largestSentence(context)];
    const cited = sentences.filter(({ citations }) => citations.length > 0);
    const bare = sentences.filter(({ citations }) => citations.length === 0);
    return [
      ...(cited.length > 0 ? [{ kind: "paragraph", sentences: cited } as const, sumTable(context)] : []),
      ...bare.map(({ text }) => line(text)),
    ];
  },
};
