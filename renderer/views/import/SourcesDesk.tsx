// Every import: file and sheet, what its rows became, its fingerprint, by whom and when; Enter opens one.
import { useState } from "react";
import type { SourceItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { rowKindKeys, wordOf } from "../../i18n/vocabulary.ts";
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  PageTitle,
  Panel,
  Skeleton,
  Tag,
} from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { useCall } from "../../state/useCall.ts";

const shownHash = 12;

function useColumns(): readonly Column<SourceItem>[] {
  const t = useWords();
  const count = (key: string, title: string, value: (source: SourceItem) => number, tone = ""): Column<SourceItem> => ({
    key,
    title,
    width: "58px",
    align: "right",
    render: (source) => <span className={value(source) > 0 ? tone : "cw-quiet"}>{formatCount(value(source))}</span>,
    text: (source) => String(value(source)),
  });
  const nameOf = ({ folder, name, sheet }: SourceItem) => [folder, name, sheet].filter(Boolean).join(" · ");
  return [
    {
      key: "id",
      title: t("import.desk.number"),
      width: "48px",
      align: "right",
      render: ({ id }) => <span className="cw-quiet">{id}</span>,
      text: ({ id }) => String(id),
    },
    {
      key: "name",
      title: t("import.desk.file"),
      width: "minmax(0, 4fr)",
      render: (source) => (
        <span className="cw-file" title={nameOf(source)}>
          {source.corrects !== null && <Tag tone="accent">{t("import.desk.correction", { id: source.corrects })}</Tag>} {nameOf(source)}
        </span>
      ),
      text: nameOf,
    },
    {
      key: "kind",
      title: t("import.desk.layout"),
      width: "minmax(0, 1fr)",
      render: ({ rowKind, layout }) => <span title={layout}>{wordOf(t, rowKindKeys, rowKind)}</span>,
      text: ({ rowKind, layout }) => `${rowKind} ${layout}`,
    },
    count("read", t("import.rows.read"), ({ rows }) => rows.read),
    count("stored", t("import.rows.stored"), ({ rows }) => rows.stored),
    count("rejected", t("import.rows.rejected"), ({ rows }) => rows.rejected, "cw-tone-contra"),
    count("skipped", t("import.rows.skipped"), ({ rows }) => rows.skipped),
    count("twins", t("import.desk.twins"), ({ rows }) => rows.twins),
    {
      key: "hash",
      title: "SHA-256",
      width: "104px",
      render: ({ sha256 }) => (
        <span className="cw-quiet cw-number" title={sha256}>
          {sha256.slice(0, shownHash)}
        </span>
      ),
      text: ({ sha256 }) => sha256,
    },
    {
      key: "by",
      title: t("import.desk.by"),
      width: "minmax(0, 0.7fr)",
      render: ({ importedBy }) => importedBy,
      text: ({ importedBy }) => importedBy,
    },
    {
      key: "at",
      title: t("import.desk.at"),
      width: "136px",
      align: "right",
      render: ({ importedAt }) => formatTime(importedAt),
      text: ({ importedAt }) => importedAt,
    },
  ];
}

export function SourcesDesk() {
  const t = useWords();
  const { data, error, reload } = useCall("import.listSources", {}, ["facts"]);
  const columns = useColumns();
  const [chosen, setChosen] = useState<number | null>(null);
  if (error) return <ErrorPanel error={error} onRetry={reload} />;
  return (
    <div className="cw-sheet-page">
      <PageTitle title={t("import.desk.title")} note={<span className="cw-second">{t("import.desk.note")}</span>} />
      <Panel className="cw-sources-desk" label={t("import.desk.title")}>
        {data === null ? (
          <Skeleton rows={12} />
        ) : data.length === 0 ? (
          <EmptyState icon="fileImport" title={t("import.desk.none")}>
            {t("import.desk.noneWhy")}
          </EmptyState>
        ) : (
          <DataTable
            label={t("import.desk.title")}
            columns={columns}
            rows={data}
            keyOf={({ id }) => String(id)}
            selectedKey={chosen === null ? null : String(chosen)}
            onSelect={({ id }) => setChosen(id)}
            onOpen={({ id }) => goTo("import", `source:${id}`)}
          />
        )}
      </Panel>
    </div>
  );
}
