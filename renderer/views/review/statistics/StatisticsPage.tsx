// Statistics: a question, a table, its course or a calendar, what stands out, and the cases behind any figure.
import { useEffect } from "react";
import type { StatisticsTable } from "../../../../shared/review/statistics/tableShape.ts";
import type { Input } from "../../../../shared/rpc/contract.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { EmptyState, ErrorPanel, Panel, Skeleton } from "../../../parts/index.ts";
import { askStatistics, calendarDays, monthAround, type StatisticsState, useStatistics } from "../../../state/statistics.ts";
import { useCall } from "../../../state/useCall.ts";
import { CalendarView } from "./CalendarView.tsx";
import { CasePanel } from "./CasePanel.tsx";
import { MapView } from "./MapView.tsx";
import { MonthStrip } from "./MonthStrip.tsx";
import { OutPanel } from "./OutPanel.tsx";
import { QuestionBar } from "./QuestionBar.tsx";
import { TableView } from "./TableView.tsx";
import { TrendChart } from "./TrendChart.tsx";
import "./statistics.css";

const changes = ["facts", "resolve"] as const;

/** Null until the period is known. */
function tableQuestion(state: StatisticsState, language: Input<"statistics.table">["language"]): Input<"statistics.table"> | null {
  const { look, row, column, measure, basis, from, to } = state;
  if (from === undefined || to === undefined || look === "trend") return null;
  if (look === "calendar") return { by: ["day"], measure, basis, ...calendarDays(state), language };
  if (look === "map") return { by: ["place"], measure, basis, from, to, language };
  return { by: column === null ? [row] : [row, column], measure, basis, from, to, language };
}

const views = { table: TableView, calendar: CalendarView, map: MapView } as const;
const lookWords = {
  table: "statistics.look.table",
  calendar: "statistics.look.calendar",
  map: "statistics.look.map",
  trend: "statistics.look.trend",
} as const;

/** The last answer stays while the next is on its way: it may be of another look. */
function isAnswer({ by, columns }: StatisticsTable, { look, row, column }: StatisticsState): boolean {
  if (look === "calendar") return by[0] === "day" && columns === null;
  if (look === "map") return by[0] === "place" && columns === null;
  return by[0] === row && (by[1] ?? null) === column;
}

function TableLook() {
  const t = useWords();
  const state = useStatistics();
  const { data, error, reload } = useCall("statistics.table", tableQuestion(state, useLanguage()), changes);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} />;
  const Shown = views[state.look === "trend" ? "table" : state.look];
  return (
    <div className="cw-statistics-body">
      <Panel className="cw-statistics-main" label={t(lookWords[state.look])} isScrolled>
        {isAnswer(data, state) ? <Shown table={data} /> : <Skeleton rows={14} />}
      </Panel>
      {state.where !== null ? <CasePanel where={state.where} /> : <OutPanel table={data} />}
    </div>
  );
}

function TrendLook() {
  const t = useWords();
  const { every, measure, basis, from, to } = useStatistics();
  const asked = from === undefined || to === undefined ? null : { every, measure, basis, from: null, to: null };
  const { data, error, reload } = useCall("statistics.trend", asked, changes);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} />;
  return (
    <Panel className="cw-fill" label={t("statistics.look.trend")} isScrolled>
      <TrendChart trend={data} from={from ?? ""} to={to ?? ""} />
      <p className="cw-statistics-about">{t("statistics.trend.note", { from, to, dispersion: data.dispersion.toFixed(1) })}</p>
    </Panel>
  );
}

export function StatisticsPage() {
  const t = useWords();
  const { look, basis, from } = useStatistics();
  const { data: months, error, reload } = useCall("statistics.trend", { every: "month", basis }, changes);
  const last = months?.points.at(-1)?.from;
  useEffect(() => {
    if (from === undefined && last !== undefined) askStatistics(monthAround(last));
  }, [from, last]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (months === null) return <Skeleton rows={14} tall />;
  if (months.points.length === 0)
    return (
      <EmptyState icon="presentation" title={t("statistics.page.none")}>
        {t("statistics.page.noneWhy")}
      </EmptyState>
    );
  return (
    <div className="cw-statistics">
      <MonthStrip months={months} />
      <QuestionBar />
      {look === "trend" ? <TrendLook /> : <TableLook />}
    </div>
  );
}
