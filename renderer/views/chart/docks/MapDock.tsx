// Where the cases and the places of the chart lie, and who was there by its links. What is selected has a ring; a click selects who is at a spot.
import { useMemo } from "react";
import { chartPlaces } from "../../../../shared/chart/views/chartPlaces.ts";
import { useWords } from "../../../i18n/index.ts";
import { ErrorPanel, formatCount, Skeleton } from "../../../parts/index.ts";
import { useChart } from "../../../state/chart.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { selectEntities, useSelection } from "../../../state/selection.ts";
import { useCall } from "../../../state/useCall.ts";
import { GeoMap } from "../../trace/map/GeoMap.tsx";
import "../../trace/map/map.css";

const placed = ["case", "place"];

export function MapDock() {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const { entities, timeWindow } = useSelection();
  const isMasked = usePreferences((state) => state.isMasked);
  const { nodes, links, disabled, filter } = model;
  const refs = useMemo(() => [...nodes.values()].filter(({ kind }) => placed.includes(kind)).map(({ ref }) => ref), [nodes]);
  const { data, error, reload } = useCall("chart.placeElements", { refs }, ["facts"]);
  const { data: base } = useCall("trace.readBaseMap", {});
  const everywhere = useMemo(() => chartPlaces(model, data?.points ?? [], { from: null, until: null }), [model, data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where nodes stand on the canvas changes nothing here
  const points = useMemo(() => chartPlaces(model, data?.points ?? [], timeWindow), [nodes, links, disabled, filter, data, timeWindow]);
  const chosen = useMemo(() => {
    const lit = new Set(entities);
    return new Set(points.filter(({ entity }) => lit.has(entity)));
  }, [points, entities]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={5} />;
  if (everywhere.length === 0) return <p className="cw-quiet cw-dock-none">{t("chart.map.none", { n: formatCount(data.unplaced) })}</p>;
  return (
    <>
      <GeoMap
        label={t("trace.map.title")}
        all={everywhere}
        points={points}
        look="points"
        base={base?.geojson ?? null}
        chosen={chosen}
        onChoose={(spot) => selectEntities([...new Set(spot.points.map(({ entity }) => entity))])}
      />
      <p className="cw-map-foot cw-small cw-quiet">
        <span>{base === null ? t("trace.map.noBase") : `${base.title} · ${base.approval}`}</span>
        {data.unplaced > 0 && <span>{t("trace.map.unplaced", { count: formatCount(data.unplaced) })}</span>}
        {isMasked && <span>{t("trace.map.rounded")}</span>}
      </p>
    </>
  );
}
