// Storyboards as the wall may show them: read masked whatever the session is, kept ready so that the stage stands in its first frame.
import { create } from "zustand";
import type { StoryboardStep } from "../../shared/review/storyboard.ts";
import type { OpenStoryboard } from "../../shared/review/storyboardCalls.ts";
import { engine } from "../rpc/engine.ts";
import { goTo } from "./navigation.ts";

// State

export interface StoryboardState {
  /** Masked, by id. */
  readonly ready: Readonly<Record<string, OpenStoryboard>>;
}

export const useStoryboards = create<StoryboardState>(() => ({ ready: {} }));

// Producers

export const boardPrefix = "board:";
export const stagePrefix = "stage:";
export const notesPrefix = "notes:";

export const subjectPart = (subject: string, prefix: string): string | null =>
  subject.startsWith(prefix) ? subject.slice(prefix.length) : null;

// Actions

export async function readyBoard(id: string): Promise<void> {
  const board = await engine.call("review.readStoryboard", { id }, { isMasked: true });
  useStoryboards.setState(({ ready }) => ({ ready: { ...ready, [id]: board } }));
}

export async function changeBoard(id: string, change: StoryboardStep): Promise<void> {
  await engine.call("review.changeStoryboard", { id, change });
}

export async function walkBoard(id: string, direction: "undo" | "redo"): Promise<void> {
  await engine.call("review.undoStoryboard", { id, direction });
}

/** `scene` counts from 0. */
export const present = (id: string, scene = 0): void => goTo("review", `${stagePrefix}${id}@${scene}`);

export const openBoard = (id: string): void => goTo("review", `${boardPrefix}${id}`);
