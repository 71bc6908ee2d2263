// Prior and counts of the linkage as somebody is about to set them: typed, looked at for their effect, then kept with a reason.
import { create } from "zustand";
import type { StatedWeights, WeightsEffect } from "../../shared/link/modelCalls.ts";
import type { LearnedLevel } from "../../shared/link/pairScore.ts";
import { engine } from "../rpc/engine.ts";
import { runJob } from "./jobs.ts";
import { modelSubject } from "./link.ts";
import { tell } from "./toasts.ts";

// State

/** Text as typed; "" is as learned. */
export interface CountDraft {
  readonly m: string;
  readonly u: string;
}

export interface WeightsState {
  readonly isOpen: boolean;
  readonly expected: string;
  /** Name of a level → what was typed. */
  readonly counts: Readonly<Record<string, CountDraft>>;
  readonly effect: WeightsEffect | null;
}

const closed: WeightsState = { isOpen: false, expected: "", counts: {}, effect: null };
export const useWeights = create<WeightsState>(() => closed);

// Producers

export const levelKey = ({ feature, level }: Pick<LearnedLevel, "feature" | "level">): string => JSON.stringify([feature, level]);

const textOf = (value: number | null): string => (value === null ? "" : String(value));

export function draftOf(stated: StatedWeights | null): Pick<WeightsState, "expected" | "counts"> {
  const counts = (stated?.levels ?? []).map((edit) => [levelKey(edit), { m: textOf(edit.m), u: textOf(edit.u) }] as const);
  return { expected: textOf(stated?.expectedPairs ?? null), counts: Object.fromEntries(counts) };
}

/** A count that was typed; null: as learned; undefined: no number. */
export function countOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const value = Number(text.replaceAll(/[,，\s]/g, ""));
  return Number.isFinite(value) && value >= 0 && value <= 1e9 ? value : undefined;
}

/** What the engine is told, or null where something typed is no number. */
export function editsOf({ expected, counts }: Pick<WeightsState, "expected" | "counts">) {
  const expectedPairs = countOf(expected);
  const levels = Object.entries(counts).map(([key, { m, u }]) => {
    const [feature, level] = JSON.parse(key) as [string, string];
    return { feature, level, m: countOf(m), u: countOf(u) };
  });
  if (expectedPairs === undefined || expectedPairs === 0 || levels.some(({ m, u }) => m === undefined || u === undefined)) return null;
  return {
    expectedPairs,
    levels: levels.flatMap(({ m = null, u = null, ...name }) => (m === null && u === null ? [] : [{ ...name, m, u }])),
  };
}

// Actions

export const openEditor = (stated: StatedWeights | null) => useWeights.setState({ ...closed, ...draftOf(stated), isOpen: true });
export const closeEditor = () => useWeights.setState(closed);
export const typeExpected = (expected: string) => useWeights.setState({ expected, effect: null });

export function typeCount(key: string, side: keyof CountDraft, text: string): void {
  const { counts } = useWeights.getState();
  const known = counts[key] ?? { m: "", u: "" };
  useWeights.setState({ counts: { ...counts, [key]: { ...known, [side]: text } }, effect: null });
}

export async function previewWeights(): Promise<void> {
  const edits = editsOf(useWeights.getState());
  if (edits === null) return;
  const effect = await runJob(
    "link.previewWeights",
    { edits },
    { title: "link.weights.job", place: { view: "link", subject: modelSubject } },
  );
  if (effect) useWeights.setState({ effect });
}

export async function stateWeights(reason: string): Promise<void> {
  const edits = editsOf(useWeights.getState());
  if (edits === null) return;
  await engine.call("link.stateWeights", { edits, reason });
  closeEditor();
  tell("link.weights.stated");
}

export async function resetWeights(reason: string): Promise<void> {
  await engine.call("link.stateWeights", { edits: { expectedPairs: null, levels: [] }, reason });
  closeEditor();
  tell("link.weights.resetDone");
}
