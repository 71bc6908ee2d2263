// Alerts that imports raised in the period, and what became of them. Facts are counted: how files are cut decides how alerts bundle them.
import { type AlertState, alertStates } from "../../../../../shared/model/alert.ts";
import type { Sentence } from "../../../../../shared/review/paper/paper.ts";
import { countRaisedFacts, listRaisedRows } from "../../../store/sqlite/tables/periodRecords.ts";
import { readWatchRow } from "../../../store/sqlite/tables/watch.ts";
import { type BriefContext, type BriefSection, citeColumn, type Figures, line, statement, told } from "../briefContext.ts";
import { watchWord } from "../watchWord.ts";

type ByState = Readonly<Record<AlertState, number>>;

interface Raised {
  readonly watch: number;
  readonly facts: number;
  readonly states: ByState;
}

function sumStates(rows: readonly { readonly state: AlertState; readonly facts: number }[]): ByState {
  const of = (state: AlertState): number => rows.filter((row) => row.state === state).reduce((sum, { facts }) => sum + facts, 0);
  return Object.fromEntries(alertStates.map((state) => [state, of(state)])) as Record<AlertState, number>;
}

function raisedIn({ job, startAt, endAt }: BriefContext): readonly Raised[] {
  const byWatch = Map.groupBy(countRaisedFacts(job.db, startAt, endAt), ({ watch }) => watch);
  return [...byWatch]
    .map(([watch, rows]) => ({ watch, facts: rows.reduce((sum, { facts }) => sum + facts, 0), states: sumStates(rows) }))
    .sort((a, b) => b.facts - a.facts || a.watch - b.watch);
}

const figuresOf = ({ facts, states }: Pick<Raised, "facts" | "states">): Figures => ({ facts, ...states });

const rowsOf = ({ job, startAt, endAt }: BriefContext, watch: number, limit: number) =>
  listRaisedRows(job.db, watch, startAt, endAt, limit);

function watchSentence(context: BriefContext, raised: Raised): Sentence {
  const row = readWatchRow(context.job.db, raised.watch)!;
  const citations = citeColumn(context, rowsOf(context, raised.watch, 6), []);
  return statement(context.say, `alertWatch:${raised.watch}`, figuresOf(raised), { watch: watchWord(context, row) }, citations);
}

export const alerts: BriefSection = {
  id: "alerts",
  heading: "brief.section.alerts",
  write: (context) => {
    const raised = raisedIn(context);
    if (raised.length === 0) return [line(context.say("brief.none.alerts"))];
    const facts = raised.reduce((sum, one) => sum + one.facts, 0);
    const states = sumStates(raised.flatMap((one) => alertStates.map((state) => ({ state, facts: one.states[state] }))));
    const rows = raised.slice(0, 10).flatMap(({ watch }) => rowsOf(context, watch, 2));
    const figures = { watches: raised.length, ...figuresOf({ facts, states }) };
    return told(
      context,
      [
        statement(context.say, "alertTotal", figures, {}, citeColumn(context, rows, [])),
        ...raised.map((one) => watchSentence(context, one)),
      ],
      21,
    );
  },
};
