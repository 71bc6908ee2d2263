// Runs a layout that was asked for, as one step, and moves the camera when told. Camera moves are never steps.
import type { Core } from "cytoscape";
import { useEffect } from "react";
import { layoutInput } from "../../../../shared/chart/layouts/layoutInput.ts";
import { type CameraMove, moveCamera, moveNodes, placeFirst, useChart } from "../../../state/chart.ts";
import { reportError } from "../../../state/toasts.ts";
import { runLayout } from "../runLayout.ts";

const padding = 48;
/** A small chart is not blown up beyond its natural size. */
const mostFitZoom = 1.25;
const zoomStep = 1.3;

export function LayoutController({ cy }: { readonly cy: Core }) {
  const layout = useChart((state) => state.layout);
  const camera = useChart((state) => state.camera);
  useEffect(() => {
    if (layout === null) return;
    const abort = new AbortController();
    const input = layoutInput(useChart.getState().chart.model);
    runLayout(layout.id, input, abort.signal).then((places) => {
      if (abort.signal.aborted) return;
      const points = input.refs.map((_, i) => ({ x: places[2 * i]!, y: places[2 * i + 1]! }));
      if (layout.isFirst) placeFirst(input.refs, points);
      else moveNodes(input.refs, points, "layout");
      useChart.setState({ layout: null });
      setTimeout(() => moveCamera("fit"), layout.isFirst ? 0 : 280);
    }, reportError);
    return () => abort.abort();
  }, [layout]);
  useEffect(() => {
    if (camera.turn > 0) cameraMoves[camera.move](cy);
  }, [cy, camera]);
  const asked = useChart((state) => state.asked);
  useEffect(() => {
    if (asked === null) return;
    cy.viewport({ zoom: asked.zoom, pan: { x: asked.x, y: asked.y } });
    useChart.setState({ asked: null });
  }, [cy, asked]);
  return null;
}

function zoomBy(cy: Core, factor: number): void {
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

/** Fits to where nodes will stand, also while they still glide there. */
function fitAll(cy: Core): void {
  cy.nodes().stop(true, true);
  cy.fit(undefined, padding);
  if (cy.zoom() > mostFitZoom) {
    cy.zoom(mostFitZoom);
    cy.center();
  }
}

function showSelection(cy: Core): void {
  const selected = cy.nodes(":selected");
  if (selected.nonempty()) cy.center(selected);
}

const cameraMoves: Readonly<Record<CameraMove, (cy: Core) => void>> = {
  fit: fitAll,
  in: (cy) => zoomBy(cy, zoomStep),
  out: (cy) => zoomBy(cy, 1 / zoomStep),
  selection: showSelection,
};
