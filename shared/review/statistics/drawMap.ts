// A map of places as a picture: areas in shades of their classes, circles where only coordinates are known, with legend, graticule, approval number and what
// could be shown nowhere. SVG of the few shapes that the printed pictures use.
import { attributes, element, escapeXml, number } from "../../chart/xmlText.ts";
import { palettes } from "../../look/palettes.ts";
import type { Say } from "../paper/say.ts";
import { linesOf, type Polygon, type Position } from "./mapAreas.ts";
import { type Frame, frameOf, ringPath } from "./mapFrame.ts";
import { classText, placeText, titleOfMap } from "./mapWords.ts";
import type { MapFigure, PlaceMap } from "./placeMap.ts";
import type { TableOf } from "./tableShape.ts";
import { aboutLines } from "./words.ts";

const { light } = palettes;
const size = { width: 1000, height: 640, left: 32, top: 84, legend: 220 } as const;
const largestCircle = 34;

type Values = Readonly<Record<string, string | number>>;

const text = (x: number, y: number, words: string, more: Values = {}): string =>
  `<text ${attributes({ x: number(x), y: number(y), "font-size": 13, fill: light.text, ...more })}>${escapeXml(words)}</text>`;

export interface MapPaper {
  readonly map: PlaceMap;
  readonly table: TableOf<unknown>;
  readonly figure: MapFigure;
  /** Under the map: of its base map, or that there is none. */
  readonly approval: string;
  /** When it was made, and the audit entry that tells by whom. */
  readonly footer: string;
}

const pathOf = (polygons: readonly Polygon[], frame: Frame): string =>
  polygons.flatMap((rings) => rings.map((ring, i) => ringPath(ring, frame, i === 0))).join("");

/** Roads, rivers, areas of nobody: as lines. */
function drawGround({ ground }: PlaceMap, frame: Frame): readonly string[] {
  const style = { fill: "none", stroke: light.lineStrong, "stroke-width": 1, "stroke-opacity": 0.6 };
  const path = (line: readonly Position[]): string =>
    line
      .map((at, i) => {
        const { x, y } = frame.put(at);
        return `${i === 0 ? "M" : "L"}${number(x)} ${number(y)}`;
      })
      .join("");
  return ground.flatMap(linesOf).map((line) => element("path", { d: path(line), ...style }));
}

function drawAreas({ map, figure }: MapPaper, frame: Frame, say: Say): readonly string[] {
  const shapes = map.areas.map((one) =>
    element("path", { d: pathOf(one.area.polygons, frame), fill: light.seq[one.shade]!, stroke: light.lineStrong, "stroke-width": 1 }),
  );
  const words = map.areas.flatMap(({ area, place, shade }) => {
    const { x, y } = frame.put(middleOf(area.polygons));
    const fill = shade >= 3 ? light.surface : light.text;
    const centred = { "text-anchor": "middle", fill };
    const below = place === null ? [] : [text(x, y + 17, placeText(place, figure, say), { ...centred, "font-weight": 700 })];
    return [text(x, y, place?.label ?? area.name, centred), ...below];
  });
  return [...shapes, ...words];
}

/** Middle of the extent of the largest polygon: good enough for a label. */
export function middleOf(polygons: readonly Polygon[]): Position {
  const extents = polygons.map(([outer = []]) => {
    const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
    return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
  });
  const areaOf = (one: (typeof extents)[number]) => (one.east - one.west) * (one.north - one.south);
  const largest = extents.reduce((best, one) => (areaOf(one) > areaOf(best) ? one : best));
  return [(largest.west + largest.east) / 2, (largest.south + largest.north) / 2];
}

function drawCircles({ map, figure }: MapPaper, frame: Frame, say: Say): readonly string[] {
  return map.circles.flatMap(({ place, longitude, latitude, size: share }) => {
    const { x, y } = frame.put([longitude, latitude]);
    const r = number(Math.max(4, share * largestCircle));
    return [
      element("circle", { cx: number(x), cy: number(y), r, fill: light.seq[3], "fill-opacity": 0.75, stroke: light.surface }),
      text(x, y + r + 15, `${place.label} ${placeText(place, figure, say)}`, { "text-anchor": "middle" }),
    ];
  });
}

function drawGraticule(frame: Frame): readonly string[] {
  const line = (from: Position, to: Position): string => {
    const [a, b] = [frame.put(from), frame.put(to)];
    return element("line", { x1: number(a.x), y1: number(a.y), x2: number(b.x), y2: number(b.y), stroke: light.line, "stroke-width": 1 });
  };
  const { west, east, south, north } = frame.extent;
  const words = { "font-size": 11, fill: light.text3 };
  return [
    ...frame.meridians.flatMap((at) => [
      line([at, south], [at, north]),
      text(frame.put([at, south]).x, size.top + frame.height + 14, `${at}°`, { ...words, "text-anchor": "middle" }),
    ]),
    ...frame.parallels.flatMap((at) => [line([west, at], [east, at]), text(size.left, frame.put([west, at]).y - 3, `${at}°`, words)]),
  ];
}

function drawLegend({ map, figure, table }: MapPaper, say: Say): readonly string[] {
  const x = size.width - size.legend;
  const isWithNothing = map.areas.some(({ shade }) => shade === 0);
  const lines = [
    ...map.classes.map((one) => ({ fill: light.seq[one.shade]!, words: classText(one, figure, table.measure, say) })),
    ...(isWithNothing ? [{ fill: light.seq[0], words: say("statistics.map.nothing") }] : []),
  ];
  const shades = lines.flatMap(({ fill, words }, i) => [
    element("rect", { x, y: size.top + 24 + i * 26, width: 28, height: 18, fill, stroke: light.lineStrong, "stroke-width": 1 }),
    text(x + 38, size.top + 38 + i * 26, words),
  ]);
  return [text(x, size.top + 10, titleOfMap(figure, table.measure, say), { "font-weight": 700 }), ...shades];
}

/** `title`: above the map. */
export function drawMap(paper: MapPaper, title: string, say: Say): string {
  const { map, table, approval, footer } = paper;
  const frame = frameOf(map, { ...size, width: size.width - size.left - size.legend - 20 });
  const about = aboutLines(table, say);
  const nowhere =
    map.nowhere.length === 0
      ? []
      : [
          say("statistics.map.nowhere", {
            places: map.nowhere.map(({ label, cell }) => `${label} ${cell.count}`).join(say("statistics.map.comma")),
          }),
        ];
  const foot = size.top + frame.height + 44;
  const circles = map.circles.length === 0 ? [] : [say("statistics.map.circles")];
  const lines = [approval, ...circles, ...nowhere, ...about.slice(1), footer];
  const height = foot + lines.length * 19;
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: size.width, height, viewBox: `0 0 ${size.width} ${height}`, "font-family": "sans-serif" },
    [
      element("rect", { x: 0, y: 0, width: size.width, height, fill: "#ffffff" }),
      text(size.left, 36, title, { "font-size": 20, "font-weight": 700 }),
      text(size.left, 58, about[0]!, { fill: light.text2 }),
      ...drawGraticule(frame),
      ...drawGround(map, frame),
      ...drawAreas(paper, frame, say),
      ...drawCircles(paper, frame, say),
      ...drawLegend(paper, say),
      ...lines.map((line, i) => text(size.left, foot + i * 19, line, { "font-size": 12, fill: light.text2 })),
    ].join(""),
  );
}
