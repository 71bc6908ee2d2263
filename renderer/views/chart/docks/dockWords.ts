// Code → key: tabs of the docks.
import type { FacetName } from "../../../../shared/chart/views/facets.ts";
import type { MatrixName } from "../../../../shared/chart/views/matrices.ts";
import type { DockView } from "../../../state/chartDocks.ts";

export const facetKeys: Readonly<Record<FacetName, string>> = {
  kind: "chart.facet.kind",
  link: "chart.facet.link",
  bank: "chart.facet.bank",
  amount: "chart.facet.amount",
  case: "chart.facet.case",
};

export const viewKeys: Readonly<Record<DockView, string>> = {
  time: "chart.timeline.title",
  heat: "chart.heat.title",
  map: "trace.map.title",
  table: "chart.dock.table",
};

export const matrixKeys: Readonly<Record<MatrixName, string>> = {
  hourWeek: "chart.heat.hourWeek",
  kindPairs: "chart.heat.kindPairs",
  entityTime: "chart.heat.entityTime",
};
