// Paths and connecting networks between what is selected: asked, shown, and put on the chart when wanted.
import { create } from "zustand";
import type { Connections, PathAnswer } from "../../shared/chart/pathCalls.ts";
import { engine } from "../rpc/engine.ts";
import { addElements, useChart } from "./chart.ts";
import { selectEntities } from "./selection.ts";
import { reportError, tell } from "./toasts.ts";

// State

export const pathWays = ["one", "all", "best", "inTime"] as const;
export type PathWay = (typeof pathWays)[number];

export interface PathQuestion {
  readonly ends: readonly string[];
  readonly way: PathWay;
  readonly max: number;
  /** Nothing that is switched off on the chart is passed. */
  readonly isWithoutDisabled: boolean;
}

export interface PathsState {
  readonly question: PathQuestion | null;
  readonly paths: PathAnswer | null;
  readonly network: Connections | null;
  readonly abort: AbortController | null;
}

const nothing: PathsState = { question: null, paths: null, network: null, abort: null };
export const usePaths = create<PathsState>(() => nothing);

const bestPaths = 5;

// Producers

export const pathOptions = (way: PathWay) => ({
  allShortest: way === "all",
  best: way === "best" ? bestPaths : null,
  inTime: way === "inTime",
});

// Actions

async function ask(question: PathQuestion, signal: AbortSignal): Promise<Partial<PathsState>> {
  const { ends, way, max, isWithoutDisabled } = question;
  const { nodes, disabled } = useChart.getState().chart.model;
  const without = isWithoutDisabled ? [...disabled].filter((id) => nodes.has(id)) : [];
  const [from = "", to = "", ...more] = ends;
  if (more.length > 0)
    return { network: await engine.call("chart.findConnections", { entities: [...ends], max: Math.min(max, 10), without }, { signal }) };
  return { paths: await engine.call("chart.findPaths", { from, to, max, without, ...pathOptions(way) }, { signal }) };
}

export function findPaths(question: PathQuestion): void {
  usePaths.getState().abort?.abort();
  const abort = new AbortController();
  usePaths.setState({ ...nothing, question, abort });
  ask(question, abort.signal)
    .then((answer) => usePaths.getState().abort === abort && usePaths.setState({ ...answer, abort: null }))
    .catch((reason) => {
      if (usePaths.getState().abort === abort) usePaths.setState(nothing);
      reportError(reason);
    });
}

export function forgetPaths(): void {
  usePaths.getState().abort?.abort();
  usePaths.setState(nothing);
}

/** What lies on the way, with the links among it; then all of it is selected. */
export async function addWay(refs: readonly string[]): Promise<void> {
  const { model } = useChart.getState().chart;
  const answer = await engine.call("chart.readElements", { refs: [...new Set([...model.nodes.keys(), ...refs])] });
  const way = new Set(refs);
  const links = answer.links.filter(({ from, to }) => way.has(from) && way.has(to));
  const places = refs.flatMap((ref) => model.positions.get(ref) ?? []);
  const middle = { x: 0, y: 0 };
  for (const { x, y } of places) {
    middle.x += Math.round(x / places.length);
    middle.y += Math.round(y / places.length);
  }
  const added = addElements("add", { nodes: answer.nodes.filter(({ ref }) => way.has(ref)), links }, middle);
  selectEntities(refs);
  tell("chart.toast.expanded", { n: added });
}
