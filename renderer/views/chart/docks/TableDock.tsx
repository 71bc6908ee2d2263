// The entities of the chart as a table: sorted by a click on a head, the selection shared with the canvas, faded where the time window leaves them out.
import { useMemo, useState } from "react";
import { type ChartRow, chartRows, type RowSort, sortRows } from "../../../../shared/chart/views/chartRows.ts";
import { entityName } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { kindKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { type Column, DataTable, EntityLabel, formatCount, formatMoney, formatTime, KindGlyph } from "../../../parts/index.ts";
import { useChart } from "../../../state/chart.ts";
import { selectEntities, toggleEntity, useSelection } from "../../../state/selection.ts";
import { isMutedNode } from "../controllers/StyleController.tsx";

function useColumns(sort: RowSort, onSort: (sort: RowSort) => void): readonly Column<ChartRow>[] {
  const t = useWords();
  const head = (by: RowSort, word: string) => (
    <button type="button" className="cw-table-sort" aria-pressed={sort === by} onClick={() => onSort(by)}>
      {word}
    </button>
  );
  const time = (key: "firstAt" | "lastAt", word: string): Column<ChartRow> => ({
    key,
    title: head(key, word),
    width: "96px",
    render: ({ node }) => <span className="cw-number">{node[key] === null ? "" : formatTime(node[key], "date")}</span>,
    text: ({ node }) => (node[key] === null ? "" : formatTime(node[key], "date")),
  });
  const figure = (key: "links" | "calls", word: string): Column<ChartRow> => ({
    key,
    title: head(key, word),
    width: "74px",
    align: "right",
    render: (row) => <span className="cw-number">{row[key] === 0 ? "" : formatCount(row[key])}</span>,
    text: (row) => String(row[key]),
  });
  const money = (key: "paid" | "received", word: string): Column<ChartRow> => ({
    key,
    title: head(key, word),
    width: "118px",
    align: "right",
    render: (row) => <span className="cw-number">{row[key] === 0 ? "" : formatMoney(row[key] / 100)}</span>,
    text: (row) => (row[key] / 100).toFixed(2),
  });
  return [
    {
      key: "kind",
      title: head("kind", t("chart.table.kind")),
      width: "104px",
      render: ({ node }) => (
        <span className="cw-entity">
          <KindGlyph kind={node.kind} subtype={node.subtype} size={16} />
          {wordOf(t, kindKeys, node.kind)}
        </span>
      ),
      text: ({ node }) => wordOf(t, kindKeys, node.kind),
    },
    {
      key: "label",
      title: head("label", t("chart.table.label")),
      width: "minmax(150px, 1.4fr)",
      render: ({ node }) => <EntityLabel kind={node.kind} label={entityName(node.ref, node.label)} />,
      text: ({ node }) => entityName(node.ref, node.label),
    },
    figure("links", t("chart.table.links")),
    money("received", t("chart.measure.received")),
    money("paid", t("chart.measure.paid")),
    figure("calls", t("chart.measure.calls")),
    time("firstAt", t("chart.measure.firstSeen")),
    time("lastAt", t("chart.measure.lastSeen")),
  ];
}

export function TableDock() {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const { entities, timeWindow } = useSelection();
  const [sort, setSort] = useState<RowSort>("links");
  const columns = useColumns(sort, setSort);
  const { nodes, links, disabled, filter } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where nodes stand on the canvas changes no row
  const rows = useMemo(() => sortRows(chartRows(model), sort), [nodes, links, disabled, filter, sort]);
  const chosen = useMemo(() => new Set(entities), [entities]);
  return (
    <DataTable
      label={t("chart.dock.table")}
      columns={columns}
      rows={rows}
      keyOf={({ node }) => node.ref}
      selectedKey={entities[0] ?? null}
      chosenKeys={chosen}
      toneOf={({ node }) => (isMutedNode(model, timeWindow, node) ? "mute" : null)}
      onSelect={({ node }, isAdding) => selectEntities(isAdding ? toggleEntity(entities, node.ref) : [node.ref])}
    />
  );
}
