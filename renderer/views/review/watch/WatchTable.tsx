// What is watched: by whom, why, until when, and what it brought.
import { useState } from "react";
import type { WatchItem } from "../../../../shared/review/watchCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { watchLabel } from "../../../i18n/watchWords.ts";
import { type Column, DataTable, EmptyState, ErrorPanel, formatCount, formatTime, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { endWatch } from "../../../state/watches.ts";
import { ReasonButton } from "../ReasonButton.tsx";
import { AddWatchButton } from "./AddWatchButton.tsx";

function End({ watch }: { readonly watch: WatchItem }) {
  const t = useWords();
  return <ReasonButton title={t("watch.action.end")} onReason={(reason) => endWatch(watch.id, watchLabel(t, watch), reason)} />;
}

function Name({ watch }: { readonly watch: WatchItem }) {
  const t = useWords();
  return (
    <>
      <b title={watchLabel(t, watch)}>{watchLabel(t, watch)}</b>{" "}
      {!watch.isKnown && <Tag>{watch.kind === "series" ? t("watch.watches.seriesGone") : t("watch.watches.unknown")}</Tag>}
      {watch.follows !== null && <Tag tone="accent">{t("watch.watches.follows", { series: watch.follows })}</Tag>}
      {watch.isExpired && <Tag tone="warn">{t("watch.watches.expired")}</Tag>}
    </>
  );
}

function useColumns(): readonly Column<WatchItem>[] {
  const t = useWords();
  const until = ({ expiresAt }: WatchItem) => (expiresAt === null ? t("watch.watches.forever") : formatTime(expiresAt, "date"));
  return [
    { key: "id", title: "#", width: "64px", render: ({ id }) => <span className="cw-number">{id}</span>, text: ({ id }) => id },
    {
      key: "kind",
      title: t("watch.form.kind"),
      width: "minmax(112px, 0.7fr)",
      render: ({ kind }) => t(`watch.kind.${kind}`),
      text: ({ kind }) => t(`watch.kind.${kind}`),
    },
    {
      key: "name",
      title: t("watch.column.watch"),
      width: "minmax(0, 1.6fr)",
      render: (watch) => <Name watch={watch} />,
      text: (watch) => watchLabel(t, watch),
    },
    {
      key: "reason",
      title: t("watch.column.reason"),
      width: "minmax(0, 1.6fr)",
      render: ({ reason }) => <span title={reason}>{reason}</span>,
      text: ({ reason }) => reason,
    },
    {
      key: "owner",
      title: t("watch.column.owner"),
      width: "minmax(70px, 0.6fr)",
      render: ({ owner }) => owner,
      text: ({ owner }) => owner,
    },
    { key: "until", title: t("watch.column.until"), width: "104px", render: until, text: until },
    {
      key: "alerts",
      title: t("watch.column.alerts"),
      width: "84px",
      align: "right",
      render: ({ alerts, newAlerts }) => (
        <span className="cw-number">
          {newAlerts > 0 && <b className="cw-tone-contra">{formatCount(newAlerts)} / </b>}
          {formatCount(alerts)}
        </span>
      ),
      text: ({ alerts }) => String(alerts),
    },
    { key: "end", title: "", width: "92px", align: "right", render: (watch) => <End watch={watch} /> },
  ];
}

export function WatchTable() {
  const t = useWords();
  const columns = useColumns();
  const [selected, setSelected] = useState<string | null>(null);
  const { data, error, reload } = useCall("review.listWatches", {}, ["watches", "facts"]);
  return (
    <Panel className="cw-fill" label={t("watch.watches.title")}>
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={10} />
      ) : data.length === 0 ? (
        <EmptyState icon="bell" title={t("watch.watches.none")} action={<AddWatchButton />}>
          {t("watch.list.noneWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("watch.watches.title")}
          columns={columns}
          rows={data}
          keyOf={({ id }) => id}
          selectedKey={selected}
          onSelect={({ id }) => setSelected(id)}
          toneOf={({ isExpired }) => (isExpired ? "mute" : null)}
        />
      )}
    </Panel>
  );
}
