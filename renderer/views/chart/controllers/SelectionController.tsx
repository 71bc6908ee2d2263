// The shared selection and the canvas say the same: a selection made anywhere lights up here, one made here is shared.
import type { Core } from "cytoscape";
import { useEffect } from "react";
import { membersOf } from "../../../../shared/chart/drawn/drawn.ts";
import { drawnOf } from "../../../../shared/chart/drawn/index.ts";
import { useChart } from "../../../state/chart.ts";
import { selectEntities, useSelection } from "../../../state/selection.ts";
import { useDrawn } from "../useDrawn.ts";

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(b);
  return a.length === b.length && a.every((id) => known.has(id));
}

export function SelectionController({ cy }: { readonly cy: Core }) {
  const entities = useSelection((state) => state.entities);
  const drawn = useDrawn();
  useEffect(() => shareSelection(cy), [cy]);
  useEffect(() => {
    const chosen = new Set(entities);
    const here = [...drawn.nodes.keys()].filter((ref) => membersOf(drawn.standsFor, ref).some((member) => chosen.has(member)));
    const shown = cy.nodes(":selected").map((node) => node.id());
    if (!sameSet(here, shown)) {
      cy.batch(() => {
        cy.nodes(":selected").unselect();
        for (const ref of here) cy.getElementById(ref).select();
      });
    }
    lightLinks(cy);
  }, [cy, entities, drawn]);
  const links = useChart((state) => state.selectedLinks);
  useEffect(() => {
    const shown = cy.edges(":selected").map((edge) => edge.id());
    if (sameSet(links, shown)) return;
    cy.batch(() => {
      cy.edges(":selected").unselect();
      for (const id of links) cy.getElementById(id).select();
    });
  }, [cy, links]);
  return null;
}

/** Selecting many fires many events; one answer a frame is enough. */
function shareSelection(cy: Core): () => void {
  let frame = 0;
  const share = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (cy.destroyed()) return;
      const { standsFor } = drawnOf(useChart.getState().chart.model);
      const refs = cy
        .nodes(":selected")
        .map((node) => node.id())
        .flatMap((id) => membersOf(standsFor, id));
      if (!sameSet(refs, useSelection.getState().entities)) selectEntities(refs);
      const selectedLinks = cy.edges(":selected").map((edge) => edge.id());
      if (!sameSet(selectedLinks, useChart.getState().selectedLinks)) useChart.setState({ selectedLinks });
    });
  };
  cy.on("select unselect", share);
  return () => {
    cancelAnimationFrame(frame);
    cy.off("select unselect", share);
  };
}

function lightLinks(cy: Core): void {
  cy.batch(() => {
    cy.edges(".near-selection").removeClass("near-selection");
    const selected = cy.nodes(":selected");
    if (selected.length <= 20) selected.connectedEdges().addClass("near-selection");
  });
}
