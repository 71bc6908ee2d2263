// What stands under the canvas: the histogram at the left, one of the linked views at the right, and the edge that is dragged to make them taller.
import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useRef } from "react";
import { matrixNames } from "../../../../shared/chart/views/matrices.ts";
import { useWords } from "../../../i18n/index.ts";
import { Segmented, Skeleton } from "../../../parts/index.ts";
import { changeDocks, type DockView, dockHeights, dockViews, resetDocks, resizeDocks, useChartDocks } from "../../../state/chartDocks.ts";
import { useTokens } from "../../../state/preferences.ts";
import { DockTabs } from "./DockTabs.tsx";
import { matrixKeys, viewKeys } from "./dockWords.ts";
import { FacetDock } from "./FacetDock.tsx";
import { HeatDock } from "./HeatDock.tsx";
import { TableDock } from "./TableDock.tsx";
import { TimelineBody, TimelineTools } from "./TimelineDock.tsx";
import "./docks.css";

const MapDock = lazy(async () => ({ default: (await import("./MapDock.tsx")).MapDock }));

const bodies: Readonly<Record<DockView, () => React.ReactNode>> = {
  time: TimelineBody,
  heat: HeatDock,
  map: MapDock as unknown as () => React.ReactNode,
  table: TableDock,
};

function MatrixChoice() {
  const t = useWords();
  const matrix = useChartDocks((state) => state.matrix);
  return (
    <Segmented
      label={t("chart.heat.which")}
      value={matrix}
      options={matrixNames.map((value) => ({ value, text: t(matrixKeys[value]) }))}
      onChange={(next) => changeDocks({ matrix: next })}
    />
  );
}

const nudge = 16;

/** The upper edge of the docks: dragged, by arrow keys, back to the usual height by a double click. */
function Edge({ height }: { readonly height: number }) {
  const t = useWords();
  const { unit } = useTokens().scale;
  const began = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const move = (event: PointerEvent) => {
    if (began.current !== null) resizeDocks(began.current.height + (began.current.y - event.clientY) / unit);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowUp: nudge, ArrowDown: -nudge }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    resizeDocks(height + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no rule
    <div
      className="cw-dock-edge"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t("chart.dock.edge")}
      aria-valuenow={height}
      aria-valuemin={dockHeights.least}
      aria-valuemax={dockHeights.most}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        began.current = { y: event.clientY, height };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        began.current = null;
      }}
      onDoubleClick={resetDocks}
      onKeyDown={press}
    />
  );
}

export function ChartDocks() {
  const t = useWords();
  const { view, heights } = useChartDocks();
  const Body = bodies[view];
  return (
    <div className="cw-chart-docks" style={{ height: `calc(${heights[view]} * var(--cw-u))` }}>
      <Edge height={heights[view]} />
      <FacetDock />
      <section className="cw-dock cw-dock-view" data-panel="" tabIndex={-1} aria-label={t(viewKeys[view])}>
        <DockTabs
          label={t("chart.dock.views")}
          tabs={dockViews.map((id) => ({ id, word: t(viewKeys[id]) }))}
          active={view}
          onChoose={(id) => changeDocks({ view: id })}
        >
          {view === "time" && <TimelineTools />}
          {view === "heat" && <MatrixChoice />}
        </DockTabs>
        <Suspense fallback={<Skeleton rows={5} />}>
          <Body />
        </Suspense>
      </section>
    </div>
  );
}
