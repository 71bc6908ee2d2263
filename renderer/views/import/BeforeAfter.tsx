// The first rows before and after: what stood in the file, and what will be stored of it.
import { useMemo, useState } from "react";
import type { PreviewRow } from "../../../shared/import/calls.ts";
import { targetWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { type Column, DataTable, EmptyState, formatCount, formatMoney, formatTime, Icon, Panel, Segmented } from "../../parts/index.ts";
import type { ImportSheet } from "../../state/importing.ts";
import { trackForCells } from "./cellTracks.ts";

type Side = "both" | "before" | "after";

/** As many targets as fit beside the raw row: those that the mapping feeds, in its order. */
const shownTargetCount = 5;

const rightAligned = /amount|debit|credit|balance|loss|stopped|frozen|returned|duration/;

/** Times without their year and offset, money with groups: what a person checks at a glance; the tooltip has the value in full. */
function printValue(target: string, value: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatTime(value, "second").slice(5);
  return rightAligned.test(target) && !target.endsWith("duration") ? formatMoney(value) : value;
}

function useTargets(sheet: ImportSheet): readonly string[] {
  const { rows, columns } = sheet.preview;
  return useMemo(() => {
    const seen = new Set(rows.flatMap((row) => Object.keys(row.after)));
    const mapped = columns.flatMap((column) => column.targets);
    return [...new Set([...mapped.filter((target) => seen.has(target)), ...seen])];
  }, [rows, columns]);
}

function useColumns(sheet: ImportSheet, side: Side): readonly Column<PreviewRow>[] {
  const t = useWords();
  const targets = useTargets(sheet);
  const { rows } = sheet.preview;
  const headings = sheet.preview.columns.map((column) => column.heading);
  const number: Column<PreviewRow> = {
    key: "row",
    title: t("import.rowsPanel.row"),
    width: "34px",
    align: "right",
    render: (row) => <span className="cw-quiet">{formatCount(row.row)}</span>,
    text: (row) => String(row.row),
  };
  const raw: Column<PreviewRow> = {
    key: "before",
    title: t("import.rowsPanel.before"),
    width: "minmax(0, 1.7fr)",
    render: (row) => <span className="cw-quiet">{row.before.join("  ")}</span>,
    text: (row) => row.before.join("\t"),
  };
  const cell = (target: string): Column<PreviewRow> => {
    const heading = targetWord(t, target);
    const textOf = (row: PreviewRow) => row.after[target] ?? "";
    return {
      key: target,
      title: heading,
      width: "minmax(0, 1fr)",
      align: rightAligned.test(target) ? "right" : "left",
      render: (row) => <span title={textOf(row)}>{printValue(target, textOf(row)) || "—"}</span>,
      text: textOf,
    };
  };
  const verdict: Column<PreviewRow> = {
    key: "verdict",
    title: t("import.rowsPanel.verdict"),
    width: "minmax(0, 0.8fr)",
    render: (row) =>
      row.reason === null ? (
        <span className="cw-tone-plus">{t("import.rowsPanel.stored")}</span>
      ) : (
        <span className={row.verdict === "rejected" ? "cw-tone-contra" : "cw-quiet"}>{t(rejectReasonKeys[row.reason])}</span>
      ),
    text: (row) => (row.reason === null ? "" : t(rejectReasonKeys[row.reason])),
  };
  const rawCells: readonly Column<PreviewRow>[] = headings.slice(0, 10).map((heading, index) => ({
    width: trackForCells(rows.map((row) => row.before[index] ?? "")),
    key: `raw${index}`,
    title: heading,
    render: (row) => row.before[index] ?? "",
    text: (row) => row.before[index] ?? "",
  }));
  if (side === "before") return [number, ...rawCells];
  if (side === "after") return [number, ...targets.slice(0, 9).map(cell), verdict];
  const arrow: Column<PreviewRow> = { key: "arrow", title: "", width: "16px", render: () => <Icon name="arrowRight" size={13} /> };
  return [number, raw, arrow, ...targets.slice(0, shownTargetCount).map(cell), verdict];
}

export function BeforeAfter({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const [side, setSide] = useState<Side>("both");
  const columns = useColumns(sheet, side);
  const { rows } = sheet.preview;
  return (
    <Panel
      className="cw-before-after"
      title={t("import.rowsPanel.title")}
      note={t("import.rowsPanel.note", { count: rows.length })}
      tools={
        <Segmented
          label={t("import.rowsPanel.title")}
          value={side}
          onChange={setSide}
          options={[
            { value: "both", text: t("import.rowsPanel.both") },
            { value: "before", text: t("import.rowsPanel.onlyBefore") },
            { value: "after", text: t("import.rowsPanel.onlyAfter") },
          ]}
        />
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon="table" title={t("import.rowsPanel.none")}>
          {t("import.rowsPanel.noneWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("import.rowsPanel.title")}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.row)}
          toneOf={(row) => (row.verdict === "rejected" ? "contra" : row.verdict === "skipped" ? "mute" : null)}
        />
      )}
    </Panel>
  );
}
