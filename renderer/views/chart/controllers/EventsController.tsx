// What a mouse does on the canvas: clear, expand, drag, hover, zoom levels. Keys are in chartKeys.ts.
import type { Core, EventObject, EventObjectNode } from "cytoscape";
import { useEffect } from "react";
import { recordOf } from "../../../../shared/chart/drawn/mergeRecords.ts";
import { detailLevel } from "../../../../shared/chart/styleRules.ts";
import { dropNodes, showMenu, useChart } from "../../../state/chart.ts";
import { selectEntities } from "../../../state/selection.ts";

/** The level follows once the wheel has rested, so that a zoom never waits for new labels. */
const levelDelayMilliseconds = 120;

export function EventsController({ cy }: { readonly cy: Core }) {
  const tool = useChart((state) => state.tool);
  useEffect(() => listenClicks(cy), [cy]);
  useEffect(() => listenDrags(cy), [cy]);
  useEffect(() => listenZoom(cy), [cy]);
  useEffect(() => {
    cy.autoungrabify(tool === "pan");
    cy.autounselectify(tool === "pan");
  }, [cy, tool]);
  return null;
}

function openMenuAt(event: EventObjectNode): void {
  const { x, y } = event.target.renderedPosition();
  const { nodes, drafts } = useChart.getState().chart.model;
  const ref = recordOf(event.target.id());
  if (!nodes.has(ref) || drafts.has(ref)) return;
  selectEntities([ref]);
  showMenu({ ref, x, y });
}

const closeMenu = (): void => showMenu(null);

function clearOnGround(event: EventObject): void {
  if (event.target !== event.cy) return;
  event.cy.elements(":selected").unselect();
  showMenu(null);
}

function listenClicks(cy: Core): () => void {
  const hover = (event: EventObject): void => void event.target.addClass("hovered");
  const leave = (event: EventObject): void => void event.target.removeClass("hovered");
  cy.on("cxttap", "node", openMenuAt);
  cy.on("dbltap", "node", openMenuAt);
  cy.on("tap", "node, edge", closeMenu);
  cy.on("tap", clearOnGround);
  cy.on("mouseover", "edge", hover);
  cy.on("mouseout", "edge", leave);
  return () => void cy.off("cxttap dbltap tap mouseover mouseout");
}

/** Remembers where dragged nodes end; one drag is one step. */
function listenDrags(cy: Core): () => void {
  let frame = 0;
  const dropped = new Map<string, { readonly x: number; readonly y: number }>();
  const drop = (event: EventObject): void => {
    dropped.set(event.target.id(), { ...event.target.position() });
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      dropNodes([...dropped.keys()], [...dropped.values()]);
      dropped.clear();
    });
  };
  cy.on("dragfree", "node", drop);
  return () => cancelAnimationFrame(frame);
}

function listenZoom(cy: Core): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const level = detailLevel(cy.zoom());
      const { x, y } = cy.pan();
      useChart.setState({ level, viewpoint: { x, y, zoom: cy.zoom() } });
    }, levelDelayMilliseconds);
    if (useChart.getState().menu !== null) showMenu(null);
  };
  cy.on("zoom pan", follow);
  return () => clearTimeout(timer);
}
