// What the page of stays shows: pairs or every stay; and where its subjects are opened from.
import { create } from "zustand";
import { openTrace } from "../../../state/trace.ts";

export interface StayQuestion {
  readonly person: string | null;
  readonly place: string | null;
  /** ISO day. */
  readonly day: string | null;
}

export type StaysMode = "pairs" | "stays";

export const useStays = create<{ readonly mode: StaysMode }>(() => ({ mode: "pairs" }));

export const showStays = (mode: StaysMode): void => useStays.setState({ mode });

/** Opens a person, a place or a night. */
export const openStays = (...refs: readonly string[]): void => openTrace("stays", ...refs);
export const openNight = (day: string): void => openTrace("stays", `night:${day}`);
