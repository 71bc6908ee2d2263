// From degrees to the paper: equal distances at the middle latitude, good for a district up to a province.
import { number } from "../../chart/xmlText.ts";
import type { Position } from "./mapAreas.ts";
import type { PlaceMap } from "./placeMap.ts";

export interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export interface Frame {
  readonly extent: Extent;
  readonly height: number;
  readonly meridians: readonly number[];
  readonly parallels: readonly number[];
  readonly put: (at: Position) => { readonly x: number; readonly y: number };
}

interface Paper {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Of everything that is shown; a little around a lone point. */
export function extentOf({ areas, circles }: Pick<PlaceMap, "areas" | "circles">): Extent {
  const [ext, grow] = [
    {
      west: Number.POSITIVE_INFINITY,
      east: Number.NEGATIVE_INFINITY,
      south: Number.POSITIVE_INFINITY,
      north: Number.NEGATIVE_INFINITY,
    },
    ([x, y]: Position): void => {
      ext.west = Math.min(ext.west, x);
      ext.east = Math.max(ext.east, x);
      ext.south = Math.min(ext.south, y);
      ext.north = Math.max(ext.north, y);
    },
  ];
  for (const { area } of areas) for (const [outer = []] of area.polygons) outer.forEach(grow);
  for (const { longitude, latitude } of circles) grow([longitude, latitude]);
  const margin = Math.max(0.01, 0.06 * Math.max(ext.east - ext.west, ext.north - ext.south));
  return { west: ext.west - margin, east: ext.east + margin, south: ext.south - margin, north: ext.north + margin };
}

/** Round degrees between two, four to nine of them. */
function roundDegrees(from: number, to: number): readonly number[] {
  const rough = (to - from) / 5;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * unit).find((one) => one >= rough)!;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)));
}

export function frameOf(map: Pick<PlaceMap, "areas" | "circles">, { left, top, width, height }: Paper): Frame {
  const shown = extentOf(map);
  const squeeze = Math.cos((((shown.south + shown.north) / 2) * Math.PI) / 180);
  // What is narrow gets more of what lies beside it, so that the paper is filled.
  const lack = Math.max(0, ((width / height) * (shown.north - shown.south)) / squeeze - (shown.east - shown.west)) / 2;
  const extent = { ...shown, west: shown.west - lack, east: shown.east + lack };
  const scale = Math.min(width / ((extent.east - extent.west) * squeeze), height / (extent.north - extent.south));
  return {
    extent,
    height: number((extent.north - extent.south) * scale),
    meridians: roundDegrees(extent.west, extent.east),
    parallels: roundDegrees(extent.south, extent.north),
    put: ([longitude, latitude]) => ({
      x: left + (longitude - extent.west) * squeeze * scale,
      y: top + (extent.north - latitude) * scale,
    }),
  };
}

/** Twice the signed area: positive where the ring runs against the clock. */
const turning = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/** Holes run the other way round, whatever the file does: so they stay open. */
export function ringPath(ring: readonly Position[], frame: Frame, isOuter: boolean): string {
  const points = turning(ring) > 0 === isOuter ? ring : ring.toReversed();
  return `M${points
    .map((at) => {
      const { x, y } = frame.put(at);
      return `${number(x)} ${number(y)}`;
    })
    .join("L")}Z`;
}
