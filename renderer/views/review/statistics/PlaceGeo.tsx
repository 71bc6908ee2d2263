// The map of places on a canvas, without the internet: a click opens a place's cases, the pointer shows its figures.
import { defaults as controls } from "ol/control/defaults.js";
import ScaleLine from "ol/control/ScaleLine.js";
import OlMap from "ol/Map.js";
import { transformExtent } from "ol/proj.js";
import View from "ol/View.js";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type Extent, extentOf } from "../../../../shared/review/statistics/mapFrame.ts";
import type { PlaceMap, ShownPlace } from "../../../../shared/review/statistics/placeMap.ts";
import { useTokens } from "../../../state/preferences.ts";
import { baseLayer, makeLayers, scaleBarPixels } from "../../trace/map/mapLayers.ts";
import { placeLayer } from "./placeLayers.ts";
import "ol/ol.css";

export interface PlaceGeoProps {
  readonly label: string;
  readonly map: PlaceMap;
  readonly chosen: string | null;
  readonly say: (place: ShownPlace) => string;
  readonly onChoose: (place: ShownPlace) => void;
  readonly hover: (place: ShownPlace) => readonly string[];
}

interface Hovered {
  readonly place: ShownPlace;
  readonly left: number;
  readonly top: number;
}

const fitPixels = 24;
const tolerance = { hitTolerance: 3, layerFilter: (layer: { get(name: string): unknown }) => layer.get("name") === "places" };

function createMap(target: HTMLElement): OlMap {
  return new OlMap({
    target,
    controls: controls({ attribution: false, rotate: false, zoom: false }).extend([new ScaleLine({ minWidth: scaleBarPixels })]),
    view: new View({ center: [0, 0], zoom: 4, minZoom: 3, maxZoom: 16, enableRotation: false, constrainResolution: false }),
  });
}

const placeAt = (map: OlMap, pixel: number[]): ShownPlace | undefined =>
  map.forEachFeatureAtPixel(pixel, (feature) => (feature.get("place") as ShownPlace | null) ?? undefined, tolerance);

function useMap(
  box: RefObject<HTMLDivElement | null>,
  onHover: (hovered: Hovered | null) => void,
  choose: RefObject<PlaceGeoProps["onChoose"]>,
) {
  const map = useRef<OlMap | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what it calls is read at the time of the call
  useEffect(() => {
    const made = createMap(box.current!);
    made.on("click", ({ pixel }) => {
      const place = placeAt(made, pixel);
      if (place !== undefined) choose.current(place);
    });
    made.on("pointermove", ({ pixel }) => {
      const place = placeAt(made, pixel);
      made.getViewport()?.style.setProperty("cursor", place === undefined ? "" : "pointer");
      onHover(place === undefined ? null : { place, left: pixel[0]!, top: pixel[1]! });
    });
    made.getViewport()?.addEventListener("pointerleave", () => onHover(null));
    map.current = made;
    return () => made.setTarget(undefined);
  }, []);
  return map;
}

const groundOf = ({ ground }: PlaceMap): string | null =>
  ground.length === 0 ? null : JSON.stringify({ type: "FeatureCollection", features: ground });

export function PlaceGeo({ label, map: shown, chosen, say, onChoose, hover }: PlaceGeoProps) {
  const box = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const map = useMap(box, setHovered, choose);
  const tokens = useTokens();
  useEffect(() => {
    map.current!.setLayers([...baseLayer(groundOf(shown), tokens), ...makeLayers(tokens), placeLayer(shown, { tokens, chosen, say })]);
  }, [map, shown, tokens, chosen, say]);
  const { west, south, east, north }: Extent = extentOf(shown);
  useEffect(() => {
    const extent = transformExtent([west, south, east, north], "EPSG:4326", "EPSG:3857");
    map.current?.getView().fit(extent, { padding: Array.from({ length: 4 }, () => fitPixels), maxZoom: 14 });
  }, [map, west, south, east, north]);
  return (
    <section ref={box} className="cw-geo" aria-label={label}>
      {hovered !== null && (
        <div className="cw-place-tip" style={{ left: hovered.left, top: hovered.top }} role="status">
          <b>{hovered.place.label}</b>
          {hover(hovered.place).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
    </section>
  );
}
