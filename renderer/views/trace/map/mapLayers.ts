// Layers of the map from the ground up: base map, graticule, squares, tracks, points. Colours are those of the theme.
import Feature from "ol/Feature.js";
import GeoJSON from "ol/format/GeoJSON.js";
import LineString from "ol/geom/LineString.js";
import Point from "ol/geom/Point.js";
import { fromExtent } from "ol/geom/Polygon.js";
import type BaseLayer from "ol/layer/Base.js";
import Graticule from "ol/layer/Graticule.js";
import VectorLayer from "ol/layer/Vector.js";
import type OlMap from "ol/Map.js";
import { fromLonLat, transformExtent } from "ol/proj.js";
import VectorSource from "ol/source/Vector.js";
import Circle from "ol/style/Circle.js";
import Fill from "ol/style/Fill.js";
import Stroke from "ol/style/Stroke.js";
import Style from "ol/style/Style.js";
import Text from "ol/style/Text.js";
import type { MapPoint } from "../../../../shared/trace/mapCalls.ts";
import { shownKind } from "../../../i18n/entityNames.ts";
import { fontFamily, kindLookOf, type Tokens } from "../../../styles/tokens.ts";
import { chooseSide, countSquares, findTracks, gatherSpots, type HeatSquare, type Spot } from "./mapFigures.ts";

export const mapLooks = ["points", "heat"] as const;
export type MapLook = (typeof mapLooks)[number];

/** Wide enough for its words where the type is large. */
export const scaleBarPixels = 100;

const ground = "EPSG:3857";
const lonLat = "EPSG:4326";

const alpha = (colour: string, share: number): string =>
  `${colour}${Math.round(share * 255)
    .toString(16)
    .padStart(2, "0")}`;

/** Lines and areas of the customer's own map; the names stand where a feature has one. */
export function baseLayer(geojson: string | null, { palette, scale }: Tokens): BaseLayer[] {
  if (geojson === null) return [];
  const source = new VectorSource({ features: new GeoJSON().readFeatures(geojson, { dataProjection: lonLat, featureProjection: ground }) });
  const text = new Text({ font: `${scale.small}px ${fontFamily}`, fill: new Fill({ color: palette.text3 }), overflow: true });
  const style = new Style({
    fill: new Fill({ color: palette.surface }),
    stroke: new Stroke({ color: palette.lineStrong, width: scale.lineWidth }),
    image: new Circle({ radius: 2, fill: new Fill({ color: palette.text3 }) }),
    text,
  });
  return [
    new VectorLayer({
      properties: { name: "base" },
      source,
      declutter: true,
      style: (feature) => {
        text.setText(String(feature.get("name") ?? feature.get("NAME") ?? ""));
        return style;
      },
    }),
  ];
}

/** Letters of a label such as 112° 10′ E, and the room between two of them, in heights of its type: lines are set by the diagonal of a field. */
const labelHeights = 16;

/** Latitudes stand at the left under their line, longitudes at the top beside theirs: neither is crossed by a line or by the other. */
export function makeLayers({ palette, scale }: Tokens): BaseLayer[] {
  const words = {
    font: `${scale.tick}px ${fontFamily}`,
    fill: new Fill({ color: palette.text3 }),
    textAlign: "start" as const,
    textBaseline: "top" as const,
    offsetX: 4,
  };
  const graticule = new Graticule({
    strokeStyle: new Stroke({ color: palette.line, width: 1 }),
    showLabels: true,
    wrapX: false,
    targetSize: labelHeights * scale.tick,
    lonLabelPosition: 1,
    latLabelPosition: 0,
    lonLabelStyle: new Text({ ...words, offsetY: 2 }),
    latLabelStyle: new Text({ ...words, offsetY: 4 }),
  });
  const vector = (name: string) => new VectorLayer({ properties: { name }, source: new VectorSource() });
  return [graticule, vector("heat"), vector("tracks"), vector("points")];
}

export interface MapContent {
  readonly points: readonly MapPoint[];
  readonly look: MapLook;
  readonly chosen: ReadonlySet<MapPoint>;
  readonly tokens: Tokens;
}

export function fillFeatures(map: OlMap, { points, look, chosen, tokens }: MapContent): void {
  const put = (name: string, features: readonly Feature[]) => {
    const layer = map.getAllLayers().find((one) => one.get("name") === name);
    const source = layer?.getSource() as VectorSource;
    source.clear(true);
    source.addFeatures([...features]);
  };
  const isHeat = look === "heat";
  put("heat", isHeat ? drawSquares(countSquares(points, chooseSide(points)), tokens) : []);
  put("tracks", isHeat ? [] : findTracks(points).map((track) => drawTrack(track.entity, track.steps, tokens)));
  put(
    "points",
    isHeat
      ? []
      : gatherSpots(points).map((spot) =>
          drawSpot(
            spot,
            spot.points.some((point) => chosen.has(point)),
            tokens,
          ),
        ),
  );
}

/** Area in proportion to the number of points, within limits; the number stands in it. */
function drawSpot(spot: Spot, isChosen: boolean, { theme, palette, scale }: Tokens): Feature {
  const { fill, ink } = kindLookOf(shownKind(spot.points[0]!.entity));
  const count = spot.points.length;
  const radius = Math.min(18, 5 + 2.2 * Math.sqrt(count)) * scale.nodeFactor ** 0.5;
  const feature = new Feature({ geometry: new Point(fromLonLat([spot.longitude, spot.latitude])), spot });
  feature.setStyle(
    new Style({
      image: new Circle({
        radius,
        fill: new Fill({ color: alpha(fill[theme], 0.85) }),
        stroke: new Stroke({ color: isChosen ? palette.accent : palette.surface, width: isChosen ? 4 : 1.5 }),
      }),
      ...(count > 1 && radius > 8
        ? { text: new Text({ text: String(count), font: `600 ${scale.tick}px ${fontFamily}`, fill: new Fill({ color: ink[theme] }) }) }
        : {}),
      zIndex: isChosen ? 1 : 0,
    }),
  );
  return feature;
}

function drawTrack(entity: string, steps: readonly (readonly [number, number])[], { theme, scale }: Tokens): Feature {
  const feature = new Feature({ geometry: new LineString(steps.map(([longitude, latitude]) => fromLonLat([longitude, latitude]))) });
  const colour = kindLookOf(shownKind(entity)).fill[theme];
  feature.setStyle(new Style({ stroke: new Stroke({ color: alpha(colour, 0.45), width: 2 * scale.lineWidth }) }));
  return feature;
}

/** Six steps of one colour, by share of the fullest square. */
function drawSquares(squares: readonly HeatSquare[], { palette, scale }: Tokens): Feature[] {
  const most = squares.at(-1)?.count ?? 1;
  return squares.map(({ west, south, side, count }) => {
    const step = Math.min(5, Math.ceil((6 * count) / most) - 1);
    const feature = new Feature({ geometry: fromExtent(transformExtent([west, south, west + side, south + side], lonLat, ground)) });
    feature.setStyle(
      new Style({
        fill: new Fill({ color: alpha(palette.seq[step]!, 0.8) }),
        text: new Text({
          text: String(count),
          font: `${scale.tick}px ${fontFamily}`,
          fill: new Fill({ color: step >= 3 ? palette.surface : palette.text }),
          overflow: false,
        }),
      }),
    );
    return feature;
  });
}
