// Areas of the customer's own map: polygons with a name or an administrative code, several features of one area together.
import { areaName } from "./population.ts";

export type Position = readonly [longitude: number, latitude: number];
/** The outer ring and its holes. */
export type Polygon = readonly (readonly Position[])[];

export interface MapArea {
  readonly name: string;
  /** Six digits or more; "" where the map tells none. */
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

const nameKeys = ["name", "xzqmc", "fullname", "name_chn", "mc", "名称", "区县", "地区", "行政区", "行政区划", "行政区名称"] as const;
const codeKeys = [
  "adcode",
  "code",
  "gb",
  "xzqdm",
  "pac",
  "adcode99",
  "areacode",
  "divisioncode",
  "行政区划代码",
  "区划代码",
  "代码",
] as const;

function readProperty(properties: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  const own = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
  for (const key of keys) {
    const value = own.get(key);
    if ((typeof value === "string" || typeof value === "number") && String(value).trim() !== "") return String(value).trim();
  }
  return "";
}

/** `156330106` carries the number of the country before the code. */
const plainCode = (text: string): string => (/^156\d{6}$/.test(text) ? text.slice(3) : /^\d{6,12}$/.test(text) ? text : "");

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isPosition = (value: unknown): value is Position => Array.isArray(value) && isNumber(value[0]) && isNumber(value[1]);
const isRing = (value: unknown): value is readonly Position[] => Array.isArray(value) && value.length >= 3 && value.every(isPosition);
const isPolygon = (value: unknown): value is Polygon => Array.isArray(value) && value.length > 0 && value.every(isRing);

/** Empty for lines, points and whatever is no polygon of numbers. */
function polygonsOf({ geometry }: Feature): readonly Polygon[] {
  const { type, coordinates } = geometry ?? {};
  if (type === "Polygon") return isPolygon(coordinates) ? [coordinates] : [];
  if (type === "MultiPolygon" && Array.isArray(coordinates)) return coordinates.filter(isPolygon);
  return [];
}

/** Areas, and the features that are none (roads, lakes without a name): the ground below. */
export function readAreas(geojson: string): { readonly areas: readonly MapArea[]; readonly ground: readonly unknown[] } {
  const { features = [] } = JSON.parse(geojson.replace(/^\uFEFF/, "")) as { readonly features?: readonly Feature[] };
  const areas = new Map<string, MapArea>();
  const ground: Feature[] = [];
  for (const feature of features) {
    const [name, code] = [readProperty(feature.properties ?? {}, nameKeys), plainCode(readProperty(feature.properties ?? {}, codeKeys))];
    const polygons = polygonsOf(feature);
    if (polygons.length === 0 || (name === "" && code === "")) ground.push(feature);
    else {
      const key = code || areaName(name);
      areas.set(key, { name, code, polygons: [...(areas.get(key)?.polygons ?? []), ...polygons] });
    }
  }
  return { areas: [...areas.values()], ground };
}

/** Rings and lines of a feature that is no area: what is drawn of the ground. */
export function linesOf(feature: unknown): readonly (readonly Position[])[] {
  const { geometry } = feature as Feature;
  const isLine = (value: unknown): value is readonly Position[] => Array.isArray(value) && value.length >= 2 && value.every(isPosition);
  if (geometry?.type === "LineString") return isLine(geometry.coordinates) ? [geometry.coordinates] : [];
  if (geometry?.type === "MultiLineString" && Array.isArray(geometry.coordinates)) return geometry.coordinates.filter(isLine);
  return polygonsOf(feature as Feature).flat();
}
