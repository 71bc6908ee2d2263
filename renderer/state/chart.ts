// The open chart: its model with undo, what is fresh, found or asked for, and what the canvas is told to do. The canvas follows; it decides nothing.
import { create } from "zustand";
import { type Alignment, align } from "../../shared/chart/align.ts";
import type { Camera } from "../../shared/chart/document.ts";
import { membersOf } from "../../shared/chart/drawn/drawn.ts";
import { drawnOf } from "../../shared/chart/drawn/index.ts";
import type { ChartElements } from "../../shared/chart/elements.ts";
import { type ChartFilter, type ChartModel, emptyModel, newElements, type Position } from "../../shared/chart/graphModel.ts";
import { type ChartState, emptyHistory, perform, redo, type StepName, undo } from "../../shared/chart/history.ts";
import type { LayoutId } from "../../shared/chart/layouts.ts";
import { type Operation, packPositions } from "../../shared/chart/operations.ts";
import { placeNew } from "../../shared/chart/placeNew.ts";
import type { DetailLevel } from "../../shared/chart/styleRules.ts";
import { selectEntities, useSelection } from "./selection.ts";

// State

export type CameraMove = "fit" | "in" | "out" | "selection";

export interface Menu {
  readonly ref: string;
  readonly x: number;
  readonly y: number;
}

/** A snapshot that the chart is held against. */
export interface Comparison {
  readonly name: string;
  readonly savedAt: string;
  readonly before: ChartModel;
  /** Identities on the chart that were merged since then. */
  readonly merges: number;
}

export interface LayoutOrder {
  readonly id: LayoutId;
  readonly isFirst: boolean;
  /** Null: everything. */
  readonly only: ReadonlySet<string> | null;
  readonly centre: string | undefined;
  /** Aborted when the last picture is good enough. */
  readonly enough: AbortController;
}

export interface ChartView {
  readonly id: string | null;
  readonly name: string;
  readonly chart: ChartState;
  /** The model as it was last kept: anything else is unsaved. */
  readonly kept: ChartModel | null;
  readonly fresh: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  readonly selectedLinks: readonly string[];
  readonly level: DetailLevel;
  readonly menu: Menu | null;
  /** A layout that is asked for; the first one of a chart is no step. */
  readonly layout: LayoutOrder | null;
  /** Whether nodes glide to where they go, or are there at once. */
  readonly isGliding: boolean;
  readonly camera: { readonly move: CameraMove; readonly turn: number };
  readonly tool: "select" | "lasso" | "pan";
  /** Where one looks from, kept with the chart and put back once when it opens; never a step. */
  readonly viewpoint: Camera | null;
  readonly asked: Camera | null;
  readonly comparison: Comparison | null;
}

const emptyChart: ChartState = { model: emptyModel(), history: emptyHistory };

export const useChart = create<ChartView>(() => ({
  id: null,
  name: "",
  chart: emptyChart,
  kept: null,
  fresh: new Set(),
  found: new Set(),
  selectedLinks: [],
  level: "near",
  menu: null,
  layout: null,
  isGliding: true,
  camera: { move: "fit", turn: 0 },
  tool: "select",
  viewpoint: null,
  asked: null,
  comparison: null,
}));

// Producers

export const isUnsaved = (view: ChartView): boolean => view.chart.model.nodes.size > 0 && view.kept !== view.chart.model;

export const toggleKindIn = (filter: ChartFilter, kind: string): ChartFilter => ({
  ...filter,
  hiddenKinds: filter.hiddenKinds.includes(kind)
    ? filter.hiddenKinds.filter((other) => other !== kind)
    : [...filter.hiddenKinds, kind].sort(),
});

/** The operation that adds an answer on free ground near `anchor`; null when nothing of it is new. */
export function additionOf(model: ChartModel, answer: ChartElements, anchor: Position): (Operation & { readonly type: "add" }) | null {
  const { nodes, links } = newElements(model, answer);
  if (nodes.length === 0 && links.length === 0) return null;
  const neighbours = new Map<string, string[]>();
  const note = (ref: string, other: string): void => void (neighbours.get(ref)?.push(other) ?? neighbours.set(ref, [other]));
  for (const link of links) {
    note(link.from, link.to);
    note(link.to, link.from);
  }
  const places = placeNew({ placed: model.positions, fresh: nodes.map((node) => node.ref), neighbours, anchor });
  return {
    type: "add",
    nodes: nodes.map((node) => ({ ...node, ghost: false })),
    positions: packPositions(places),
    links,
    pinned: [],
    disabled: [],
  };
}

/** Ids among these that are on the chart. */
export const idsOnChart = (model: ChartModel, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => model.nodes.has(id) || model.links.has(id));

// Actions

const model = (): ChartModel => useChart.getState().chart.model;

/** Does one step; what was fresh before it no longer is. */
export function step(name: StepName, operations: readonly Operation[], fresh: ReadonlySet<string> = new Set()): void {
  useChart.setState(({ chart }) => ({ chart: perform(chart, name, operations), fresh, menu: null, isGliding: true }));
}

export function addElements(code: "add" | "expand", answer: ChartElements, anchor: Position): number {
  const addition = additionOf(model(), answer, anchor);
  if (addition === null) return 0;
  step({ code, n: addition.nodes.length }, [addition], new Set(addition.nodes.map((node) => node.ref)));
  return addition.nodes.length;
}

