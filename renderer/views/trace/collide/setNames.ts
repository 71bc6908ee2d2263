// Lists that can be laid over each other, by what they are called.
import { useWords } from "../../../i18n/index.ts";
import { useCall } from "../../../state/useCall.ts";

export interface SetName {
  /** `source:3`, `series:S-1`, `scenes:S-1`, `chart:C-1`, `place:KEY~METRES@FROM/UNTIL`, `building:place:KEY@FROM/UNTIL`. */
  readonly ref: string;
  readonly kind: "source" | "series" | "scenes" | "chart" | "place" | "address";
  readonly name: string;
  /** Null: not known before it is asked. */
  readonly count: number | null;
}

/** Series, scenes of series, kept charts, imported sheets. */
export function useSetNames(): readonly SetName[] {
  const t = useWords();
  const sources = useCall("import.listSources", {}, ["facts"]).data ?? [];
  const series = useCall("group.listSeries", {}, ["group"]).data?.series ?? [];
  const charts = useCall("chart.listCharts", {}, ["charts"]).data ?? [];
  return [
    ...series.map(
      (one): SetName => ({ ref: `series:${one.series}`, kind: "series", name: `${one.series} ${one.title}`, count: one.cases.length }),
    ),
    ...series.map(
      (one): SetName => ({
        ref: `scenes:${one.series}`,
        kind: "scenes",
        name: t("trace.collide.scenes", { series: one.series }),
        count: one.cases.length,
      }),
    ),
    ...charts.map(
      (one): SetName => ({
        ref: `chart:${one.id}`,
        kind: "chart",
        name: t("trace.collide.chart", { name: one.name }),
        count: one.entities,
      }),
    ),
    ...sources.map(
      (one): SetName => ({
        ref: `source:${one.id}`,
        kind: "source",
        name: one.sheet === null ? one.name : `${one.name} · ${one.sheet}`,
        count: one.rows.stored,
      }),
    ),
  ];
}
