// The map of places: natural breaks against every parting, areas of any customer's file, what is matched to what, the picture.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { drawMap } from "../../../shared/review/statistics/drawMap.ts";
import { readAreas } from "../../../shared/review/statistics/mapAreas.ts";
import { frameOf, ringPath } from "../../../shared/review/statistics/mapFrame.ts";
import { naturalBreaks } from "../../../shared/review/statistics/naturalBreaks.ts";
import { placeMap } from "../../../shared/review/statistics/placeMap.ts";
import type { StatisticsCell, TableOf } from "../../../shared/review/statistics/tableShape.ts";

const squaredSpread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

/** Every way to cut sorted values into k runs. */
function* partings(sorted: readonly number[], k: number): Generator<readonly (readonly number[])[]> {
  if (k === 1) return yield [sorted];
  for (let cut = 1; cut <= sorted.length - k + 1; cut++)
    for (const rest of partings(sorted.slice(cut), k - 1)) yield [sorted.slice(0, cut), ...rest];
}

const costOf = (parts: readonly (readonly number[])[]): number => parts.reduce((sum, part) => sum + squaredSpread(part), 0);

describe("natural breaks", () => {
  it("part with the least spread of all partings", () => {
    const random = seededRandom(3);
    for (let round = 0; round < 60; round++) {
      const values = Array.from({ length: 3 + Math.floor(random() * 7) }, () => Math.floor(random() * 40));
      const sorted = values.toSorted((a, b) => a - b);
      const k = Math.min(1 + Math.floor(random() * 4), new Set(values).size);
      const ends = naturalBreaks(values, k);
      const found = ends.map((end, i) => sorted.filter((value) => value <= end && value > (ends[i - 1] ?? -1)));
      expect(found).toHaveLength(k);
      expect(costOf(found)).toBeCloseTo(Math.min(...[...partings(sorted, k)].map(costOf)), 8);
    }
  });

  it("are as many as there are values, and none of nothing", () => {
    expect([naturalBreaks([], 5), naturalBreaks([4, 4], 5), naturalBreaks([3, 1, 3, 2], 5)]).toEqual([[], [4], [1, 2, 3]]);
  });
});

const square = (west: number, south: number) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
];
const feature = (properties: object | null, coordinates: unknown = [square(112, 29)], type = "Polygon") => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: readonly object[]): string => JSON.stringify({ type: "FeatureCollection", features });

describe("areas of a customer's map", () => {
  it("are polygons with a name or a code, under many keys, several features of one area together", () => {
    const { areas, ground } = readAreas(
      `\uFEFF${collection(
        feature({ NAME: "东渡区", adcode: 990101 }),
        feature({ NAME: "东渡区", adcode: 990101 }, [[square(114, 29)], [square(115, 29)]], "MultiPolygon"),
        feature({ 名称: "临港区" }),
        feature({ gb: "156330106", name: "西湖区" }),
        feature(
          { name: "江滨大道" },
          [
            [112, 29],
            [113, 30],
          ],
          "LineString",
        ),
        feature({ kind: "lake" }),
        feature(null),
        feature({ name: "坏" }, [[["x", 1]]]),
      )}`,
    );
    expect(areas.map(({ name, code, polygons }) => [name, code, polygons.length])).toEqual([
      ["东渡区", "990101", 3],
      ["临港区", "", 1],
      ["西湖区", "330106", 1],
    ]);
    expect(ground).toHaveLength(4);
  });
});

const cell = (count: number, yearly: number | null = null): StatisticsCell => ({
  count,
  amount: null,
  last: null,
  lastAmount: null,
  year: null,
  yearAmount: null,
  isSmall: count > 0 && count < 5,
  test: null,
  rate: yearly === null ? null : { value: yearly, low: 0, high: 0, yearly, yearlyLow: yearly / 2, yearlyHigh: yearly * 2 },
});

type Place = readonly [label: string, cell: StatisticsCell, point?: readonly [number, number]];

