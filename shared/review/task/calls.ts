// Calls of tasks: what was decided to be done, by whom, until when, about what. Appended only; a later entry of a task holds.
import { z } from "zod";
import type { EntityRef } from "../../model/entity.ts";
import { job, read, write } from "../../rpc/call.ts";
import { languages } from "../../words.ts";
import type { ExportedFile } from "../exportCalls.ts";
import { isDay, type TaskState, taskStates } from "./task.ts";

export interface TaskTie {
  readonly ref: EntityRef;
  /** Number and title of a series or ring, what the workspace calls an entity; its key while it is not known. */
  readonly label: string;
  readonly isKnown: boolean;
}

export interface TaskItem {
  /** `T-3`. */
  readonly id: string;
  readonly text: string;
  readonly state: TaskState;
  readonly owner: string;
  /** `2026-11-30`, the last day; null for none. */
  readonly due: string | null;
  readonly isOverdue: boolean;
  readonly about: readonly TaskTie[];
  /** What came of it, why it was dropped or opened again. */
  readonly reason: string;
  readonly board: string;
  readonly boardName: string;
  readonly scene: string;
  readonly openedBy: string;
  /** ISO 8601. */
  readonly openedAt: string;
  /** Since when and by whom it is in its state. */
  readonly stateBy: string;
  readonly stateAt: string;
  /** Entries of its history. */
  readonly entries: number;
}

export type TaskFilter = "open" | "overdue" | "done" | "dropped" | "all";

export interface TaskPeriod {
  readonly from: string;
  readonly until: string;
  readonly opened: readonly TaskItem[];
  readonly done: readonly TaskItem[];
  readonly dropped: readonly TaskItem[];
  /** Overdue at the end of the period. */
  readonly overdue: readonly TaskItem[];
  /** Open at the end of the period, overdue ones included. */
  readonly open: readonly TaskItem[];
}

export interface TaskList {
  readonly items: readonly TaskItem[];
  /** Of all tasks that the other filters let through; `open` includes `overdue`. */
  readonly counts: Readonly<Record<TaskFilter, number>>;
  /** Those who have open tasks. */
  readonly owners: readonly string[];
  /** What became of them in the period, as it stood at its end; null where none was asked. */
  readonly period: TaskPeriod | null;
}

/** One entry of the history of a task. */
export interface TaskChange {
  readonly state: TaskState;
  readonly text: string;
  readonly owner: string;
  readonly due: string | null;
  readonly about: readonly TaskTie[];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

const day = z.string().refine(isDay, "YYYY-MM-DD");
const text = z.string().trim().min(2).max(2000);
const owner = z.string().trim().max(60);
/** `S-1`, `R-2`, `case:A33…`, `phone:138…`, or an identifier as typed. */
const about = z.array(z.string().trim().min(1).max(200)).max(50);

export const minutesFormats = ["docx", "pdf"] as const;

export const taskCalls = {
  "task.add": write(
    z.object({
      text,
      owner: owner.default(""),
      due: day.nullable().default(null),
      about: about.default([]),
      /** Where it was decided: a storyboard and one of its scenes. */
      board: z.string().default(""),
      scene: z.string().default(""),
    }),
    "Opens a task: who does what by when, about which series, rings, cases and identifiers.",
    { errors: ["series-unknown", "ring-unknown", "case-unknown", "watch-unclear", "storyboard-unknown"] },
  )<TaskItem>(),
  "task.change": write(
    z.object({
      task: z.string(),
      text: text.optional(),
      owner: owner.optional(),
      due: day.nullable().optional(),
      about: about.optional(),
      reason: z.string().trim().max(2000).default(""),
    }),
    "Words, owner, last day or ties of an open task anew; what it was stays in its history.",
    { errors: ["task-unknown", "task-settled", "series-unknown", "ring-unknown", "case-unknown", "watch-unclear"] },
  )<TaskItem>(),
  "task.settle": write(
    z.object({ task: z.string(), state: z.enum(taskStates), reason: z.string().trim().max(2000).default("") }),
    "Marks a task done, drops it, or opens it again; dropping and opening again need a reason.",
    { errors: ["task-unknown", "task-settled", "reason-missing"] },
  )<TaskItem>(),
  "task.list": read(
    z.object({
      state: z.enum(["open", "overdue", "done", "dropped", "all"]).default("open"),
      owner: z.string().optional(),
      /** Tied to this series, ring or entity. */
      about: z.string().optional(),
      board: z.string().optional(),
      /** Both days included, China time: `period` tells what became of tasks in them. One alone: until today, since ever. */
      from: day.optional(),
      until: day.optional(),
      limit: z.int().min(1).max(10_000).default(500),
    }),
    "Tasks, the most urgent first, with what was opened, done, dropped and overdue in a period.",
  )<TaskList>(),
  "task.exportMinutes": job(
    z.object({
      /** A storyboard; null: all meetings. */
      board: z.string().nullable().default(null),
      format: z.enum(minutesFormats),
      language: z.enum(languages).default("zh-CN"),
    }),
    "The minutes of a meeting as a file to sign: decisions, questions with their answers, tasks with what became of them.",
    { errors: ["storyboard-unknown"], onReadOnly: true },
  )<ExportedFile>(),
  "task.readHistory": read(z.object({ task: z.string() }), "What was written of a task, oldest first.", {
    errors: ["task-unknown"],
  })<readonly TaskChange[]>(),
};
