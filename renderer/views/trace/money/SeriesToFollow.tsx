// Series, those with the greatest loss first, to follow the money of all their victims.
import { useState } from "react";
import type { SeriesItem } from "../../../../shared/group/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import { type Column, DataTable, EmptyState, ErrorPanel, formatCount, formatTime, Money, Panel, Skeleton } from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";

function useColumns(): readonly Column<SeriesItem>[] {
  const t = useWords();
  return [
    {
      key: "series",
      title: t("review.asOf.series"),
      width: "minmax(0, 2fr)",
      render: (item) => (
        <span title={item.title}>
          <b>{item.series}</b> {item.title}
        </span>
      ),
      text: (item) => `${item.series} ${item.title}`,
    },
    {
      key: "cases",
      title: t("review.asOf.cases"),
      width: "64px",
      align: "right",
      render: (item) => formatCount(item.cases.length),
      text: (item) => String(item.cases.length),
    },
    {
      key: "loss",
      title: t("overview.cases.loss"),
      width: "120px",
      align: "right",
      render: (item) => <Money amount={item.loss} />,
      text: (item) => item.loss,
    },
    {
      key: "last",
      title: t("trace.calls.last"),
      width: "104px",
      render: (item) => <span className="cw-number">{formatTime(item.lastAt, "date")}</span>,
      text: (item) => item.lastAt ?? "",
    },
  ];
}

export function SeriesToFollow() {
  const t = useWords();
  const columns = useColumns();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, reload } = useCall("group.listSeries", { sort: "loss" }, ["group"]);
  const follow = (item: SeriesItem) => openTrace("money", `series:${item.series}`);
  return (
    <Panel title={t("trace.start.series")} note={t("trace.start.seriesNote")}>
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={10} />}
      {data?.series.length === 0 && <EmptyState icon="topology" title={t("review.asOf.none")} />}
      {data !== null && data.series.length > 0 && (
        <DataTable
          label={t("trace.start.series")}
          columns={columns}
          rows={data.series}
          keyOf={(item) => item.series}
          selectedKey={chosen}
          onSelect={(item) => setChosen(item.series)}
          onOpen={follow}
        />
      )}
    </Panel>
  );
}
