// What a map of places shows: areas in classes of their counts or rates where the map has them, circles in proportion where only coordinates are known, and
// what can be shown nowhere.
import { type MapArea, readAreas } from "./mapAreas.ts";
import { naturalBreaks } from "./naturalBreaks.ts";
import { areaName } from "./population.ts";
import type { StatisticsCell, TableOf } from "./tableShape.ts";
import { numberOf } from "./words.ts";

export type MapFigure = "count" | "rate";

export interface ShownPlace {
  /** Of the dimension: hand it back to ask for its cases. */
  readonly code: string;
  readonly label: string;
  readonly cell: StatisticsCell;
  /** Cases, a sum, or cases for 100,000 people a year; null without a rate. */
  readonly value: number | null;
}

export interface ShownArea {
  readonly area: MapArea;
  /** Null: an area with a code where nothing happened. */
  readonly place: ShownPlace | null;
  /** Step of the sequence of colours, 1 to 5 for its class; 0: nothing happened, or there is no rate. */
  readonly shade: number;
}

export interface ShownCircle {
  readonly place: ShownPlace & { readonly value: number };
  readonly longitude: number;
  readonly latitude: number;
  /** Square root of its share of the largest: areas of circles are as their values. */
  readonly size: number;
}

export interface MapClass {
  readonly from: number;
  readonly to: number;
  /** Areas in it. */
  readonly count: number;
  readonly shade: number;
}

export interface PlaceMap {
  readonly areas: readonly ShownArea[];
  readonly circles: readonly ShownCircle[];
  /** Places of which neither an area nor coordinates are known, and cases that tell no place. */
  readonly nowhere: readonly ShownPlace[];
  readonly classes: readonly MapClass[];
  /** Features of the map that are no area. */
  readonly ground: readonly unknown[];
}

const mostClasses = 5;

/** Few classes lie as far apart as many: 1 and 5 of two, 1, 3 and 5 of three. */
const shadeOf = (at: number, classes: number): number => (classes === 1 ? 3 : 1 + Math.round((at * (mostClasses - 1)) / (classes - 1)));

const placeValue = (cell: StatisticsCell, figure: MapFigure): number | null =>
  figure === "count" ? numberOf(cell) : (cell.rate?.yearly ?? null);

/** By name, else by the code that the population told. Two areas of one name are nobody's. */
function matchAreas(areas: readonly MapArea[]) {
  const named = Map.groupBy(areas, ({ name }) => areaName(name));
  const coded = new Map(areas.map((area) => [area.code, area]));
  return (label: string, code: string): MapArea | null => {
    const byCode = code === "" ? undefined : coded.get(code);
    const byName = named.get(areaName(label)) ?? [];
    return byCode ?? (byName.length === 1 ? byName[0]! : (coded.get(label) ?? null));
  };
}

function classesOf(values: readonly number[]): readonly MapClass[] {
  let last = Number.NEGATIVE_INFINITY;
  return naturalBreaks(values, mostClasses).map((end, at, { length }) => {
    const own = values.filter((value) => value > last && value <= end);
    last = end;
    return { from: Math.min(...own), to: end, count: own.length, shade: shadeOf(at, length) };
  });
}

/** `table`: places alone, in rows. `geojson`: of the base map, or null. */
export function placeMap(table: TableOf<unknown>, geojson: string | null, figure: MapFigure): PlaceMap {
  const { areas, ground } = geojson === null ? { areas: [], ground: [] } : readAreas(geojson);
  const find = matchAreas(areas);
  const places = table.rows.map(({ code, label }, i) => {
    const cell = table.cells[i]![0]!;
    const place: ShownPlace = { code, label, cell, value: placeValue(cell, figure) };
    return { place, area: code === "" ? null : find(code, table.population?.areas[i]?.code ?? ""), point: table.points?.[i] ?? null };
  });
  const ofArea = new Map(places.flatMap(({ place, area }) => (area === null ? [] : [[area, place] as const])));
  const classes = classesOf([...ofArea.values()].flatMap(({ value }) => (value === null || value <= 0 ? [] : [value])));
  const shadeIn = (value: number | null): number =>
    value === null || value <= 0 ? 0 : (classes.find(({ to }) => value <= to)?.shade ?? 0);
  const without = places.filter(({ place, area }) => area === null && place.cell.count > 0);
  const most = Math.max(0, ...places.map(({ place }) => place.value ?? 0));
  const circles = without.flatMap(({ place, point }): ShownCircle[] =>
    point === null || place.code === "" || place.value === null || place.value <= 0
      ? []
      : [{ place: { ...place, value: place.value }, ...point, size: Math.sqrt(place.value / most) }],
  );
  const drawn = new Set(circles.map(({ place }) => place.code));
  return {
    areas: areas
      .filter((area) => ofArea.has(area) || area.code !== "")
      .map((area) => ({ area, place: ofArea.get(area) ?? null, shade: shadeIn(ofArea.get(area)?.value ?? null) })),
    // The larger first, so that a small one lies on top.
    circles: circles.sort((a, b) => b.size - a.size),
    nowhere: without.filter(({ place }) => !drawn.has(place.code)).map(({ place }) => place),
    classes,
    ground: [...ground, ...areas.filter((area) => !ofArea.has(area) && area.code === "").map(groundOf)],
  };
}

const groundOf = ({ name, polygons }: MapArea): unknown => ({
  type: "Feature",
  properties: { name },
  geometry: { type: "MultiPolygon", coordinates: polygons },
});
