// Calls of briefings: a period read as it will print, kept for editing, written as a document or as slides.
import { z } from "zod";
import { job, write } from "../rpc/call.ts";
import { languages } from "../words.ts";
import type { BriefHead } from "./brief/briefHead.ts";
import type { ExportedFile } from "./exportCalls.ts";
import type { CitedSource } from "./paper/citation.ts";
import type { ReportItem, ShownSection } from "./reportCalls.ts";
import type { ReportDraft } from "./reportDraft.ts";
import { parseDay } from "./statistics/period.ts";
import type { ShownPeriod } from "./statistics/tableShape.ts";

export const briefFormats = ["docx", "pdf", "pptx", "zip"] as const;
export type BriefFormat = (typeof briefFormats)[number];

export interface BriefDocument {
  readonly period: ShownPeriod;
  /** The periods that figures are held against. */
  readonly last: ShownPeriod;
  readonly year: ShownPeriod;
  readonly heading: string;
  /** What stands about the heading: unit, number of the issue, day, people, notice. */
  readonly head: BriefHead;
  /** The kept briefing whose words are in it; null: nobody wrote in it yet. */
  readonly report: string | null;
  /** Its subject, the sections that are left out, the unit's own words. */
  readonly draft: ReportDraft;
  /** Figures of a sentence by name: money in 1/100 of the currency (`fen…`), `…Last` and `…Year` for what they are held against. */
  readonly sections: readonly ShownSection[];
  readonly sources: readonly CitedSource[];
  readonly citationCount: number;
  /** Sentences that no row says; such a briefing is not written. */
  readonly uncited: number;
  readonly leftOver: readonly string[];
}

const day = z.string().refine((text) => parseDay(text) !== null, { message: "2026-11-22" });
const language = z.enum(languages).default("zh-CN");
/** First and last day, both inclusive. */
const period = z.object({ from: day, to: day });

export const briefCalls = {
  "brief.read": job(
    period.extend({ language }),
    "The briefing of a period: new cases, losses, what stands out, series, rings, what came again, alerts, watches, decisions, tasks; every sentence with its figures and rows.",
    { errors: ["bad-request"], onReadOnly: true },
  )<BriefDocument>(),
  "brief.open": write(
    period.extend({ language }),
    "The briefing of a period as a report that is being composed: the one that is kept, else a new one.",
    { errors: ["bad-request"] },
  )<ReportItem>(),
  "brief.export": job(
    period.extend({
      format: z.enum(briefFormats),
      /** A DOCX that was written before: the unit's own words are taken over from it. */
      previous: z.string().nullable().default(null),
      /** A DOCX of the unit's own with placeholders, base64; for DOCX only. */
      template: z.string().nullable().default(null),
      /** Slides for a dark room. */
      isDark: z.boolean().default(false),
      reason: z.string().default(""),
      language,
    }),
    "The briefing of a period as DOCX, PDF, slides (PPTX) or a bundle that can be verified, with the words that were kept for it.",
    { errors: ["bad-request", "report-unreadable", "report-uncited", "template-unreadable", "template-placeholder", "template-empty"] },
  )<ExportedFile>(),
};
