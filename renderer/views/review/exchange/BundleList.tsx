// Units and bundles that came and went; one that came can be taken out whole.
import { useState } from "react";
import type { BundleItem } from "../../../../shared/review/exchangeCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { openExchange, removeBundle } from "../../../state/exchange.ts";
import { useCall } from "../../../state/useCall.ts";
import { ReasonButton } from "../ReasonButton.tsx";
import { BroughtButtons } from "./BroughtButtons.tsx";
import { aboutKeys, kindKeys } from "./exchangeWords.ts";

function RemoveButton({ bundle }: { readonly bundle: number }) {
  const t = useWords();
  return <ReasonButton title={t("exchange.list.remove")} icon="trash" onReason={(reason) => removeBundle(bundle, reason)} />;
}

const isKind = (kind: string): kind is keyof typeof kindKeys => kind in kindKeys;

function useColumns(): readonly Column<BundleItem>[] {
  const t = useWords();
  const aboutOf = ({ about, number, title }: BundleItem) => [t(aboutKeys[about] ?? ""), number, title].filter(Boolean).join(" ");
  const count = (key: "rows" | "decisions" | "watches", title: string): Column<BundleItem> => ({
    key,
    title,
    width: "72px",
    align: "right",
    render: (item) => formatCount(item[key]),
    text: (item) => String(item[key]),
  });
  const wayOf = ({ way }: BundleItem) => (way === "in" ? t("exchange.list.came") : t("exchange.list.went"));
  const kindOf = ({ bundleKind }: BundleItem) => (isKind(bundleKind) ? t(kindKeys[bundleKind]) : bundleKind);
  return [
    { key: "bundle", title: "#", width: "36px", render: ({ bundle }) => bundle, text: ({ bundle }) => String(bundle) },
    {
      key: "way",
      title: t("exchange.list.way"),
      width: "64px",
      render: (item) => <Tag tone={item.way === "in" ? "accent" : "neutral"}>{wayOf(item)}</Tag>,
      text: wayOf,
    },
    { key: "kind", title: t("exchange.list.kind"), width: "78px", render: kindOf, text: kindOf },
    {
      key: "unit",
      title: t("exchange.head.unit"),
      width: "minmax(90px, 1fr)",
      render: ({ unit }) => <b>{unit}</b>,
      text: ({ unit }) => unit,
    },
    {
      key: "about",
      title: t("exchange.head.about"),
      width: "minmax(100px, 1.6fr)",
      render: (item) => (
        <>
          {item.isRemoved && <Tag>{t("exchange.list.removed")}</Tag>} <span title={aboutOf(item)}>{aboutOf(item)}</span>
        </>
      ),
      text: (item) => [item.isRemoved ? t("exchange.list.removed") : "", aboutOf(item)].filter(Boolean).join(" "),
    },
    count("rows", t("exchange.count.rows")),
    count("decisions", t("exchange.count.decisions")),
    count("watches", t("exchange.count.watches")),
    {
      key: "at",
      title: t("exchange.list.at"),
      width: "132px",
      render: ({ recordedAt }) => formatTime(recordedAt),
      text: ({ recordedAt }) => recordedAt,
    },
  ];
}

function Sources({ item }: { readonly item: BundleItem }) {
  const t = useWords();
  return (
    <Panel
      className="cw-exchange-sources"
      title={t("exchange.list.sources", { bundle: item.bundle })}
      note={t("exchange.list.sourcesNote")}
      tools={item.isRemoved ? undefined : <RemoveButton key={item.bundle} bundle={item.bundle} />}
      isScrolled
    >
      {!item.isRemoved && <BroughtButtons bundle={item.bundle} />}
      {item.sources.length === 0 ? (
        <EmptyState icon="fileText" title={t("exchange.list.noSources")} />
      ) : (
        item.sources.map(({ id, source, sheet, unit, rows }) => (
          <p key={id} className="cw-exchange-judgement">
            <Tag>{unit}</Tag>
            <b>{source}</b>
            {sheet !== null && <span>{sheet}</span>}
            <span className="cw-quiet cw-small">{t("exchange.sheet.count", { count: formatCount(rows) })}</span>
          </p>
        ))
      )}
    </Panel>
  );
}

export function BundleList() {
  const t = useWords();
  const columns = useColumns();
  const [selected, setSelected] = useState<number | null>(null);
  const { data, error, reload } = useCall("review.listBundles", {}, ["exchange", "facts"]);
  const shown = data?.find(({ bundle }) => bundle === selected);
  const units = new Set(data?.filter(({ way }) => way === "in").map(({ unit }) => unit));
  return (
    <>
      <Panel className="cw-fill" title={t("exchange.list.title")} note={t("exchange.list.note", { units: units.size })}>
        {error ? (
          <ErrorPanel error={error} onRetry={reload} />
        ) : data === null ? (
          <Skeleton rows={8} />
        ) : data.length === 0 ? (
          <EmptyState
            icon="fileText"
            title={t("exchange.list.none")}
            action={<Button onClick={() => openExchange("send")}>{t("exchange.tab.send")}</Button>}
          >
            {t("exchange.list.noneWhy")}
          </EmptyState>
        ) : (
          <DataTable
            label={t("exchange.list.title")}
            columns={columns}
            rows={data}
            keyOf={({ bundle }) => String(bundle)}
            selectedKey={selected === null ? null : String(selected)}
            onSelect={({ bundle }) => setSelected(bundle)}
          />
        )}
      </Panel>
      {shown && shown.way === "in" && <Sources item={shown} />}
    </>
  );
}
