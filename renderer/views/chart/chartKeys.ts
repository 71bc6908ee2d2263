// Keys of the chart, as screens and help name them.
import {
  moveCamera,
  moveNodes,
  redoStep,
  removeFromChart,
  selectedIds,
  showMenu,
  toggleSwitch,
  undoStep,
  useChart,
} from "../../state/chart.ts";
import { openChartMenu } from "../../state/chartMenu.ts";
import { selectEntities, useSelection } from "../../state/selection.ts";
import type { ViewKeys } from "../viewKeys.ts";

const nudgePixels = 10;

/** Arrow keys push the selection, unless a control has the focus that moves by them. */
const nudge = (dx: number, dy: number) => (event: KeyboardEvent) => {
  if (event.target instanceof Element && event.target.closest("button, [role=grid], [role=radiogroup], [role=slider]") !== null) return;
  const { positions } = useChart.getState().chart.model;
  const refs = useSelection.getState().entities.filter((ref) => positions.has(ref));
  if (refs.length === 0) return;
  moveNodes(
    refs,
    refs.map((ref) => ({ x: positions.get(ref)!.x + dx, y: positions.get(ref)!.y + dy })),
  );
};

/** On the chart, and not drawn by hand. */
function isFact(ref: string): boolean {
  const { nodes, drafts } = useChart.getState().chart.model;
  return nodes.has(ref) && !drafts.has(ref);
}

const removeSelected = (): void => removeFromChart(selectedIds());

/** One level back: the menu first, then the selection. */
const stepBack = (): void => (useChart.getState().menu === null ? selectEntities([]) : showMenu(null));

export function expandSelected(openExpand: (ref: string) => void): void {
  const [ref] = useSelection.getState().entities;
  if (ref !== undefined && isFact(ref)) openExpand(ref);
}

export function chartKeys(openExpand: (ref: string) => void, focusFind: () => void): ViewKeys<"chart"> {
  const setTool = (tool: "select" | "lasso" | "pan") => () => useChart.setState({ tool });
  return {
    v: setTool("select"),
    l: setTool("lasso"),
    h: setTool("pan"),
    f: () => moveCamera("fit"),
    "/": focusFind,
    "+": () => moveCamera("in"),
    "-": () => moveCamera("out"),
    e: () => expandSelected(openExpand),
    p: () => openChartMenu("path"),
    d: () => toggleSwitch("disable", selectedIds()),
    Delete: removeSelected,
    "$mod+z": undoStep,
    "$mod+y": redoStep,
    "$mod+Shift+z": redoStep,
    "$mod+a": () => selectEntities([...useChart.getState().chart.model.nodes.keys()]),
    Escape: stepBack,
    ArrowLeft: nudge(-nudgePixels, 0),
    ArrowRight: nudge(nudgePixels, 0),
    ArrowUp: nudge(0, -nudgePixels),
    ArrowDown: nudge(0, nudgePixels),
  };
}
