// New cases: how many, of which category, where, against the period before and a year before.
import type { CitedTable } from "../../../../../shared/review/brief/briefCounts.ts";
import type { Block, Sentence } from "../../../../../shared/review/paper/paper.ts";
import { dayText } from "../../../../../shared/review/statistics/period.ts";
import { printedTable } from "../../../../../shared/review/statistics/printedTable.ts";
import { valueWord } from "../../../../../shared/review/statistics/words.ts";
import { againstText, besideFigures } from "../against.ts";
import { type BriefContext, type BriefSection, citeCases, line, statement } from "../briefContext.ts";

function tableBlock(context: BriefContext, { table, rows }: CitedTable): Block {
  return {
    kind: "table",
    table: printedTable(table, context.say, false),
    citations: [...rows, context.counts.cases.length > 0 ? context.counts.cases : rows.flat()].map((cases) => citeCases(context, cases)),
  };
}

function totalSentence(context: BriefContext): Sentence {
  const { say, counts } = context;
  const { count, last, year } = counts.category.table.total;
  const beside = { now: count, last, year };
  const against = againstText(beside, (value) => say("brief.unit.cases", { count: value }), say);
  return statement(say, "casesTotal", besideFigures(beside, "count"), { against }, citeCases(context, counts.cases));
}

/** The value with most cases; none where the first is not told. */
function mostSentence(context: BriefContext, { table, rows }: CitedTable, id: string): Sentence[] {
  const first = table.rows[0];
  const cell = table.cells[0]?.[0];
  if (first === undefined || cell === undefined || cell.count === 0 || first.code === "") return [];
  const share = ((cell.count / table.total.count) * 100).toFixed(1);
  const word = valueWord(table.by[0]!, first.code, context.say);
  return [statement(context.say, id, { count: cell.count, share }, { word }, citeCases(context, rows[0]!))];
}

/** A month that is not over is held against whole ones: that must be said. */
const partialLine = ({ say, lastDay, period }: BriefContext): readonly Block[] =>
  lastDay < period.to ? [line(say(lastDay < period.from ? "brief.beyond" : "brief.partial", { to: dayText(lastDay) }))] : [];

export const newCases: BriefSection = {
  id: "cases",
  heading: "brief.section.cases",
  write: (context) => {
    const { category, place } = context.counts;
    const { count, last, year } = category.table.total;
    if (count === 0 && !last && !year) return [line(context.say("brief.none.cases")), ...partialLine(context)];
    const sentences = [
      totalSentence(context),
      ...mostSentence(context, category, "casesCategory"),
      ...mostSentence(context, place, "casesPlace"),
    ];
    return [
      ...(count === 0 ? [line(sentences[0]!.text)] : [{ kind: "paragraph", sentences } as const]),
      ...partialLine(context),
      tableBlock(context, category),
      tableBlock(context, place),
      line(context.say("statistics.about.small")),
    ];
  },
};
