// The docks under the chart: which view is shown in each, and how tall. Kept on this machine, as preferences are.
import { create } from "zustand";
import { type FacetName, facetNames } from "../../shared/chart/views/facets.ts";
import { type MatrixName, matrixNames } from "../../shared/chart/views/matrices.ts";

// State

export const dockViews = ["time", "heat", "map", "table"] as const;
export type DockView = (typeof dockViews)[number];

export interface ChartDocks {
  readonly facet: FacetName;
  readonly view: DockView;
  readonly matrix: MatrixName;
  /** Units of the scale of the theme. */
  readonly heights: Readonly<Record<DockView, number>>;
}

export const dockHeights = { least: 110, most: 520 } as const;
const storageKey = "caseweave.chartDocks";
const initial: ChartDocks = {
  facet: "kind",
  view: "time",
  matrix: "hourWeek",
  heights: { time: 158, heat: 216, map: 280, table: 240 },
};

// Producers

const oneOf = <T>(list: readonly T[], value: unknown, fallback: T): T => (list.includes(value as T) ? (value as T) : fallback);

export const limitHeight = (height: number): number => Math.round(Math.min(dockHeights.most, Math.max(dockHeights.least, height)));

/** Docks from stored text; what is unknown or missing falls back. */
export function parseDocks(text: string | null): ChartDocks {
  let stored: Partial<Record<keyof ChartDocks, unknown>> = {};
  try {
    stored = JSON.parse(text ?? "{}") ?? {};
  } catch {
    return initial;
  }
  const heights = (stored.heights ?? {}) as Record<string, unknown>;
  const heightOf = (view: DockView) => (typeof heights[view] === "number" ? limitHeight(heights[view]) : initial.heights[view]);
  return {
    facet: oneOf(facetNames, stored.facet, initial.facet),
    view: oneOf(dockViews, stored.view, initial.view),
    matrix: oneOf(matrixNames, stored.matrix, initial.matrix),
    heights: { time: heightOf("time"), heat: heightOf("heat"), map: heightOf("map"), table: heightOf("table") },
  };
}

// Actions

const storage = typeof localStorage === "undefined" ? null : localStorage;

export const useChartDocks = create<ChartDocks>(() => parseDocks(storage?.getItem(storageKey) ?? null));

export function changeDocks(change: Partial<ChartDocks>): void {
  useChartDocks.setState(change);
  storage?.setItem(storageKey, JSON.stringify(useChartDocks.getState()));
}

/** Of the view that is shown. */
export function resizeDocks(height: number): void {
  const { view, heights } = useChartDocks.getState();
  changeDocks({ heights: { ...heights, [view]: limitHeight(height) } });
}

export const resetDocks = (): void => changeDocks({ heights: initial.heights });
