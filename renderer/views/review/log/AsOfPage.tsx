// Series and rings as they stood at the end of a day.
import { useState } from "react";
import type { RingThen, SeriesThen } from "../../../../shared/review/asOfCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatMoney,
  formatTime,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { useCall } from "../../../state/useCall.ts";
import { verdictLooks } from "./verdictLooks.ts";

const today = (): string => formatTime(Date.now(), "date");

function useSeriesColumns(): readonly Column<SeriesThen>[] {
  const t = useWords();
  return [
    {
      key: "series",
      title: t("review.asOf.series"),
      width: "minmax(60px, 0.4fr)",
      render: ({ series }) => <b>{series}</b>,
      text: ({ series }) => series,
    },
    { key: "title", title: t("review.board.name"), width: "minmax(0, 2fr)", render: ({ title }) => title, text: ({ title }) => title },
    {
      key: "count",
      title: t("review.asOf.cases"),
      width: "70px",
      align: "right",
      render: ({ count }) => formatCount(count),
      text: ({ count }) => String(count),
    },
    {
      key: "loss",
      title: t("review.asOf.loss"),
      width: "minmax(90px, 0.6fr)",
      align: "right",
      render: ({ loss }) => formatMoney(loss),
      text: ({ loss }) => loss,
    },
    {
      key: "signed",
      title: t("review.signoff.title"),
      width: "90px",
      render: ({ signedOff }) => (signedOff === null ? "" : <Tag tone={verdictLooks[signedOff][0]}>{t(verdictLooks[signedOff][1])}</Tag>),
      text: ({ signedOff }) => signedOff ?? "",
    },
  ];
}

function useRingColumns(): readonly Column<RingThen>[] {
  const t = useWords();
  return [
    {
      key: "ring",
      title: t("review.asOf.ring"),
      width: "minmax(60px, 0.4fr)",
      render: ({ ring }) => <b>{ring}</b>,
      text: ({ ring }) => ring,
    },
    { key: "title", title: t("review.board.name"), width: "minmax(0, 2fr)", render: ({ title }) => title, text: ({ title }) => title },
    {
      key: "people",
      title: t("review.asOf.people"),
      width: "70px",
      align: "right",
      render: ({ people }) => formatCount(people),
      text: ({ people }) => String(people),
    },
    {
      key: "count",
      title: t("review.asOf.cases"),
      width: "70px",
      align: "right",
      render: ({ count }) => formatCount(count),
      text: ({ count }) => String(count),
    },
  ];
}

function Then({ at }: { readonly at: string | null }) {
  const t = useWords();
  return <span>{at === null ? t("review.asOf.never") : t("review.asOf.from", { at: formatTime(at) })}</span>;
}

export function AsOfPage() {
  const t = useWords();
  const [day, setDay] = useState(today);
  const seriesColumns = useSeriesColumns();
  const ringColumns = useRingColumns();
  const { data, error, reload } = useCall("review.readAsOf", /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : null, ["group", "decisions"]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  return (
    <div className="cw-fill cw-as-of">
      <label className="cw-as-of-day">
        {t("review.asOf.day")}
        <input className="cw-input" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        {data !== null && <span className="cw-quiet">{t("review.asOf.decisions", { count: data.decisions })}</span>}
      </label>
      <Panel title={t("review.asOf.seriesTitle")} tools={data !== null && <Then at={data.seriesAt} />}>
        {data === null ? (
          <Skeleton rows={8} />
        ) : data.series.length === 0 ? (
          <EmptyState icon="topology" title={t("review.asOf.none")}>
            {t("review.asOf.noneWhy")}
          </EmptyState>
        ) : (
          <DataTable
            label={t("review.asOf.seriesTitle")}
            columns={seriesColumns}
            rows={data.series}
            keyOf={({ series }) => series}
            onOpen={({ series }) => goTo("group", series)}
          />
        )}
      </Panel>
      <Panel title={t("review.asOf.ringsTitle")} tools={data !== null && <Then at={data.ringsAt} />}>
        {data === null ? (
          <Skeleton rows={8} />
        ) : (
          <DataTable label={t("review.asOf.ringsTitle")} columns={ringColumns} rows={data.rings} keyOf={({ ring }) => ring} />
        )}
      </Panel>
    </div>
  );
}
