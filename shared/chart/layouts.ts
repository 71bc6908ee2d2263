// The layouts one can ask for. A new one is one file and one line here; a layout only runs when asked.
import { placeOnCircle } from "./layouts/circle.ts";
import { placeOnGrid } from "./layouts/grid.ts";
import type { LayoutInput, Places } from "./layouts/layoutInput.ts";
import { placeByLevels } from "./layouts/levels.ts";

export interface Layout {
  readonly id: LayoutId;
  /** Null: too long for the thread that draws, so the view runs it in a worker. */
  readonly place: ((input: LayoutInput) => Places) | null;
}

export const layoutIds = ["force", "levels", "circle", "grid"] as const;
export type LayoutId = (typeof layoutIds)[number];

export const layouts: Readonly<Record<LayoutId, Layout>> = {
  force: { id: "force", place: null },
  levels: { id: "levels", place: placeByLevels },
  circle: { id: "circle", place: placeOnCircle },
  grid: { id: "grid", place: placeOnGrid },
};
