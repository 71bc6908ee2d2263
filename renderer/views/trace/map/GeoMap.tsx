// The map itself: OpenLayers on a canvas, without the internet. A graticule, the customer's base map, points, tracks or squares.
import { defaults as controls } from "ol/control/defaults.js";
import ScaleLine from "ol/control/ScaleLine.js";
import { boundingExtent } from "ol/extent.js";
import OlMap from "ol/Map.js";
import { fromLonLat } from "ol/proj.js";
import View from "ol/View.js";
import { useEffect, useRef } from "react";
import type { MapPoint } from "../../../../shared/trace/mapCalls.ts";
import { useTokens } from "../../../state/preferences.ts";
import type { Spot } from "./mapFigures.ts";
import { baseLayer, fillFeatures, type MapLook, makeLayers, scaleBarPixels } from "./mapLayers.ts";
import "ol/ol.css";

export interface GeoMapProps {
  readonly label: string;
  /** All that was asked for: the view is fitted to it. */
  readonly all: readonly MapPoint[];
  /** What is shown of it. */
  readonly points: readonly MapPoint[];
  readonly look: MapLook;
  /** GeoJSON of the base map, or null. */
  readonly base: string | null;
  readonly chosen: ReadonlySet<MapPoint>;
  readonly onChoose: (spot: Spot) => void;
}

/** Wide enough for a scene, close enough for a street. */
const farthest = 3;
const closest = 18;
const fitPixels = 48;

export function GeoMap({ label, all, points, look, base, chosen, onChoose }: GeoMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<OlMap | null>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const tokens = useTokens();

  useEffect(() => {
    const made = new OlMap({
      target: box.current!,
      controls: controls({ attribution: false, rotate: false, zoom: false }).extend([new ScaleLine({ minWidth: scaleBarPixels })]),
      view: new View({ center: [0, 0], zoom: 4, minZoom: farthest, maxZoom: closest, enableRotation: false, constrainResolution: false }),
    });
    made.on("click", (event) => {
      const found = made.forEachFeatureAtPixel(event.pixel, (feature) => feature.get("spot") as Spot | undefined, { hitTolerance: 6 });
      if (found !== undefined) choose.current(found);
    });
    made.on("pointermove", (event) => {
      const isOver = made.hasFeatureAtPixel(event.pixel, { hitTolerance: 6, layerFilter: (layer) => layer.get("name") === "points" });
      made.getViewport()?.style.setProperty("cursor", isOver ? "pointer" : "");
    });
    map.current = made;
    return () => made.setTarget(undefined);
  }, []);

  useEffect(() => {
    map.current!.setLayers([...baseLayer(base, tokens), ...makeLayers(tokens)]);
  }, [base, tokens]);

  useEffect(() => {
    fillFeatures(map.current!, { points, look, chosen, tokens });
  }, [points, look, chosen, tokens]);

  useFit(map, all);
  return <section ref={box} className="cw-geo" aria-label={label} />;
}

/** When other facts are asked for, not at every step of the playback. */
function useFit(map: { readonly current: OlMap | null }, all: readonly MapPoint[]): void {
  useEffect(() => {
    if (all.length === 0) return;
    const extent = boundingExtent(all.map(({ longitude, latitude }) => fromLonLat([longitude, latitude])));
    map.current?.getView().fit(extent, { padding: Array.from({ length: 4 }, () => fitPixels), maxZoom: 15 });
  }, [map, all]);
}