/** Dragged nodes; a collapsed group takes its members along. */
export function dropNodes(ids: readonly string[], places: readonly Position[]): void {
  const { positions, standsFor } = drawnOf(model());
  const moved = ids.flatMap((id, i) => {
    const [was, is] = [positions.get(id), places[i]!];
    if (was === undefined) return [];
    return membersOf(standsFor, id).flatMap((ref) => {
      const own = model().positions.get(ref);
      return own === undefined ? [] : { ref, at: { x: own.x + is.x - was.x, y: own.y + is.y - was.y } };
    });
  });
  moveNodes(
    moved.map(({ ref }) => ref),
    moved.map(({ at }) => at),
  );
}

export function moveNodes(refs: readonly string[], places: readonly Position[], code: "move" | "layout" | "align" = "move"): void {
  step({ code, n: refs.length }, [{ type: "move", refs, positions: packPositions(places) }]);
}

/** Moves without a step: the first layout of a chart that has just been opened. */
export function placeFirst(refs: readonly string[], places: readonly Position[]): void {
  useChart.setState(({ chart }) => {
    const placed = perform(chart, { code: "layout", n: refs.length }, [{ type: "move", refs, positions: packPositions(places) }]);
    return { chart: { model: placed.model, history: chart.history }, isGliding: false };
  });
}

export function removeFromChart(ids: readonly string[]): void {
  const gone = idsOnChart(model(), ids);
  if (gone.length === 0) return;
  step({ code: "remove", n: gone.length }, [{ type: "remove", nodes: gone, links: gone }]);
  selectEntities(useSelection.getState().entities.filter((ref) => !gone.includes(ref)));
  useChart.setState({ selectedLinks: [] });
}

/** Switches off what is on, or all on again when all are off already. */
export function toggleSwitch(type: "disable" | "pin", ids: readonly string[]): void {
  const chosen = idsOnChart(model(), ids);
  if (chosen.length === 0) return;
  const set = type === "disable" ? model().disabled : model().pinned;
  const on = chosen.some((id) => !set.has(id));
  const code = type === "disable" ? (on ? "disable" : "enable") : on ? "pin" : "unpin";
  step({ code, n: chosen.length }, [{ type, ids: chosen, on }]);
}

/** Everything that is switched off comes back in one step. */
export const switchAllOn = (): void => {
  const off = [...model().disabled];
  if (off.length > 0) step({ code: "enable", n: off.length }, [{ type: "disable", ids: off, on: false }]);
};

export function toggleKind(kind: string): void {
  step({ code: "filter", n: 1 }, [{ type: "filter", filter: toggleKindIn(model().filter, kind) }]);
}

export const undoStep = (): void => useChart.setState(({ chart }) => ({ chart: undo(chart), fresh: new Set(), menu: null }));
export const redoStep = (): void => useChart.setState(({ chart }) => ({ chart: redo(chart), fresh: new Set(), menu: null }));
export const moveCamera = (move: CameraMove): void => useChart.setState(({ camera }) => ({ camera: { move, turn: camera.turn + 1 } }));

/** Lays out everything, or what is named; one selected entity is the middle of a radial layout. */
export function askLayout(id: LayoutId, isFirst = false, only: ReadonlySet<string> | null = null): void {
  const [centre, ...more] = useSelection.getState().entities;
  useChart.setState({ layout: { id, isFirst, only, centre: more.length === 0 ? centre : undefined, enough: new AbortController() } });
}

/** Leaves everything where it was. */
export const cancelLayout = (): void => useChart.setState({ layout: null });
export const takeLayout = (): void => useChart.getState().layout?.enough.abort();

export function alignSelected(alignment: Alignment): void {
  const { positions } = model();
  const refs = useSelection.getState().entities.filter((ref) => positions.has(ref) && !model().pinned.has(ref));
  const places = align(
    alignment,
    refs.map((ref) => positions.get(ref)!),
  );
  if (refs.length > 1) moveNodes(refs, places, "align");
}

export const showMenu = (menu: Menu | null): void => useChart.setState({ menu });

/** Above this many nodes a chart does not fit the screen with labels. */
const crowdedAbove = 400;

/** Puts another chart on the canvas and gives back how to return to the one before. */
export function replaceChart(next: Partial<ChartView> & { readonly chart: ChartState }): () => void {
  const before = useChart.getState();
  // A crowd is first seen from afar: drawing labels that are dropped at once would cost seconds.
  const level: DetailLevel = next.chart.model.nodes.size > crowdedAbove ? "far" : before.level;
  selectEntities([]);
  useChart.setState({
    id: null,
    name: "",
    kept: null,
    fresh: new Set(),
    found: new Set(),
    selectedLinks: [],
    menu: null,
    layout: null,
    viewpoint: null,
    asked: null,
    comparison: null,
    level,
    ...next,
  });
  return () => {
    useChart.setState(before);
    moveCamera("fit");
  };
}

/** What is selected: entities of the shared selection that are on the chart, and links. */
export function selectedIds(): readonly string[] {
  const { standsFor } = drawnOf(model());
  const chosen = [...useSelection.getState().entities, ...useChart.getState().selectedLinks];
  return idsOnChart(model(), [...new Set(chosen.flatMap((id) => membersOf(standsFor, id)))]);
}
