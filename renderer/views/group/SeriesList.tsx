// All series at the left: how many cases, how much, how firmly they hold, the weakest link.
import type { SeriesItem } from "../../../shared/group/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { EmptyState, formatDecimal, Skeleton } from "../../parts/index.ts";
import { isFragile, type SeriesSort, sortSeries, useGroup } from "../../state/group.ts";
import { goTo } from "../../state/navigation.ts";
import { FindingList } from "../review/exchange/FindingList.tsx";
import { GroupTabs } from "./GroupTabs.tsx";
import { useHeadlineMoney } from "./headlineMoney.ts";

/** Bits of cohesion at which the bar is full. */
const fullBits = 12;

const sortKeys: Readonly<Record<SeriesSort, string>> = {
  cases: "group.sort.cases",
  loss: "group.sort.loss",
  last: "group.sort.last",
  cohesion: "group.sort.cohesion",
};

function SeriesRow({ series, isSelected }: { readonly series: SeriesItem; readonly isSelected: boolean }) {
  const t = useWords();
  const money = useHeadlineMoney();
  return (
    <button type="button" className="cw-series" aria-current={isSelected} onClick={() => goTo("group", series.series)}>
      <span className="cw-series-name" title={series.title}>
        <span>
          <b>{series.series}</b> {series.title}
        </span>
        <span className="cw-quiet cw-small">{t("group.list.line", { n: series.cases.length, loss: money(series.loss) })}</span>
      </span>
      <span className="cw-series-cohesion">
        <i className={`cw-bar ${series.cohesionBits < 2 ? "cw-bar-mute" : "cw-bar-plus"}`}>
          <i style={{ width: `${Math.max(4, Math.min(100, (series.cohesionBits / fullBits) * 100))}%` }} />
        </i>
        <span className="cw-number cw-small cw-second">{formatDecimal(series.cohesionBits)}</span>
      </span>
      <span className={`cw-number ${isFragile(series) ? "cw-tone-minus" : ""}`}>{formatDecimal(series.weakest.bits)}</span>
    </button>
  );
}

export interface SeriesListProps {
  readonly list: readonly SeriesItem[] | null;
  readonly selected: string;
}

export function SeriesList({ list, selected }: SeriesListProps) {
  const t = useWords();
  const sort = useGroup((state) => state.sort);
  return (
    <nav className="cw-series-list" data-panel="" tabIndex={-1} aria-label={t("group.list.title")}>
      <header>
        <GroupTabs tab="series" />
        <select value={sort} aria-label={t("group.sort.name")} onChange={(event) => sortSeries(event.target.value as SeriesSort)}>
          {(Object.keys(sortKeys) as SeriesSort[]).map((key) => (
            <option key={key} value={key}>
              {t(sortKeys[key])}
            </option>
          ))}
        </select>
      </header>
      <div className="cw-series-heads" aria-hidden="true">
        <span>{t("group.list.series")}</span>
        <span>{t("group.list.cohesion")}</span>
        <span title={t("group.figure.weakestWhy")}>{t("group.list.weakest")}</span>
      </div>
      <div className="cw-series-rows">
        <FindingList kind="series" selected={selected} />
        {list === null && <Skeleton rows={10} tall />}
        {list?.length === 0 && (
          <EmptyState icon="topology" title={t("group.empty.title")}>
            {t("group.empty.why")}
          </EmptyState>
        )}
        {list?.map((series) => (
          <SeriesRow key={series.series} series={series} isSelected={series.series === selected} />
        ))}
      </div>
      <footer className="cw-small cw-second">{t("group.list.method")}</footer>
    </nav>
  );
}
