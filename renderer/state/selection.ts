// One selection and one time window, shared by chart, table, timeline and histogram.
import { create } from "zustand";
import type { TimeWindow } from "../../shared/chart/muted.ts";

export { isInWindow, type TimeWindow } from "../../shared/chart/muted.ts";

// State

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

// Actions

export const selectEntities = (entities: readonly string[]): void => useSelection.setState({ entities });
export const changeTimeWindow = (timeWindow: TimeWindow): void => useSelection.setState({ timeWindow });
