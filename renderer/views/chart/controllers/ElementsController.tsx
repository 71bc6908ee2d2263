// Keeps the elements on the canvas the same as in the model: what came, what went, where it stands, what it is called.
import type { Core, ElementDefinition } from "cytoscape";
import { useEffect, useRef } from "react";
import type { Drawn } from "../../../../shared/chart/drawn/drawn.ts";
import { type LabelContext, linkData, nodeData } from "../../../../shared/chart/elementData.ts";
import { useChart } from "../../../state/chart.ts";
import { useDrawn } from "../useDrawn.ts";
import { useLabelContext } from "../useLabelContext.ts";

/** Above this many moves a picture jumps instead of gliding. */
const mostGliding = 1200;
const glideMilliseconds = 260;

interface Last {
  readonly drawn: Drawn;
  readonly context: LabelContext;
}

export function ElementsController({ cy }: { readonly cy: Core }) {
  const drawn = useDrawn();
  const context = useLabelContext();
  const last = useRef<Last | null>(null);
  useEffect(() => {
    const before = last.current;
    cy.batch(() => {
      removeGone(cy, drawn);
      addNew(cy, drawn, context);
      if (before !== null) relabel(cy, drawn, context, before.context === context ? before.drawn : null);
    });
    if (before?.drawn.positions !== drawn.positions) moveAll(cy, drawn);
    last.current = { drawn, context };
  }, [cy, drawn, context]);
  return null;
}

function removeGone(cy: Core, drawn: Drawn): void {
  const gone = cy.elements().filter((element) => !(element.isNode() ? drawn.nodes : drawn.links).has(element.id()));
  if (gone.nonempty()) cy.remove(gone);
}

function addNew(cy: Core, drawn: Drawn, context: LabelContext): void {
  const definitions: ElementDefinition[] = [];
  for (const node of drawn.nodes.values()) {
    if (cy.getElementById(node.ref).nonempty()) continue;
    definitions.push({ group: "nodes", data: { ...nodeData(node, context) }, position: { ...drawn.positions.get(node.ref)! } });
  }
  for (const link of drawn.links.values()) {
    if (cy.getElementById(link.id).empty()) definitions.push({ group: "edges", data: { ...linkData(link, context) } });
  }
  if (definitions.length > 0) cy.add(definitions);
}

/** New words for what changed; for everything where the language or masking did. */
function relabel(cy: Core, drawn: Drawn, context: LabelContext, before: Drawn | null): void {
  for (const node of drawn.nodes.values())
    if (before?.nodes.get(node.ref) !== node) cy.getElementById(node.ref).data({ ...nodeData(node, context) });
  for (const link of drawn.links.values()) {
    if (before?.links.get(link.id) === link) continue;
    const { id: _id, source: _source, target: _target, ...data } = linkData(link, context);
    cy.getElementById(link.id).data(data);
  }
}

function moveAll(cy: Core, { positions }: Drawn): void {
  const moved = cy.nodes().filter((node) => {
    const place = positions.get(node.id());
    return place !== undefined && (place.x !== node.position("x") || place.y !== node.position("y"));
  });
  const isGliding = useChart.getState().isGliding && moved.length <= mostGliding && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!isGliding) {
    cy.batch(() => {
      moved.forEach((node) => void node.position({ ...positions.get(node.id())! }));
    });
    return;
  }
  moved.forEach(
    (node) =>
      void node.stop(true).animate({ position: { ...positions.get(node.id())! } }, { duration: glideMilliseconds, easing: "ease-out" }),
  );
}
