// The first rows before and after: what stood in the file, and what will be stored of it.
import { useMemo, useState } from "react";
import type { PreviewRow } from "../../../shared/import/calls.ts";
import { targetWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { type Column, DataTable, EmptyState, formatCount, Icon, Panel, Segmented } from "../../parts/index.ts";
import type { ImportSheet } from "../../state/importing.ts";
import { trackForCells } from "./cellTracks.ts";
import { isFigure, printValue } from "./printValue.ts";
import { RowDetail } from "./RowDetail.tsx";

type Side = "both" | "before" | "after";

/** What a person checks first stands first: when, which way, how much, with whom. */
const checkedFirst = [
  "time case.number direction amount debit credit balance own.account from.account counterparty.account to.account counterparty.name to.name",
  "caller callee own.phone other.phone duration case.from person.name person.identityNumber person.phone account.number account.holder",
]
  .join(" ")
  .split(" ");

function orderTargets(targets: readonly string[]): readonly string[] {
  const rank = (target: string) => {
    const index = checkedFirst.indexOf(target);
    return index < 0 ? checkedFirst.length : index;
  };
  return targets.toSorted((a, b) => rank(a) - rank(b));
}

/** As many targets as fit beside the raw row: those that the mapping feeds, in its order. */
const shownTargetCount = 5;

const toneOfSide = (target: string, value: string): string | undefined =>
  target !== "direction" ? undefined : value === "in" ? "cw-tone-plus" : value === "out" ? "cw-tone-minus" : "cw-quiet";

function useTargets(sheet: ImportSheet): readonly string[] {
  const { rows, columns } = sheet.preview;
  return useMemo(() => {
    const seen = new Set(rows.flatMap(({ after }) => Object.keys(after).filter((target) => after[target] !== "")));
    const mapped = columns.flatMap((column) => column.targets);
    return orderTargets([...new Set([...mapped.filter((target) => seen.has(target)), ...seen])]);
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
      align: isFigure(target) ? "right" : "left",
      render: (row) => (
        <span className={toneOfSide(target, textOf(row))} title={textOf(row)}>
          {printValue(t, target, textOf(row)) || "—"}
        </span>
      ),
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
    render: (row) => <span className={row.blame === heading ? "cw-cell-blamed" : undefined}>{row.before[index] ?? ""}</span>,
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
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useColumns(sheet, side);
  const { rows } = sheet.preview;
  const row = rows.find((one) => String(one.row) === chosen) ?? null;
  return (
    <Panel
      className="cw-before-after"
      title={t("import.rowsPanel.title")}
      note={t("import.rowsPanel.noteRows", { count: rows.length })}
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
        <div className={row === null ? "cw-before-after-body" : "cw-before-after-body cw-before-after-split"}>
          <DataTable
            label={t("import.rowsPanel.title")}
            columns={columns}
            rows={rows}
            keyOf={(one) => String(one.row)}
            selectedKey={chosen}
            onSelect={(one) => setChosen(String(one.row))}
            toneOf={(one) => (one.verdict === "rejected" ? "contra" : one.verdict === "skipped" ? "mute" : null)}
          />
          {row !== null && <RowDetail sheet={sheet} row={row} onClose={() => setChosen(null)} />}
        </div>
      )}
    </Panel>
  );
}
