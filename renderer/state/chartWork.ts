// What is on the canvas, kept by itself a moment after each step together with the history: a restart, a crash or a switch of masking takes nothing away.
import type { ChartDocument } from "../../shared/chart/document.ts";
import { type ChartModel, fromDocument, toDocument } from "../../shared/chart/graphModel.ts";
import type { ChartState, Step } from "../../shared/chart/history.ts";
import { namedInSteps, packStep, unpackHistory } from "../../shared/chart/storedSteps.ts";
import type { ChartWork } from "../../shared/chart/workCalls.ts";
import { CaseweaveError } from "../../shared/errors.ts";
import { engine } from "../rpc/engine.ts";
import { type ChartView, useChart } from "./chart.ts";
import { usePreferences } from "./preferences.ts";
import { useSelection } from "./selection.ts";
import { reportError } from "./toasts.ts";

// State

interface Kept {
  readonly chart: string;
  readonly session: string;
  /** Number of the first of `steps`. */
  readonly first: number;
  /** As the engine has them: done, then undone from the next to the last. */
  readonly steps: readonly Step[];
  readonly model: ChartModel | null;
}

const delayMilliseconds = 700;
const newSession = (): string => crypto.randomUUID();
const nothing = (chart: string): Kept => ({ chart, session: newSession(), first: 0, steps: [], model: null });

let kept: Kept = nothing("");
/** How the facts on the canvas were read: what is written back goes the same way. */
let isMasked = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<void> = Promise.resolve();

// Producers

/** Id of a kept chart, else what the chart was opened from. */
export const workOf = (view: Pick<ChartView, "id" | "chart">): string => view.id ?? view.chart.model.subject;

export const linearSteps = ({ history }: ChartState): readonly Step[] => [...history.done, ...history.undone.toReversed()];

export interface Tail {
  /** Number of the first step that is still remembered. */
  readonly first: number;
  /** Number from which on steps are new. */
  readonly from: number;
  readonly fresh: readonly Step[];
}

/** What of the history the engine does not have yet: steps are the same objects until they are done anew. */
export function unsentTail(before: Pick<Kept, "first" | "steps">, now: readonly Step[]): Tail {
  const dropped = now.length === 0 ? 0 : before.steps.indexOf(now[0]!);
  if (dropped < 0) return { first: 0, from: 0, fresh: now };
  let same = 0;
  while (same < now.length && now[same] === before.steps[dropped + same]) same++;
  const first = before.first + dropped;
  return { first, from: first + same, fresh: now.slice(same) };
}

/** The document with the shared time window and where one looked from. */
export function openDocument(model: ChartModel): ChartDocument {
  const document = toDocument(model);
  const { from, until } = useSelection.getState().timeWindow;
  return { ...document, filter: { ...document.filter, from, until }, camera: useChart.getState().viewpoint };
}

// Actions

async function send(view: ChartView, tail: Tail): Promise<boolean> {
  const { chart, session } = kept;
  const steps = tail.fresh.map(packStep);
  const { done } = view.chart.history;
  const order = { chart, session, name: view.name, document: openDocument(view.chart.model), first: tail.first, from: tail.from };
  const { isBehind } = await engine.call("chart.saveWork", { ...order, steps, done: done.length }, { isMasked });
  return !isBehind;
}

async function saveNow(): Promise<void> {
  const view = useChart.getState();
  if (view.chart.model === kept.model) return;
  const chart = workOf(view);
  const now = linearSteps(view.chart);
  if (now.length === 0 && kept.steps.length === 0) return;
  if (kept.chart !== chart) kept = nothing(chart);
  const tail = unsentTail(kept, now);
  const isKept = await send(view, tail);
  const whole: Tail = { first: 0, from: 0, fresh: now };
  if (!isKept) await send(view, whole);
  kept = { ...kept, first: isKept ? tail.first : 0, steps: now, model: view.chart.model };
}

/** Waits for what is under way, then keeps what is on the canvas. */
export function saveWork(): Promise<void> {
  clearTimeout(timer);
  saving = saving.then(saveNow).catch((reason) => {
    if (!(reason instanceof CaseweaveError && reason.code === "read-only")) reportError(reason);
  });
  return saving;
}

/** Follows the chart; called once by the entry. */
export function watchWork(): void {
  useChart.subscribe((view, before) => {
    if (view.chart === before.chart || view.chart.model === kept.model) return;
    clearTimeout(timer);
    timer = setTimeout(saveWork, delayMilliseconds);
  });
}

/** Tells how what is on the canvas now was read, and that nothing of it is kept as work yet. */
export function beginWork(chart: string): void {
  isMasked = usePreferences.getState().isMasked;
  kept = nothing(chart);
}

/** The work of a chart with its facts read anew; null where none is left over. */
export async function readWork(chart: string | null): Promise<(ChartWork & { readonly state: ChartState }) | null> {
  const masked = usePreferences.getState().isMasked;
  const work = await engine.call("chart.readWork", { chart }, { isMasked: masked });
  if (work === null) return null;
  const { document, steps, done } = work;
  const named = namedInSteps(steps);
  const refs = [...new Set([...document.nodes.map(({ ref }) => ref), ...named.refs])];
  const links = [...new Set([...document.links, ...named.links])];
  const elements = await engine.call("chart.readElements", { refs, links }, { isMasked: masked });
  const state = { model: fromDocument(document, elements), history: unpackHistory(document, steps, done, elements) };
  isMasked = masked;
  kept = { chart: work.id, session: work.session, first: work.first, steps: linearSteps(state), model: state.model };
  return { ...work, state };
}

/** A chart that was named takes its history along. */
export function renameWork(chart: string): void {
  kept = { ...kept, chart };
}
