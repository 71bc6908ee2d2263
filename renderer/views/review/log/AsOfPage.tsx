// Series and rings as they stood at the end of a day.
import { useState } from "react";
import type { RingThen, SeriesThen } from "../../../../shared/review/asOfCalls.ts";
import type { Result } from "../../../../shared/rpc/contract.ts";
import { type Translate, useWords } from "../../../i18n/index.ts";
import {
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatMoney,
  formatTime,
  Panel,
  Skeleton,
  Tag,
  thisDay,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { useCall } from "../../../state/useCall.ts";
import { useRingTitle } from "../../group/ringNames.tsx";
import { verdictLooks } from "./verdictLooks.ts";

const nameColumn = <Key extends string>(key: Key, title: string): Column<Readonly<Record<Key, string>>> => ({
  key,
  title,
  width: "minmax(60px, 0.4fr)",
  render: (row) => <b>{row[key]}</b>,
  text: (row) => row[key],
});

const titleColumn = <T,>(t: Translate, titleOf: (row: T) => string): Column<T> => ({
  key: "title",
  title: t("review.board.name"),
  width: "minmax(0, 2fr)",
  render: titleOf,
  text: titleOf,
});

const numberColumn = <Key extends string>(key: Key, title: string): Column<Readonly<Record<Key, number>>> => ({
  key,
  title,
  width: "70px",
  align: "right",
  render: (row) => formatCount(row[key]),
  text: (row) => String(row[key]),
});

function useSeriesColumns(): readonly Column<SeriesThen>[] {
  const t = useWords();
  return [
    nameColumn("series", t("review.asOf.series")),
    titleColumn(t, ({ title }) => title),
    numberColumn("count", t("review.asOf.cases")),
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
  const ringTitle = useRingTitle();
  return [
    nameColumn("ring", t("review.asOf.ring")),
    titleColumn(t, ringTitle),
    numberColumn("people", t("review.asOf.people")),
    numberColumn("count", t("review.asOf.cases")),
  ];
}

function Then({ at }: { readonly at: string | null }) {
  const t = useWords();
  return <span>{at === null ? t("review.asOf.never") : t("review.asOf.from", { at: formatTime(at) })}</span>;
}

/** Null while the day is read. */
function ThenPanels({ data }: { readonly data: Result<"review.readAsOf"> | null }) {
  const t = useWords();
  const seriesColumns = useSeriesColumns();
  const ringColumns = useRingColumns();
  return (
    <>
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
        ) : data.rings.length === 0 ? (
          <EmptyState icon="topology" title={t("review.asOf.noRings")} />
        ) : (
          <DataTable label={t("review.asOf.ringsTitle")} columns={ringColumns} rows={data.rings} keyOf={({ ring }) => ring} />
        )}
      </Panel>
    </>
  );
}

export function AsOfPage() {
  const t = useWords();
  const [day, setDay] = useState(thisDay);
  const { data, error, reload } = useCall("review.readAsOf", /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : null, ["group", "decisions"]);
  return (
    <div className="cw-fill cw-as-of">
      <label className="cw-as-of-day">
        {t("review.asOf.day")}
        <DateField value={day} onChange={setDay} isRequired />
        {data !== null && <span className="cw-quiet">{t("review.asOf.decisions", { count: data.decisions })}</span>}
      </label>
      {error !== null ? <ErrorPanel error={error} onRetry={reload} /> : <ThenPanels data={data} />}
    </div>
  );
}
