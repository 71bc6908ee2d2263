// Runs a layout that was asked for, as one step, and moves the camera when told. Camera moves are never steps.
import type { Core } from "cytoscape";
import { useEffect } from "react";
import { drawnOf } from "../../../../shared/chart/drawn/index.ts";
import { type LayoutInput, layoutInput, type Places } from "../../../../shared/chart/layouts/layoutInput.ts";
import { packPositions } from "../../../../shared/chart/operations.ts";
import { type CameraMove, type LayoutOrder, moveCamera, moveNodes, placeFirst, useChart } from "../../../state/chart.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import { runLayout } from "../runLayout.ts";

const padding = 48;
/** A small chart is not blown up beyond its natural size. */
const mostFitZoom = 1.25;
const zoomStep = 1.3;

export function LayoutController({ cy }: { readonly cy: Core }) {
  const layout = useChart((state) => state.layout);
  const camera = useChart((state) => state.camera);
  useEffect(() => (layout === null ? undefined : startLayout(cy, layout)), [cy, layout]);
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

/** Runs it; gives back how to end it. Pictures on the way are only shown: the model knows nothing of them. */
function startLayout(cy: Core, layout: LayoutOrder): () => void {
  const abort = new AbortController();
  const { model } = useChart.getState().chart;
  const input = layoutInput(model, layout.only ?? undefined, layout.centre);
  const others = [...model.positions].filter(([ref]) => layout.only !== null && !layout.only.has(ref)).map(([, place]) => place);
  const question = { id: layout.id, input, others: layout.only === null ? null : packPositions(others) };
  const watch = { signal: abort.signal, enough: layout.enough.signal, onPicture: (places: Places) => showPlaces(cy, input, places) };
  runLayout(question, watch).then(
    ({ places, isSettled }) => {
      if (abort.signal.aborted) return;
      useChart.setState({ layout: null });
      const points = input.refs.map((_, i) => ({ x: places[2 * i]!, y: places[2 * i + 1]! }));
      if (layout.isFirst) placeFirst(input.refs, points);
      else moveNodes(input.refs, points, "layout");
      if (!isSettled) tell("chart.toast.layoutStopped");
      if (layout.only === null) setTimeout(() => moveCamera("fit"), layout.isFirst ? 0 : 280);
    },
    (reason) => {
      const { layout: now } = useChart.getState();
      if (now === layout) useChart.setState({ layout: null });
      if (now === layout || now === null) restorePlaces(cy);
      reportError(reason);
    },
  );
  return () => abort.abort();
}

function showPlaces(cy: Core, input: LayoutInput, places: Places): void {
  cy.batch(() => {
    input.refs.forEach((ref, i) => void cy.getElementById(ref).position({ x: places[2 * i]!, y: places[2 * i + 1]! }));
  });
  cy.fit(undefined, padding);
}

/** As the model has them. */
function restorePlaces(cy: Core): void {
  const { positions } = drawnOf(useChart.getState().chart.model);
  cy.batch(() => {
    for (const [ref, place] of positions) cy.getElementById(ref).position({ ...place });
  });
  cy.fit(undefined, padding);
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
