// Cases a month as bars: the way to another month, and the course of the years at a glance.
import type { Trend } from "../../../../shared/review/statistics/trend.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount } from "../../../parts/index.ts";
import { askStatistics, monthAround, useStatistics } from "../../../state/statistics.ts";

export function MonthStrip({ months }: { readonly months: Trend }) {
  const t = useWords();
  const { from, to } = useStatistics();
  const most = Math.max(1, ...months.points.map(({ count }) => count));
  return (
    <section className="cw-statistics-months" aria-label={t("statistics.page.months")}>
      {months.points.map(({ from: first, count }) => {
        const month = monthAround(first);
        const isChosen = (from ?? "") <= month.from && (to ?? "9") >= month.to;
        return (
          <button
            key={first}
            type="button"
            aria-pressed={from === month.from && to === month.to}
            className={isChosen ? "cw-statistics-month-on" : undefined}
            title={t("statistics.page.monthTitle", { month: first.slice(0, 7), count })}
            onClick={() => askStatistics(month)}
          >
            <span className="cw-statistics-month-track">
              <span className="cw-statistics-month-bar" style={{ height: `${Math.max(2, (count / most) * 100)}%` }} />
            </span>
            <span className="cw-number">{formatCount(count)}</span>
            <span>{first.slice(0, 7)}</span>
          </button>
        );
      })}
    </section>
  );
}
