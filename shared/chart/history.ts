// Undo and redo of the open chart: named steps, each with the operations that take it back. Camera moves never come here.
import type { ChartModel } from "./graphModel.ts";
import { applyOperation, type Operation } from "./operations.ts";

export const stepCodes = [
  ...(["add", "expand", "remove", "move", "layout", "disable", "enable", "pin", "unpin", "filter"] as const),
  ...([
    "group",
    "ungroup",
    "collapse",
    "unfold",
    "note",
    "noteGone",
    "grade",
    "draft",
    "arrange",
    "looks",
    "align",
    "merge",
    "restore",
  ] as const),
] as const;
export type StepCode = (typeof stepCodes)[number];

/** What the undo button says: the code picks the sentence, n fills it. */
export interface StepName {
  readonly code: StepCode;
  readonly n: number;
}

export interface Step {
  readonly name: StepName;
  readonly forward: readonly Operation[];
  readonly backward: readonly Operation[];
}

export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export interface ChartState {
  readonly model: ChartModel;
  readonly history: History;
}

export const maximumSteps = 1000;

export const emptyHistory: History = { done: [], undone: [] };

interface Run {
  readonly model: ChartModel;
  readonly inverses: readonly Operation[];
}

function runAll(model: ChartModel, operations: readonly Operation[]): Run {
  let current = model;
  const inverses: Operation[] = [];
  for (const operation of operations) {
    const applied = applyOperation(current, operation);
    current = applied.model;
    inverses.unshift(applied.inverse);
  }
  return { model: current, inverses };
}

/** Does the operations as one step that can be taken back. */
export function perform(state: ChartState, name: StepName, operations: readonly Operation[]): ChartState {
  const { model, inverses } = runAll(state.model, operations);
  const step: Step = { name, forward: operations, backward: inverses };
  return { model, history: { done: [...state.history.done, step].slice(-maximumSteps), undone: [] } };
}

export function undo(state: ChartState): ChartState {
  const step = state.history.done.at(-1);
  if (step === undefined) return state;
  return {
    model: runAll(state.model, step.backward).model,
    history: { done: state.history.done.slice(0, -1), undone: [...state.history.undone, step] },
  };
}

export function redo(state: ChartState): ChartState {
  const step = state.history.undone.at(-1);
  if (step === undefined) return state;
  return {
    model: runAll(state.model, step.forward).model,
    history: { done: [...state.history.done, step], undone: state.history.undone.slice(0, -1) },
  };
}
