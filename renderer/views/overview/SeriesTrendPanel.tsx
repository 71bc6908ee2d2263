// Series that changed: cases by week over the last twelve weeks, the last one in the accent.
import type { SeriesTrend } from "../../../shared/workspace/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, Panel } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";

function Weeks({ weeks, label }: { readonly weeks: readonly number[]; readonly label: string }) {
  const most = Math.max(1, ...weeks);
  const step = 100 / Math.max(1, weeks.length);
  return (
    <svg className="cw-weeks" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label={label}>
      {weeks.map((count, week) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks stand in their order
          key={week}
          x={week * step}
          y={24 - Math.max(count > 0 ? 3 : 0, (count / most) * 24)}
          width={step * 0.72}
          height={Math.max(count > 0 ? 3 : 0, (count / most) * 24)}
          className={week === weeks.length - 1 ? "cw-week-last" : "cw-week"}
        />
      ))}
    </svg>
  );
}

function TrendRow({ trend }: { readonly trend: SeriesTrend }) {
  const t = useWords();
  const last = trend.weeks.at(-1) ?? 0;
  const isSilent = trend.silentDays !== null;
  const state = isSilent
    ? t("overview.trend.silent", { days: trend.silentDays })
    : trend.borderline > 0
      ? t("overview.trend.borderline", { count: trend.borderline })
      : last > 0
        ? `+${last}`
        : "";
  return (
    <li>
      <button type="button" onClick={() => goTo("group", trend.series)}>
        <b>{trend.series}</b>
        <span className="cw-trend-title" title={trend.title}>
          {trend.title}
        </span>
        <span className="cw-number cw-second">{t("overview.trend.cases", { count: trend.cases })}</span>
        <Weeks weeks={trend.weeks} label={t("overview.trend.weeks", { weeks: trend.weeks.join(" ") })} />
        <span className={`cw-trend-state ${isSilent ? "cw-quiet" : "cw-tone-plus"}`}>{state}</span>
      </button>
    </li>
  );
}

export function SeriesTrendPanel({ trends }: { readonly trends: readonly SeriesTrend[] }) {
  const t = useWords();
  return (
    <Panel className="cw-trends" title={t("overview.trend.title")} tools={trends.length > 0 ? t("overview.trend.note") : undefined}>
      {trends.length === 0 ? (
        <EmptyState
          icon="topology"
          title={t("overview.trend.none")}
          action={
            <Button small onClick={() => goTo("group")}>
              {t("overview.trend.noneAction")}
            </Button>
          }
        >
          {t("overview.trend.noneWhy")}
        </EmptyState>
      ) : (
        <ul className="cw-trend-list">
          {trends.map((trend) => (
            <TrendRow key={trend.series} trend={trend} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
