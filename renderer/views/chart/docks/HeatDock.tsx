// The heat matrices of the chart. A cell selects what stands behind it; what is selected anywhere lights its cells.
import { useMemo } from "react";
import { timesById } from "../../../../shared/chart/views/linkTimes.ts";
import { type HeatMatrix, isLit, type MatrixName, matrices } from "../../../../shared/chart/views/matrices.ts";
import { entityName } from "../../../i18n/entityNames.ts";
import { type Translate, useWords } from "../../../i18n/index.ts";
import { kindKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { ErrorPanel, formatCount, Skeleton } from "../../../parts/index.ts";
import { useChart } from "../../../state/chart.ts";
import { useChartDocks } from "../../../state/chartDocks.ts";
import { selectEntities, useSelection } from "../../../state/selection.ts";
import { useCall } from "../../../state/useCall.ts";
import { HeatGrid } from "./HeatGrid.tsx";
import "./heat.css";

const weekdayKeys = [
  "trace.weekday.1",
  "trace.weekday.2",
  "trace.weekday.3",
  "trace.weekday.4",
  "trace.weekday.5",
  "trace.weekday.6",
  "trace.weekday.7",
] as const;

type HeadWords = (value: string, t: Translate, labelOf: (ref: string) => string) => string;

const kindWord: HeadWords = (kind, t) => wordOf(t, kindKeys, kind);
const rowWords: Readonly<Record<MatrixName, HeadWords>> = {
  hourWeek: (day, t) => t(weekdayKeys[Number(day)]!),
  kindPairs: kindWord,
  entityTime: (ref, _t, labelOf) => labelOf(ref),
};
const columnWords: Readonly<Record<MatrixName, HeadWords>> = {
  hourWeek: (hour) => `${hour}`,
  kindPairs: kindWord,
  entityTime: (date) => date.slice(5),
};
/** Every so many columns has its word in sight. */
const wordEvery: Readonly<Record<MatrixName, number>> = { hourWeek: 3, kindPairs: 1, entityTime: 4 };

const noneKeys: Readonly<Record<MatrixName, string>> = {
  hourWeek: "chart.heat.noClock",
  kindPairs: "chart.heat.noLinks",
  entityTime: "chart.heat.noTimes",
};
const leftKeys: Readonly<Record<MatrixName, string>> = {
  hourWeek: "chart.heat.leftDays",
  kindPairs: "chart.heat.leftDays",
  entityTime: "chart.heat.leftRows",
};

function useTimes() {
  const nodes = useChart((state) => state.chart.model.nodes);
  const refs = useMemo(() => [...nodes.keys()].sort(), [nodes]);
  const call = useCall("chart.listTimes", refs.length === 0 ? null : { refs }, ["facts"]);
  const times = useMemo(() => (call.data === null ? null : timesById(refs, call.data)), [refs, call.data]);
  return { ...call, times };
}

function Foot({ matrix, name, olderEvents }: { readonly matrix: HeatMatrix; readonly name: MatrixName; readonly olderEvents: number }) {
  const t = useWords();
  return (
    <p className="cw-heat-foot cw-small cw-quiet">
      <span>{t("chart.heat.scale", { n: formatCount(matrix.most) })}</span>
      {matrix.left > 0 && <span>{t(leftKeys[name], { n: formatCount(matrix.left) })}</span>}
      {olderEvents > 0 && <span>{t("chart.heat.older", { n: formatCount(olderEvents) })}</span>}
    </p>
  );
}

export function HeatDock() {
  const t = useWords();
  const name = useChartDocks((state) => state.matrix);
  const model = useChart((state) => state.chart.model);
  const { entities: chosen, timeWindow } = useSelection();
  const { times, data, error, reload } = useTimes();
  const { nodes, links, disabled, filter } = model;
  // Only the order of the entities goes by what is selected.
  const first = name === "entityTime" ? chosen : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: places and notes change no count
  const matrix = useMemo(
    () => (times === null ? null : matrices[name]({ model, times, timeWindow, chosen: first ?? [] })),
    [nodes, links, disabled, filter, times, timeWindow, name, first],
  );
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (matrix === null)
    return nodes.size === 0 ? <p className="cw-quiet cw-dock-none">{t(noneKeys[name], { n: 0 })}</p> : <Skeleton rows={5} />;
  if (matrix.most === 0) return <p className="cw-quiet cw-dock-none">{t(noneKeys[name], { n: formatCount(matrix.left) })}</p>;
  const labelOf = (ref: string) => {
    const node = nodes.get(ref);
    return node?.kind === "case" ? `…${node.label.slice(-8)}` : entityName(ref, node?.label ?? "");
  };
  const heads = (words: HeadWords, values: readonly string[]) => values.map((value) => words(value, t, labelOf));
  const [rows, columns] = [heads(rowWords[name], matrix.rows), heads(columnWords[name], matrix.columns)];
  return (
    <>
      <HeatGrid
        label={t("chart.heat.title")}
        name={name}
        matrix={matrix}
        rowWords={rows}
        columnWords={columns.map((word, i) => (i % wordEvery[name] === 0 ? word : ""))}
        isLit={(cell) => isLit(cell, chosen)}
        wordOf={(row, column) => {
          const { count, refs } = matrix.cells[row]![column]!;
          const head = name === "hourWeek" ? `${rows[row]} ${columns[column]}:00` : `${rows[row]} × ${columns[column]}`;
          return t("chart.heat.cell", { head, n: formatCount(count), entities: formatCount(refs.size) });
        }}
        onChoose={({ refs }, isAdding) => selectEntities([...new Set([...(isAdding ? chosen : []), ...refs])])}
      />
      <Foot matrix={matrix} name={name} olderEvents={data?.left ?? 0} />
    </>
  );
}
