// What happens on the stage: which scene, what is switched off, which tool. Nothing of it is kept but what is minuted.
import { create } from "zustand";
import type { Position } from "../../shared/chart/graphModel.ts";

// State

export type StageTool = "none" | "laser" | "pen";

export interface StageState {
  readonly index: number;
  /** Switched off on this scene; all on again on the next. */
  readonly off: ReadonlySet<string>;
  readonly tool: StageTool;
  readonly strokes: readonly (readonly Position[])[];
  readonly isBlank: boolean;
  readonly isDark: boolean;
  readonly isMinuting: boolean;
  readonly hasNotes: boolean;
  readonly hasHelp: boolean;
  /** When the stage was opened, ms of the machine's clock. */
  readonly startedAt: number;
}

const start: StageState = {
  index: 0,
  off: new Set(),
  tool: "none",
  strokes: [],
  isBlank: false,
  isDark: false,
  isMinuting: false,
  hasNotes: false,
  hasHelp: false,
  startedAt: 0,
};

export const useStage = create<StageState>(() => start);

// Producers

/** Leaving a scene puts everything on again and wipes what was drawn. */
export const atScene = (index: number, count: number): Partial<StageState> => ({
  index: Math.max(0, Math.min(count - 1, index)),
  off: new Set(),
  strokes: [],
  isBlank: false,
});

export function toggled(off: ReadonlySet<string>, ref: string): ReadonlySet<string> {
  const next = new Set(off);
  if (!next.delete(ref)) next.add(ref);
  return next;
}

// Actions

export const openStage = (index: number, startedAt: number): void => useStage.setState({ ...start, index, startedAt });
export const showScene = (index: number, count: number): void => useStage.setState(atScene(index, count));
export const switchClue = (ref: string): void => useStage.setState(({ off }) => ({ off: toggled(off, ref) }));
export const takeTool = (tool: StageTool): void => useStage.setState((state) => ({ tool: state.tool === tool ? "none" : tool }));
export const addStroke = (stroke: readonly Position[]): void => useStage.setState(({ strokes }) => ({ strokes: [...strokes, stroke] }));
export const wipe = (): void => useStage.setState({ strokes: [] });
export const toggleStage = (name: "isBlank" | "isDark" | "isMinuting" | "hasNotes" | "hasHelp"): void =>
  useStage.setState((state) => ({ [name]: !state[name] }));
