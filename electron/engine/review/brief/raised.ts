// Alerts that were raised in the period, by watch, with what had become of them at its end.
import { type AlertState, alertStates } from "../../../../shared/model/alert.ts";
import { countRaisedFacts, listRaisedRows } from "../../store/sqlite/tables/periodRecords.ts";
import type { BriefBase } from "./briefBase.ts";

export type ByState = Readonly<Record<AlertState, number>>;

export interface Raised {
  readonly watch: number;
  readonly facts: number;
  readonly states: ByState;
}

export function sumStates(rows: readonly { readonly state: AlertState; readonly facts: number }[]): ByState {
  const of = (state: AlertState): number => rows.filter((row) => row.state === state).reduce((sum, { facts }) => sum + facts, 0);
  return Object.fromEntries(alertStates.map((state) => [state, of(state)])) as Record<AlertState, number>;
}

/** Those with most facts first. */
export function readRaised({ job, startAt, endAt }: BriefBase): readonly Raised[] {
  const byWatch = Map.groupBy(countRaisedFacts(job.db, startAt, endAt), ({ watch }) => watch);
  return [...byWatch]
    .map(([watch, rows]) => ({ watch, facts: rows.reduce((sum, { facts }) => sum + facts, 0), states: sumStates(rows) }))
    .sort((a, b) => b.facts - a.facts || a.watch - b.watch);
}

export const raisedRows = ({ job, startAt, endAt }: BriefBase, watch: number, limit: number) =>
  listRaisedRows(job.db, watch, startAt, endAt, limit);

/** All of them together. */
export function sumRaised(raised: readonly Raised[]): { readonly facts: number; readonly states: ByState } {
  const rows = raised.flatMap(({ states }) => alertStates.map((state) => ({ state, facts: states[state] })));
  return { facts: raised.reduce((sum, { facts }) => sum + facts, 0), states: sumStates(rows) };
}
