// A task: what somebody is to do by a day, about what. Kept as entries, each of them the whole task as it stood from then on; the last one holds.
import type { EntityRef } from "../../model/entity.ts";
import { isoDate } from "../../model/time.ts";

export const taskStates = ["open", "done", "dropped"] as const;
export type TaskState = (typeof taskStates)[number];

export interface TaskEntry {
  readonly id: number;
  /** 3 of `T-3`. */
  readonly number: number;
  readonly state: TaskState;
  readonly text: string;
  /** Who does it; "" for nobody yet. */
  readonly owner: string;
  /** `2026-11-30`, the last day; null for none. */
  readonly due: string | null;
  /** `series:S-1`, `ring:R-2` and entities, in the order in which they were tied. */
  readonly about: readonly EntityRef[];
  /** Why it was dropped, what came of it, why it changed. */
  readonly reason: string;
  /** The meeting and the scene that decided it; "" outside one. */
  readonly board: string;
  readonly scene: string;
  readonly by: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** A task as it stands at a moment. */
export interface StandingTask {
  readonly first: TaskEntry;
  readonly last: TaskEntry;
  /** The entry since which it is in its state. */
  readonly since: TaskEntry;
  readonly entries: number;
  readonly isOverdue: boolean;
}

export const taskName = (number: number): string => `T-${number}`;

/** 3 of `T-3` or `3`; null for anything else. */
export function taskNumber(name: string): number | null {
  const match = /^(?:T-)?(\d{1,9})$/i.exec(name.trim());
  return match ? Number(match[1]) : null;
}

/** A day of the calendar: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Open after its last day is over, as the clock in China has it. */
const isOverdueAt = ({ state, due }: TaskEntry, at: number): boolean => state === "open" && due !== null && due < isoDate(at);

/** A task by its own entries, as it stands at a moment after all of them. */
export function standing(entries: readonly TaskEntry[], at: number): StandingTask {
  const last = entries.at(-1)!;
  const other = entries.findLastIndex(({ state }) => state !== last.state);
  return { first: entries[0]!, last, since: entries[other + 1]!, entries: entries.length, isOverdue: isOverdueAt(last, at) };
}

/** Every task as it stood at a moment, by number; `entries` in the order in which they were written. */
export function tasksAt(entries: readonly TaskEntry[], at: number): readonly StandingTask[] {
  const byNumber = new Map<number, TaskEntry[]>();
  for (const entry of entries) {
    if (entry.at > at) continue;
    const own = byNumber.get(entry.number);
    if (own) own.push(entry);
    else byNumber.set(entry.number, [entry]);
  }
  return [...byNumber.values()].map((own) => standing(own, at)).sort((a, b) => a.first.number - b.first.number);
}

export interface PeriodOfTasks {
  readonly opened: readonly StandingTask[];
  readonly done: readonly StandingTask[];
  readonly dropped: readonly StandingTask[];
  readonly overdue: readonly StandingTask[];
  readonly open: readonly StandingTask[];
}

/** What became of tasks between two moments, both included, seen from the later one: a task that was done and opened again is open. */
export function tasksIn(entries: readonly TaskEntry[], from: number, until: number): PeriodOfTasks {
  const all = tasksAt(entries, until);
  const closed = (state: TaskState) => all.filter(({ last, since }) => last.state === state && since.at >= from);
  return {
    opened: all.filter(({ first }) => first.at >= from),
    done: closed("done"),
    dropped: closed("dropped"),
    overdue: all.filter(({ isOverdue }) => isOverdue),
    open: all.filter(({ last }) => last.state === "open"),
  };
}

/** What comes first: overdue, then by last day, those without one after them; settled ones last, the newest first. */
export function compareTasks(a: StandingTask, b: StandingTask): number {
  const isOpen = (task: StandingTask) => (task.last.state === "open" ? 0 : 1);
  if (isOpen(a) !== isOpen(b)) return isOpen(a) - isOpen(b);
  if (isOpen(a) === 1) return b.since.id - a.since.id;
  const [dueA, dueB] = [a.last.due ?? "~", b.last.due ?? "~"];
  return dueA === dueB ? a.first.number - b.first.number : dueA < dueB ? -1 : 1;
}
