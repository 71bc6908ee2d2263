// Keeps the elements on the canvas the same as in the model: what came, what went, where it stands, what it is called.
import type { Core, ElementDefinition } from "cytoscape";
import { useEffect, useRef } from "react";
import { type LabelContext, linkData, nodeData } from "../../../../shared/chart/elementData.ts";
import type { ChartModel } from "../../../../shared/chart/graphModel.ts";
import { useChart } from "../../../state/chart.ts";
import { useLabelContext } from "../useLabelContext.ts";

/** Above this many moves a picture jumps instead of gliding. */
const mostGliding = 1200;
const glideMilliseconds = 260;

interface Drawn {
  readonly model: ChartModel;
  readonly context: LabelContext;
}

export function ElementsController({ cy }: { readonly cy: Core }) {
  const model = useChart((state) => state.chart.model);
  const context = useLabelContext();
  const drawn = useRef<Drawn | null>(null);
  useEffect(() => {
    const before = drawn.current;
    cy.batch(() => {
      removeGone(cy, model);
      addNew(cy, model, context);
      if (before !== null && before.context !== context) relabel(cy, model, context);
    });
    if (before?.model.positions !== model.positions) moveAll(cy, model);
    drawn.current = { model, context };
  }, [cy, model, context]);
  return null;
}

function removeGone(cy: Core, model: ChartModel): void {
  const gone = cy.elements().filter((element) => !(element.isNode() ? model.nodes : model.links).has(element.id()));
  if (gone.nonempty()) cy.remove(gone);
}

function addNew(cy: Core, model: ChartModel, context: LabelContext): void {
  const definitions: ElementDefinition[] = [];
  for (const node of model.nodes.values()) {
    if (cy.getElementById(node.ref).nonempty()) continue;
    definitions.push({ group: "nodes", data: { ...nodeData(node, context) }, position: { ...model.positions.get(node.ref)! } });
  }
  for (const link of model.links.values()) {
    if (cy.getElementById(link.id).empty()) definitions.push({ group: "edges", data: { ...linkData(link, context) } });
  }
  if (definitions.length > 0) cy.add(definitions);
}

function relabel(cy: Core, model: ChartModel, context: LabelContext): void {
  for (const node of model.nodes.values()) cy.getElementById(node.ref).data({ ...nodeData(node, context) });
  for (const link of model.links.values()) cy.getElementById(link.id).data({ ...linkData(link, context) });
}

function moveAll(cy: Core, model: ChartModel): void {
  const moved = cy.nodes().filter((node) => {
    const place = model.positions.get(node.id());
    return place !== undefined && (place.x !== node.position("x") || place.y !== node.position("y"));
  });
  const isGliding = useChart.getState().isGliding && moved.length <= mostGliding && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!isGliding) {
    cy.batch(() => {
      moved.forEach((node) => void node.position({ ...model.positions.get(node.id())! }));
    });
    return;
  }
  moved.forEach(
    (node) =>
      void node
        .stop(true)
        .animate({ position: { ...model.positions.get(node.id())! } }, { duration: glideMilliseconds, easing: "ease-out" }),
  );
}
