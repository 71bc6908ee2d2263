// Calls about composing a report: kept as a draft, shown as it will print, every sentence with the rows that say it.
import { z } from "zod";
import { job, read, write } from "../rpc/call.ts";
import { moneyErrors } from "../trace/calls.ts";
import { languages } from "../words.ts";
import type { CitedRow, CitedSource } from "./paper/citation.ts";
import type { Table } from "./paper/table.ts";
import { type ReportDraft, reportChangeSchema, reportDraftSchema } from "./reportDraft.ts";
import type { ReportKind } from "./reportKinds.ts";

export interface ReportItem {
  readonly id: string;
  readonly name: string;
  readonly reportKind: ReportKind;
  readonly subject: string;
  readonly savedAt: string;
}

/** A sentence as it will print. `key` outlives a refresh as long as the same rows say it. */
export interface ShownSentence {
  readonly key: string;
  readonly text: string;
  /** What was said before it was put in other words; null: nothing else was. */
  readonly original: string | null;
  readonly citations: readonly CitedRow[];
  /** The figures in it, by name; of briefings. */
  readonly figures?: Readonly<Record<string, number | string>>;
}

export type ShownBlock =
  | { readonly block: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly block: "facts"; readonly lines: readonly string[] }
  | { readonly block: "paragraph"; readonly sentences: readonly ShownSentence[] }
  | { readonly block: "points"; readonly sentences: readonly ShownSentence[] }
  | { readonly block: "table"; readonly table: Table; readonly sentences: readonly ShownSentence[] }
  /** SVG text, base64. */
  | { readonly block: "figure"; readonly base64: string; readonly caption: string }
  | { readonly block: "editable"; readonly place: string; readonly prompt: string; readonly text: string };

export interface ShownSection {
  /** From 1; 0: what stands before the first heading. */
  readonly section: number;
  readonly title: string;
  readonly isOff: boolean;
  readonly citationCount: number;
  /** Sentences that no row says. */
  readonly uncited: number;
  readonly blocks: readonly ShownBlock[];
}

export interface OpenReport extends ReportItem {
  readonly draft: ReportDraft;
  readonly heading: string;
  readonly sections: readonly ShownSection[];
  readonly sources: readonly CitedSource[];
  readonly citationCount: number;
  readonly uncited: number;
  /** Words for sentences and places that the report no longer has: nothing written is lost in silence. */
  readonly leftOver: readonly string[];
}

const language = z.enum(languages).default("zh-CN");

export const reportCalls = {
  "review.listReports": read(z.object({}), "Reports that are being composed, newest first.")<readonly ReportItem[]>(),
  "review.createReport": write(
    reportDraftSchema.pick({ kind: true, subject: true, policy: true }).extend({ name: z.string().trim().min(1).max(200) }),
    "Begins a report on a series, a ring, a number or money.",
  )<ReportItem>(),
  "review.changeReport": write(
    z.object({ id: z.string(), change: reportChangeSchema }),
    "Takes a section in or out, writes the unit's own words, says a sentence in other words, or takes any of it back.",
    { errors: ["report-unknown"] },
  )<ReportItem>(),
  "review.deleteReport": write(z.object({ id: z.string() }), "Removes a report that was being composed.", { errors: ["report-unknown"] })<{
    readonly id: string;
  }>(),
  "review.composeReport": job(
    z.object({ id: z.string(), language }),
    "A report as it will print: figures made anew, the unit's words kept, every sentence with its rows.",
    { errors: [...moneyErrors, "report-unknown", "not-linked-yet", "ring-unknown"] },
  )<OpenReport>(),
};
