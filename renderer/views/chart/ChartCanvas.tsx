// Mounts cytoscape once and hands it to the controllers; they alone touch it.
import cytoscape, { type Core } from "cytoscape";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/index.ts";
import { ElementsController } from "./controllers/ElementsController.tsx";
import { EventsController } from "./controllers/EventsController.tsx";
import { LayoutController } from "./controllers/LayoutController.tsx";
import { LooksController } from "./controllers/LooksController.tsx";
import { SelectionController } from "./controllers/SelectionController.tsx";
import { StyleController } from "./controllers/StyleController.tsx";
import { Lasso } from "./Lasso.tsx";
import { NotesLayer } from "./NotesLayer.tsx";

export const zoomLimits = { least: 0.05, most: 4 } as const;

/** Texture while panning and zooming keeps 5,000 nodes fluent without a graphics card. */
function mountChart(container: HTMLElement): Core {
  return cytoscape({
    container,
    minZoom: zoomLimits.least,
    maxZoom: zoomLimits.most,
    textureOnViewport: true,
    boxSelectionEnabled: true,
    pixelRatio: "auto",
    style: [],
  });
}

export interface ChartCanvasProps {
  /** Told the canvas when it is there, for exports. */
  readonly onMount: (cy: Core | null) => void;
  readonly children?: ReactNode;
}

export function ChartCanvas({ onMount, children }: ChartCanvasProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [cy, setCy] = useState<Core | null>(null);
  useEffect(() => {
    const mounted = mountChart(box.current!);
    setCy(mounted);
    onMount(mounted);
    const observer = new ResizeObserver(() => mounted.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      onMount(null);
      mounted.destroy();
    };
  }, [onMount]);
  return (
    <div className="cw-chart-stage" data-panel="" tabIndex={-1}>
      {/* Stands for the style element that cytoscape would add, which the content policy refuses; chart.css says the same. */}
      <i id="__________cytoscape_stylesheet" hidden />
      <div ref={box} className="cw-chart-canvas" role="img" aria-label={t("chart.canvas.name")} aria-describedby="chart-table" />
      {cy && (
        <>
          <ElementsController cy={cy} />
          <StyleController cy={cy} />
          <LooksController cy={cy} />
          <SelectionController cy={cy} />
          <EventsController cy={cy} />
          <LayoutController cy={cy} />
          <NotesLayer cy={cy} />
          <Lasso cy={cy} />
        </>
      )}
      {children}
    </div>
  );
}
