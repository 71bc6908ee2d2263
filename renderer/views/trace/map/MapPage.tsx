// Where it happened and who was there: a map without the internet, with everything on it in order of time beside it.
import { useMemo, useState } from "react";
import type { BaseMap, MapAnswer, MapPoint } from "../../../../shared/trace/mapCalls.ts";
import { entityName, shownKey, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  KindGlyph,
  PageTitle,
  Panel,
  Segmented,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { selectEntities, useSelection } from "../../../state/selection.ts";
import { useCall } from "../../../state/useCall.ts";
import type { TracePageProps } from "../page.ts";
import { BaseMapMenu } from "./BaseMapMenu.tsx";
import { GeoMap } from "./GeoMap.tsx";
import { findPeriod, happenedBy } from "./mapFigures.ts";
import { type MapLook, mapLooks } from "./mapLayers.ts";
import { Playback } from "./Playback.tsx";
import "./map.css";

const lookKeys: Readonly<Record<MapLook, string>> = { points: "trace.map.points", heat: "trace.map.heat" };

/** Case numbers of one unit differ in their tail. */
const nameOf = (entity: string, label: string): string =>
  shownKind(entity) === "case" ? `…${shownKey(entity).slice(-8)}` : entityName(entity, label);

const keyOf = (point: MapPoint): string => `${point.entity} ${point.from} ${point.place}`;

function useColumns(): readonly Column<MapPoint>[] {
  const t = useWords();
  return [
    {
      key: "from",
      title: t("trace.map.time"),
      width: "128px",
      render: ({ from }) => <span className="cw-number">{formatTime(from)}</span>,
      text: ({ from }) => from ?? "",
    },
    {
      key: "entity",
      title: t("trace.map.who"),
      width: "minmax(118px, 0.8fr)",
      render: ({ entity, label }) => (
        <span className="cw-entity">
          <KindGlyph kind={shownKind(entity)} size={16} />
          <span className="cw-label">{nameOf(entity, label)}</span>
        </span>
      ),
      text: ({ label }) => label,
    },
    {
      key: "place",
      title: t("trace.map.place"),
      width: "minmax(90px, 1.2fr)",
      render: ({ place, placeLabel }) => <span className="cw-label">{entityName(place, placeLabel)}</span>,
      text: ({ placeLabel }) => placeLabel,
    },
  ];
}

/** What is shown: the subjects by name, or all cases. */
function Subject({ about, points }: { readonly about: readonly string[]; readonly points: readonly MapPoint[] }) {
  const t = useWords();
  if (about.length === 0) return <Tag>{t("trace.map.allCases")}</Tag>;
  return about.map((ref) => (
    <Tag key={ref} tone="accent">
      {ref.startsWith("series:") ? ref.slice("series:".length) : entityName(ref, points.find(({ entity }) => entity === ref)?.label ?? "")}
    </Tag>
  ));
}

interface MapHeadProps {
  readonly about: readonly string[];
  readonly answer: MapAnswer | null;
  readonly look: MapLook;
  readonly onLook: (look: MapLook) => void;
  readonly base: BaseMap | null;
}

function MapHead({ about, answer, look, onLook, base }: MapHeadProps) {
  const t = useWords();
  return (
    <PageTitle
      title={t("trace.map.title")}
      note={
        <span className="cw-entity">
          <Subject about={about} points={answer?.points ?? []} />
          {answer !== null && answer.unplaced > 0 && <span>{t("trace.map.unplaced", { count: formatCount(answer.unplaced) })}</span>}
        </span>
      }
      tools={
        <>
          <Segmented
            label={t("trace.map.look")}
            value={look}
            onChange={onLook}
            options={mapLooks.map((value) => ({ value, text: t(lookKeys[value]) }))}
          />
          <BaseMapMenu base={base} />
        </>
      }
    />
  );
}

interface MapBodyProps {
  readonly all: readonly MapPoint[];
  readonly look: MapLook;
  readonly base: BaseMap | null;
}

function MapBody({ all, look, base }: MapBodyProps) {
  const t = useWords();
  const columns = useColumns();
  const isMasked = usePreferences((state) => state.isMasked);
  const [moment, setMoment] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [chosen, setChosen] = useState<MapPoint | null>(null);
  const points = useMemo(() => happenedBy(all, moment), [all, moment]);
  const period = useMemo(() => findPeriod(all), [all]);
  const ringed = useMemo(() => new Set(chosen === null ? [] : [chosen]), [chosen]);
  const choose = (point: MapPoint) => {
    setChosen(point);
    selectEntities([point.entity]);
  };
  return (
    <div className="cw-trace-split cw-map-split">
      <section className="cw-panel cw-map-panel" aria-label={t("trace.map.title")}>
        <GeoMap
          label={t("trace.map.title")}
          all={all}
          points={points}
          look={look}
          base={base?.geojson ?? null}
          chosen={ringed}
          onChoose={(spot) => choose(spot.points[0]!)}
        />
        <p className="cw-map-foot cw-small cw-quiet">
          <span>{base === null ? t("trace.map.noBase") : `${base.title} · ${base.approval}`}</span>
          {isMasked && <span>{t("trace.map.rounded")}</span>}
        </p>
        {period !== null && <Playback period={period} moment={moment} isPlaying={isPlaying} onMoment={setMoment} onPlay={setPlaying} />}
      </section>
      <Panel title={t("trace.map.order")} note={t("trace.map.count", { shown: formatCount(points.length), all: formatCount(all.length) })}>
        <DataTable
          label={t("trace.map.order")}
          rows={points}
          columns={columns}
          keyOf={keyOf}
          selectedKey={chosen === null ? null : keyOf(chosen)}
          onSelect={choose}
          onOpen={({ entity }) => goTo("chart", entity)}
        />
      </Panel>
    </div>
  );
}

export function MapPage({ about }: TracePageProps) {
  const t = useWords();
  const { from, until } = useSelection((state) => state.timeWindow);
  const { data, error, reload } = useCall("trace.placeOnMap", { about: [...about], since: from, until }, ["facts", "group"]);
  const { data: base } = useCall("trace.readBaseMap", {}, ["map"]);
  const [look, setLook] = useState<MapLook>("points");
  return (
    <div className="cw-page cw-trace-page">
      <MapHead about={about} answer={data} look={look} onLook={setLook} base={base} />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={12} tall />}
      {data?.points.length === 0 && (
        <EmptyState icon="mapPin" title={t("trace.map.none")}>
          {t("trace.map.noneText")}
        </EmptyState>
      )}
      {data !== null && data.points.length > 0 && <MapBody all={data.points} look={look} base={base} />}
    </div>
  );
}
