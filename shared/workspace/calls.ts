// Calls about the workspace as a whole: what is in it, what to do first, search.

import { z } from "zod";
import type { CaseLoss } from "../model/caseLoss.ts";
import type { CaseTime } from "../model/caseTime.ts";
import { job, read, write } from "../rpc/call.ts";
import type { JobProgress } from "../rpc/channel.ts";
import { graphCalls } from "./graphCalls.ts";
import type { QueryResult } from "./queryResult.ts";
import { selfTestCalls } from "./selfTestCalls.ts";

export interface WorkspaceInfo {
  readonly path: string;
  readonly name: string;
  readonly readOnly: boolean;
  readonly encrypted: boolean;
  readonly schemaVersion: number;
  /** Grows with every change of facts; results carry the version they were computed from. */
  readonly dataVersion: number;
  /** Entities by kind, all kinds of the workspace. */
  readonly entities: Readonly<Record<string, number>>;
  /** Case records that repeat another: an incident number of a case that stands under its own number, or judged one. */
  readonly mergedCases: number;
  readonly events: Readonly<Record<string, number>>;
  readonly sources: number;
  readonly rejectedRows: number;
  readonly pairsWaiting: number;
  readonly series: number;
  readonly charts: number;
  /** Data version of the last link and group run; null before the first. */
  readonly linkedAt: number | null;
  readonly groupedAt: number | null;
  readonly auditEntries: number;
  /** Null while a long chain is still being walked: ask again. */
  readonly auditIntact: boolean | null;
  readonly decisions: number;
  readonly newAlerts: number;
  /** Sources that are stored and of which nobody tells or was told what they brought to series and watches (`import.tellLate`). */
  readonly untold: number;
  /** First and last case time, ISO dates; null without cases. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly user: string;
}

export interface NewCase extends CaseTime, CaseLoss {
  readonly case: string;
  readonly type: string | null;
  readonly place: string | null;
  readonly series: string | null;
  readonly posterior: number | null;
  readonly bits: number | null;
}

export interface SeriesTrend {
  readonly series: string;
  readonly title: string;
  readonly cases: number;
  /** Cases by week, oldest first, 12 weeks up to the last case of the workspace. */
  readonly weeks: readonly number[];
  readonly borderline: number;
  /** Days since its last case where it has fallen silent by its own rhythm, else null. */
  readonly silentDays: number | null;
}

/** One thing to do, most urgent first. `kind` picks the sentence `overview.todo.<kind>`. */
export interface TodoItem {
  readonly kind: "overdue" | "rejects" | "reused" | "match" | "pairs" | "series" | "stale" | "unlinked";
  readonly values: Readonly<Record<string, string | number>>;
  /** Where its button goes. */
  readonly stage: string;
  readonly subject: string;
}

export interface Overview {
  readonly todo: readonly TodoItem[];
  readonly newCases: readonly NewCase[];
  readonly newLoss: string;
  readonly added: Readonly<Record<string, number>>;
  readonly trends: readonly SeriesTrend[];
  readonly lastChart: { readonly id: string; readonly name: string; readonly at: string; readonly entities: number } | null;
  readonly lastImportAt: string | null;
}

export interface SearchHit {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  /** The text that matched, with the part that did as [start, end). */
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  /** key, label, brief, pinyin … */
  readonly field: string;
  /** One fact beside the label: type and loss of a case, holder of an account. */
  readonly note: string;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Hits by kind; capped at 1,000 each (then `capped`). */
  readonly counts: Readonly<Record<string, number>>;
  readonly capped: boolean;
}

export const workspaceCalls = {
  ...graphCalls,
  ...selfTestCalls,
  "workspace.readInfo": read(z.object({}), "What is in the workspace, its versions and its state.")<WorkspaceInfo>(),
  "workspace.readOverview": read(z.object({}), "What to do first, new cases, series that changed.")<Overview>(),
  "workspace.searchEntities": read(
    z.object({ words: z.string().max(200), kind: z.string().optional(), limit: z.int().min(1).max(500).default(50) }),
    "Finds entities by part of a number (* and ?), name, pinyin, initials, or words of the brief.",
    { audit: "before" },
  )<SearchResult>(),
  "workspace.listJobs": read(z.object({}), "Jobs at work in this engine, whoever started them.")<
    readonly {
      readonly id: number;
      readonly name: string;
      readonly startedAt: string;
      readonly progress: JobProgress | null;
      /** Begun by the engine itself. */
      readonly isBackground: boolean;
    }[]
  >(),
  "workspace.cancelJob": write(z.object({ id: z.int() }), "Cancels a job at work, whoever started it.")<{
    readonly id: number;
    /** False when it had ended before. */
    readonly wasRunning: boolean;
  }>(),
  "workspace.queryViews": job(
    z.object({ sql: z.string().min(1).max(100_000), seconds: z.int().min(1).max(86_400).default(60) }),
    "One SELECT over the documented views (v_case, v_transfer …), read-only; ended after so many seconds.",
    {
      errors: ["query-refused", "query-slow", "workspace-damaged", "masked-refused"],
      refusedWhenMasked: true,
      onReadOnly: true,
    },
  )<QueryResult>(),
};