function aTable(...places: readonly Place[]): TableOf<unknown> {
  return {
    by: ["place"],
    measure: "cases",
    basis: "occurred",
    period: null,
    last: null,
    year: null,
    rows: places.map(([label]) => ({ code: label, label: label || "不详" })),
    columns: null,
    cells: places.map(([, own]) => [own]),
    rowTotals: places.map(([, own]) => own),
    columnTotals: null,
    total: cell(9),
    undated: 0,
    dataFrom: "2026-05-01",
    dataTo: "2026-11-22",
    baseline: null,
    population: null,
    points: places.map(([, , point]) => (point === undefined ? null : { longitude: point[0], latitude: point[1], cases: 1 })),
  };
}

const map = collection(
  feature({ name: "云津市东渡区", adcode: 990101 }),
  feature({ name: "临港区", adcode: 990102 }, [square(113, 29)]),
  feature({ name: "桥东区", adcode: 990103 }, [square(114, 29)]),
  feature({ name: "云湖" }, [square(115, 29)]),
);

describe("the map of places", () => {
  const table = aTable(
    ["东渡区", cell(24, 68)],
    ["临港区", cell(13)],
    ["青石县", cell(9, 20), [112.2, 29.1]],
    ["柳湾区", cell(2)],
    ["", cell(1)],
  );

  it("shades areas by class, draws circles where only coordinates are known, and names what is nowhere", () => {
    const { areas, circles, nowhere, classes, ground } = placeMap(table, map, "count");
    expect(areas.map(({ area, place, shade }) => [area.name, place?.label, shade])).toEqual([
      ["云津市东渡区", "东渡区", 5],
      ["临港区", "临港区", 1],
      ["桥东区", undefined, 0],
    ]);
    expect(classes).toEqual([
      { from: 13, to: 13, count: 1, shade: 1 },
      { from: 24, to: 24, count: 1, shade: 5 },
    ]);
    expect(circles.map(({ place, size, longitude }) => [place.label, size, longitude])).toEqual([["青石县", Math.sqrt(9 / 24), 112.2]]);
    expect(nowhere.map(({ label }) => label)).toEqual(["柳湾区", "不详"]);
    expect(ground).toHaveLength(1);
  });

  it("of rates leaves places without one unshaded", () => {
    const { areas, circles } = placeMap(table, map, "rate");
    expect(areas.map(({ place, shade }) => [place?.value ?? null, shade])).toEqual([
      [68, 3],
      [null, 0],
      [null, 0],
    ]);
    expect(circles.map(({ place }) => place.value)).toEqual([20]);
  });

  it("without a base map is circles, without coordinates nothing", () => {
    expect(placeMap(table, null, "count")).toMatchObject({ areas: [], circles: [{ place: { label: "青石县" } }] });
    const bare = placeMap(aTable(["东渡区", cell(3)]), null, "count");
    expect([bare.areas.length, bare.circles.length, bare.nowhere.length]).toEqual([0, 0, 1]);
  });

  it("does not choose between two areas of one name", () => {
    const two = collection(feature({ name: "鼓楼区", adcode: 320106 }), feature({ name: "鼓楼区", adcode: 350102 }, [square(118, 29)]));
    expect(placeMap(aTable(["鼓楼区", cell(3)]), two, "count").nowhere).toHaveLength(1);
    expect(placeMap(aTable(["350102", cell(3)]), two, "count").areas.map(({ place }) => place?.label)).toEqual([undefined, "350102"]);
  });

  it("leaves as a picture with legend, approval and what is nowhere; holes stay open", () => {
    const say = (key: string, values: Readonly<Record<string, unknown>> = {}) => [key, ...Object.values(values)].join(" ");
    const paper = {
      map: placeMap(table, map, "count"),
      table,
      figure: "count" as const,
      approval: "审图号：GS(2024)0000号",
      footer: "制作",
    };
    const svg = drawMap(paper, "案发辖区统计", say);
    for (const part of ["审图号：GS(2024)0000号", "东渡区", ">24<", "青石县", "柳湾区 2", "statistics.map.class 13 1", "29.5°"])
      expect(svg).toContain(part);
    expect(svg.match(/<path /g)).toHaveLength(4);
    const frame = frameOf(paper.map, { left: 0, top: 0, width: 100, height: 100 });
    const ring = square(112, 29) as [number, number][];
    expect(ringPath(ring, frame, true)).toBe(ringPath(ring.toReversed(), frame, true));
    expect(ringPath(ring, frame, true)).not.toBe(ringPath(ring, frame, false));
  });
});
