// The layouts one can ask for. A new one is one file and one line here; a layout only runs when asked, in a worker.
import { placeByTime } from "./layouts/byTime.ts";
import { placeOnCircle } from "./layouts/circle.ts";
import { placeInCircles } from "./layouts/circles.ts";
import { placeOnGrid } from "./layouts/grid.ts";
import { placeLayered } from "./layouts/layered.ts";
import type { LayoutInput, Places } from "./layouts/layoutInput.ts";
import { placeByLevels } from "./layouts/levels.ts";
import { placeRadial } from "./layouts/radial.ts";

export const layoutIds = ["force", "levels", "layered", "radial", "time", "circles", "circle", "grid"] as const;
export type LayoutId = (typeof layoutIds)[number];

/** All but the force layout, which shows its way and lives with the worker that runs it. */
export const layouts: Readonly<Record<Exclude<LayoutId, "force">, (input: LayoutInput) => Places>> = {
  levels: placeByLevels,
  layered: placeLayered,
  radial: placeRadial,
  time: placeByTime,
  circles: placeInCircles,
  circle: placeOnCircle,
  grid: placeOnGrid,
};
