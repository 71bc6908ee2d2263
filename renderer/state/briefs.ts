// Which period the briefing page shows, kept while other pages are looked at.
import { create } from "zustand";
import type { ReportChange } from "../../shared/review/reportDraft.ts";
import { dayText, monthOf, type Period, parseDay, type Span, weekOf } from "../../shared/review/statistics/period.ts";
import type { Language } from "../../shared/words.ts";
import { engine } from "../rpc/engine.ts";

// State

export interface BriefState {
  readonly span: Span;
  /** A day of the period; of any days the first. Empty until the data are known. */
  readonly day: string;
  /** Last of any days. */
  readonly until: string;
}

export interface BriefDays {
  readonly from: string;
  readonly to: string;
}

// Producers

const around: Readonly<Record<Exclude<Span, "days">, (day: number) => Period>> = {
  day: (day) => ({ from: day, to: day }),
  week: weekOf,
  month: monthOf,
};

/** Null while no period is named. */
export function daysOf({ span, day, until }: BriefState): BriefDays | null {
  const first = parseDay(day);
  if (first === null) return null;
  if (span === "days") return parseDay(until) === null || until < day ? null : { from: day, to: until };
  const { from, to } = around[span](first);
  return { from: dayText(from), to: dayText(to) };
}

/** Two days, the last of them before the first. */
export const isBackwards = ({ span, day, until }: BriefState): boolean =>
  span === "days" && parseDay(day) !== null && parseDay(until) !== null && until < day;

/** The day that stands for the period before (-1) or after (1). */
export function stepDay(state: BriefState, step: -1 | 1): string {
  const days = daysOf(state);
  if (days === null || state.span === "days") return state.day;
  return dayText(step < 0 ? parseDay(days.from)! - 1 : parseDay(days.to)! + 1);
}

// Actions

export const useBrief = create<BriefState>(() => ({ span: "day", day: "", until: "" }));

/** Nothing is kept of a briefing until somebody changes something in it. */
export async function changeBrief(days: BriefDays, change: ReportChange, language: Language): Promise<void> {
  const { id } = await engine.call("brief.open", { ...days, language });
  await engine.call("review.changeReport", { id, change });
}
