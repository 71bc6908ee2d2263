// The rows of a source as they stood in the file, around the row that was cited; opened from anywhere.
import { useEffect, useState } from "react";
import type { SourcePage } from "../../shared/import/calls.ts";
import { useWords } from "../i18n/index.ts";
import { rejectReasonKeys } from "../i18n/rejectReasons.ts";
import { type Column, DataTable, Drawer, ErrorPanel, formatCount, formatTime, Skeleton, Tag } from "../parts/index.ts";
import { closeCitation, useCitation } from "../state/citation.ts";
import { useCall } from "../state/useCall.ts";

type SourceRow = SourcePage["rows"][number];

const pageRows = 120;

function RowCells({ page, row }: { readonly page: SourcePage; readonly row: SourceRow }) {
  const t = useWords();
  const count = Math.max(page.headings.length, row.cells.length);
  return (
    <dl className="cw-cells">
      {Array.from({ length: count }, (_, index) => {
        const heading = page.headings[index] || t("frame.citation.column", { number: index + 1 });
        const cell = row.cells[index] ?? "";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat, cells stand in their order
          <div key={`${index}-${heading}`}>
            <dt>{heading}</dt>
            <dd>{cell === "" ? <span className="cw-quiet">—</span> : cell}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function SourceRows({ page, cited }: { readonly page: SourcePage; readonly cited: number }) {
  const t = useWords();
  const [current, setCurrent] = useState(cited);
  useEffect(() => setCurrent(cited), [cited]);
  const row = page.rows.find((candidate) => candidate.row === current) ?? page.rows[0];
  const columns: readonly Column<SourceRow>[] = [
    {
      key: "row",
      title: t("frame.citation.rowHead"),
      width: "56px",
      align: "right",
      render: (candidate) => formatCount(candidate.row),
      text: (candidate) => String(candidate.row),
    },
    {
      key: "cells",
      title: t("frame.citation.raw"),
      render: (candidate) => candidate.cells.join("  ·  "),
      text: (candidate) => candidate.cells.join("\t"),
    },
  ];
  return (
    <div className="cw-source-rows">
      <DataTable
        label={t("frame.citation.rows")}
        columns={columns}
        rows={page.rows}
        keyOf={(candidate) => String(candidate.row)}
        selectedKey={String(row?.row ?? "")}
        onSelect={(candidate) => setCurrent(candidate.row)}
        toneOf={(candidate) => (candidate.note === null ? null : candidate.note.verdict === "rejected" ? "contra" : "mute")}
      />
      {row && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="cw-source-row" tabIndex={0} aria-label={t("frame.citation.rowTitle", { row: row.row })}>
          <h3>
            {t("frame.citation.rowTitle", { row: formatCount(row.row) })}
            {row.row === cited && <Tag tone="accent">{t("frame.citation.cited")}</Tag>}
            {row.note && (
              <Tag tone={row.note.verdict === "rejected" ? "contra" : "neutral"}>
                {row.note.verdict === "rejected" ? t("frame.citation.rejected") : t("frame.citation.skipped")}
                {` · ${t(rejectReasonKeys[row.note.reason])}`}
              </Tag>
            )}
          </h3>
          <RowCells page={page} row={row} />
        </section>
      )}
    </div>
  );
}

export function CitationDrawer() {
  const t = useWords();
  const { sourceId, row } = useCitation();
  const from = Math.max(1, row - Math.floor(pageRows / 2));
  const { data, error, reload } = useCall("import.readSourceRows", sourceId === null ? null : { sourceId, from, count: pageRows });
  if (sourceId === null) return null;
  const isRight = data !== null && data.source.id === sourceId;
  const source = isRight ? data.source : null;
  return (
    <Drawer
      wide
      label={t("frame.citation.title")}
      onClose={closeCitation}
      title={
        <span className="cw-file">{source ? [source.name, source.sheet].filter(Boolean).join(" · ") : t("frame.citation.title")}</span>
      }
      foot={
        source && (
          <span className="cw-file">
            {t("frame.citation.foot", { at: formatTime(source.importedAt), by: source.importedBy, hash: source.sha256.slice(0, 16) })}
          </span>
        )
      }
    >
      {error ? <ErrorPanel error={error} onRetry={reload} /> : isRight ? <SourceRows page={data} cited={row} /> : <Skeleton rows={14} />}
    </Drawer>
  );
}
