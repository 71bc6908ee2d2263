// One selection and one time window, shared by chart, table, timeline and histogram.
import { create } from "zustand";

// State

export interface TimeWindow {
  /** ISO dates, inclusive; null: open. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface SelectionState {
  /** `kind:key` of what is selected. */
  readonly entities: readonly string[];
  readonly timeWindow: TimeWindow;
}

export const useSelection = create<SelectionState>(() => ({ entities: [], timeWindow: { from: null, until: null } }));

// Producers

/** Adds or takes out one entity. */
export const toggleEntity = (entities: readonly string[], entity: string): readonly string[] =>
  entities.includes(entity) ? entities.filter((other) => other !== entity) : [...entities, entity];

const dayMilliseconds = 86_400_000;

/** True when [firstAt, lastAt] meets the window; what has no time is always inside. Days are those of China Standard Time. */
export function isInWindow({ from, until }: TimeWindow, firstAt: number | null, lastAt: number | null): boolean {
  const first = firstAt ?? lastAt;
  const last = lastAt ?? firstAt;
  if (first === null || last === null) return true;
  if (from !== null && last < Date.parse(`${from}T00:00:00+08:00`)) return false;
  return until === null || first < Date.parse(`${until}T00:00:00+08:00`) + dayMilliseconds;
}

// Actions

export const selectEntities = (entities: readonly string[]): void => useSelection.setState({ entities });
export const changeTimeWindow = (timeWindow: TimeWindow): void => useSelection.setState({ timeWindow });
