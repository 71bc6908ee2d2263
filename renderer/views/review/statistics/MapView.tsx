// Places on the map: areas in shades where the base map has them, circles where only coordinates are known; a legend that can be pressed like the map.
import { useCallback, useMemo } from "react";
import { classText, placeText, titleOfMap } from "../../../../shared/review/statistics/mapWords.ts";
import { type PlaceMap, placeMap, type ShownPlace } from "../../../../shared/review/statistics/placeMap.ts";
import { peopleText, populationKeys, wholeRateText } from "../../../../shared/review/statistics/rateColumns.ts";
import type { StatisticsTable } from "../../../../shared/review/statistics/tableShape.ts";
import { changeText, figureText, lastOf, measureKeys, numberOf } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState, Skeleton } from "../../../parts/index.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { type StatisticsFigure, useStatistics } from "../../../state/statistics.ts";
import { useCall } from "../../../state/useCall.ts";
import { BaseMapMenu } from "../../trace/map/BaseMapMenu.tsx";
import { FigureChoice } from "./FigureChoice.tsx";
import { PlaceGeo } from "./PlaceGeo.tsx";
import "../../trace/map/map.css";
import "./placeMap.css";

interface ShownProps {
  readonly table: StatisticsTable;
  readonly map: PlaceMap;
  readonly figure: StatisticsFigure;
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

function useSay(): Say {
  const t = useWords();
  return useCallback<Say>((key, values = {}) => t(key, values), [t]);
}

/** Figure, change, population and rate of a place. */
function linesOf(table: StatisticsTable, { code, cell }: ShownPlace, say: Say): readonly string[] {
  const area = table.population?.areas[table.rows.findIndex((row) => row.code === code)];
  const last = lastOf(cell);
  const change = last === null ? "" : ` · ${say("statistics.column.lastChange")} ${changeText(numberOf(cell), last) || "—"}`;
  const people =
    area === undefined || table.population === null
      ? []
      : [peopleLine(table.population.kind, peopleText(area, table.population.year, say), say)];
  const rate = cell.rate === null ? [] : [`${say("statistics.column.yearly")} ${wholeRateText(cell, "year")}`];
  return [`${say(measureKeys[table.measure])} ${figureText(cell)}${cell.isSmall ? "*" : ""}${change}`, ...people, ...rate];
}

const peopleLine = (kind: keyof typeof populationKeys, people: string, say: Say): string =>
  say("statistics.map.people", { kind: say(populationKeys[kind]), people });

function Legend({ table, map, figure }: ShownProps) {
  const t = useWords();
  const say = useSay();
  const lines = [
    ...map.classes.map((one) => ({ shade: one.shade, text: classText(one, figure, table.measure, say) })),
    ...(map.areas.some(({ shade }) => shade === 0) ? [{ shade: 0, text: t("statistics.map.nothing") }] : []),
  ];
  return (
    <section className="cw-place-legend" aria-label={t("statistics.map.legend")}>
      <b>{titleOfMap(figure, table.measure, say)}</b>
      {lines.map(({ shade, text }) => (
        <span key={shade}>
          <i style={{ background: `var(--cw-seq${shade})` }} />
          {text}
        </span>
      ))}
      {map.circles.length > 0 && <span className="cw-quiet">{t("statistics.map.circles")}</span>}
    </section>
  );
}

interface FootProps {
  readonly map: PlaceMap;
  readonly base: { readonly title: string; readonly approval: string } | null;
}

function Foot({ map, base }: FootProps) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const open = (code: string) => useStatistics.setState({ where: [{ dimension: "place", code }] });
  return (
    <div className="cw-map-foot cw-small cw-quiet">
      <span>{base === null ? t("trace.map.noBase") : `${base.title} · ${base.approval}`}</span>
      {base !== null && map.areas.every(({ place }) => place === null) && <span>{t("statistics.map.noAreas")}</span>}
      {map.nowhere.length > 0 && (
        <span>
          {t("statistics.map.nowhere", { places: "" })}
          {map.nowhere.map(({ code, label, cell }) => (
            <button key={code} type="button" className="cw-place-nowhere" onClick={() => open(code)}>
              {label} {cell.count}
            </button>
          ))}
        </span>
      )}
      {isMasked && map.circles.length > 0 && <span>{t("trace.map.rounded")}</span>}
    </div>
  );
}

function Shown({ table, map, figure, base }: ShownProps & FootProps) {
  const t = useWords();
  const say = useSay();
  const where = useStatistics((state) => state.where);
  const chosen = where?.[0]?.dimension === "place" ? where[0].code : null;
  const shownText = useCallback((place: ShownPlace) => placeText(place, figure, say), [figure, say]);
  const open = ({ code }: ShownPlace) => useStatistics.setState({ where: code === chosen ? null : [{ dimension: "place", code }] });
  return (
    <>
      <PlaceGeo
        label={t("statistics.look.map")}
        map={map}
        chosen={chosen}
        say={shownText}
        onChoose={open}
        hover={(place) => linesOf(table, place, say)}
      />
      <Legend table={table} map={map} figure={figure} />
      <Foot map={map} base={base} />
    </>
  );
}

export function MapView({ table }: { readonly table: StatisticsTable }) {
  const t = useWords();
  const hasRates = table.population !== null && table.measure === "cases";
  const figure = useStatistics((state) => (hasRates ? state.figure : "count"));
  const { data: base, isLoading } = useCall("trace.readBaseMap", {}, ["map"]);
  const map = useMemo(() => placeMap(table, base?.geojson ?? null, figure), [table, base, figure]);
  if (isLoading && base === null) return <Skeleton rows={14} />;
  const isEmpty = map.areas.length + map.circles.length === 0;
  return (
    <div className="cw-place-map">
      <div className="cw-statistics-figure">
        {hasRates && <FigureChoice />}
        <BaseMapMenu base={base} />
      </div>
      {isEmpty ? (
        <EmptyState icon="mapPin" title={t("statistics.map.empty")}>
          {t("statistics.map.emptyText")}
        </EmptyState>
      ) : (
        <Shown table={table} map={map} figure={figure} base={base} />
      )}
    </div>
  );
}
