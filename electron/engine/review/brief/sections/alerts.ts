// Alerts that imports raised in the period, and what became of them. Facts are counted: how files are cut decides how alerts bundle them.
import type { Sentence } from "../../../../../shared/review/paper/paper.ts";
import { readWatchRow } from "../../../store/sqlite/tables/watch.ts";
import { type BriefContext, type BriefSection, citeColumn, type Figures, line, statement, told } from "../briefContext.ts";
import { type Raised, raisedRows, sumRaised } from "../raised.ts";
import { watchWord } from "../watchWord.ts";

const figuresOf = ({ facts, states }: Pick<Raised, "facts" | "states">): Figures => ({ facts, ...states });

function watchSentence(context: BriefContext, raised: Raised): Sentence {
  const row = readWatchRow(context.job.db, raised.watch)!;
  const citations = citeColumn(context, raisedRows(context, raised.watch, 6), []);
  return statement(context.say, `alertWatch:${raised.watch}`, figuresOf(raised), { watch: watchWord(context, row) }, citations);
}

export const alerts: BriefSection = {
  id: "alerts",
  heading: "brief.section.alerts",
  write: (context) => {
    const { raised, say } = context;
    if (raised.length === 0) return [line(say("brief.none.alerts"))];
    const rows = raised.slice(0, 10).flatMap(({ watch }) => raisedRows(context, watch, 2));
    const figures = { watches: raised.length, ...figuresOf(sumRaised(raised)) };
    const total = statement(say, "alertTotal", figures, {}, citeColumn(context, rows, []));
    return told(context, [total, ...raised.map((one) => watchSentence(context, one))], 21);
  },
};
