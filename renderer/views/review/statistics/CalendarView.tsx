// Every day as a square in the shade of its count: a block a month that has data, the latest first.
import type { CSSProperties } from "react";
import { clockDimensions } from "../../../../shared/review/statistics/clockDimensions.ts";
import { parseDay, weekdayOf } from "../../../../shared/review/statistics/period.ts";
import type { StatisticsCell, StatisticsTable } from "../../../../shared/review/statistics/tableShape.ts";
import { figureText, numberOf } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { useStatistics } from "../../../state/statistics.ts";
import "./calendar.css";

interface Day {
  readonly day: string;
  readonly cell: StatisticsCell;
}

function DaySquare({ day, cell, most }: Day & { readonly most: number }) {
  const isOpen = useStatistics((state) => state.where?.[0]?.code === day);
  const style = { "--share": most === 0 ? 0 : numberOf(cell) / most, gridColumn: weekdayOf(parseDay(day)!) } as CSSProperties;
  const open = () => useStatistics.setState({ where: isOpen ? null : [{ dimension: "day", code: day }] });
  return (
    <button
      type="button"
      className="cw-calendar-day cw-statistics-heat"
      style={style}
      aria-pressed={isOpen}
      title={`${day} · ${figureText(cell)}`}
      disabled={cell.count === 0}
      onClick={open}
    >
      <span>{Number(day.slice(8))}</span>
      {cell.count > 0 && <b>{cell.count}</b>}
      <span className="cw-unseen">{day}</span>
    </button>
  );
}

function Month({ month, days, most }: { readonly month: string; readonly days: readonly Day[]; readonly most: number }) {
  const t = useWords();
  const { label, codes } = clockDimensions.weekday;
  return (
    <section className="cw-calendar-month" aria-label={month}>
      <h3>{month}</h3>
      <div className="cw-calendar-grid">
        {codes().map((code) => (
          <span key={code} className="cw-quiet cw-small" aria-hidden="true">
            {label(code, (key) => t(key))}
          </span>
        ))}
        {days.map((one) => (
          <DaySquare key={one.day} {...one} most={most} />
        ))}
      </div>
    </section>
  );
}

export function CalendarView({ table }: { readonly table: StatisticsTable }) {
  const [first, last] = [table.dataFrom?.slice(0, 7) ?? "", table.dataTo?.slice(0, 7) ?? ""];
  const days = table.rows.flatMap(({ code }, i): Day[] =>
    code === "" || code.slice(0, 7) < first || code.slice(0, 7) > last ? [] : [{ day: code, cell: table.cells[i]![0]! }],
  );
  const most = Math.max(0, ...days.map(({ cell }) => numberOf(cell)));
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].reverse();
  return (
    <div className="cw-calendar">
      {months.map(([month, own]) => (
        <Month key={month} month={month} days={own} most={most} />
      ))}
    </div>
  );
}
