// Layers of the map of places: areas in shades, circles in proportion, their names and figures. Colours are those of the theme.
import Feature from "ol/Feature.js";
import MultiPolygon from "ol/geom/MultiPolygon.js";
import Point from "ol/geom/Point.js";
import VectorLayer from "ol/layer/Vector.js";
import { fromLonLat } from "ol/proj.js";
import VectorSource from "ol/source/Vector.js";
import Circle from "ol/style/Circle.js";
import Fill from "ol/style/Fill.js";
import Stroke from "ol/style/Stroke.js";
import Style from "ol/style/Style.js";
import Text from "ol/style/Text.js";
import { middleOf } from "../../../../shared/review/statistics/drawMap.ts";
import type { PlaceMap, ShownArea, ShownCircle, ShownPlace } from "../../../../shared/review/statistics/placeMap.ts";
import { fontFamily, type Tokens } from "../../../styles/tokens.ts";

const largestCircle = 34;
const alpha = "d0";

export interface PlaceLook {
  readonly tokens: Tokens;
  /** Code of the place whose cases are open. */
  readonly chosen: string | null;
  /** Figure of a place in words. */
  readonly say: (place: ShownPlace) => string;
}

/** Ink on the darker half of the steps is the ground's colour, in every theme. */
const inkOn = (shade: number, { palette }: Tokens): string => (shade >= 3 ? palette.surface : palette.text);

function words(text: string, size: number, ink: string, halo: string, offsetY = 0): Text {
  return new Text({
    text,
    offsetY,
    font: `600 ${size}px ${fontFamily}`,
    fill: new Fill({ color: ink }),
    stroke: new Stroke({ color: halo, width: 3 }),
    overflow: true,
  });
}

function drawArea({ area, place, shade }: ShownArea, { tokens, chosen, say }: PlaceLook): Feature {
  const { palette, scale } = tokens;
  const fill = palette.seq[shade]!;
  const isChosen = place !== null && place.code === chosen;
  const shape = new MultiPolygon(area.polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => fromLonLat([x, y])))));
  const feature = new Feature({ geometry: shape, place });
  const text = [place?.label ?? area.name, ...(place === null ? [] : [say(place)])].join("\n");
  const label = words(text, scale.small, inkOn(shade, tokens), fill);
  feature.setStyle([
    new Style({
      fill: new Fill({ color: fill }),
      stroke: new Stroke({ color: isChosen ? palette.accent : palette.lineStrong, width: isChosen ? 3 : scale.lineWidth }),
      zIndex: isChosen ? 1 : 0,
    }),
    new Style({ geometry: new Point(fromLonLat([...middleOf(area.polygons)])), text: label, zIndex: 2 }),
  ]);
  return feature;
}

function drawCircle({ place, longitude, latitude, size }: ShownCircle, { tokens, chosen, say }: PlaceLook): Feature {
  const { palette, scale } = tokens;
  const isChosen = place.code === chosen;
  const radius = Math.max(5, size * largestCircle * scale.nodeFactor ** 0.5);
  const feature = new Feature({ geometry: new Point(fromLonLat([longitude, latitude])), place });
  feature.setStyle(
    new Style({
      image: new Circle({
        radius,
        fill: new Fill({ color: `${palette.seq[3]}${alpha}` }),
        stroke: new Stroke({ color: isChosen ? palette.accent : palette.surface, width: isChosen ? 4 : 1.5 }),
      }),
      text: words(`${place.label}\n${say(place)}`, scale.small, palette.text, palette.canvas, radius + 1.4 * scale.small),
      zIndex: isChosen ? 1 : 0,
    }),
  );
  return feature;
}

export function placeLayer(map: PlaceMap, look: PlaceLook): VectorLayer {
  const features = [...map.areas.map((one) => drawArea(one, look)), ...map.circles.map((one) => drawCircle(one, look))];
  return new VectorLayer({ properties: { name: "places" }, source: new VectorSource({ features }) });
}
