// Calls of the review stage that hand out files: each is made in the engine, masked there when the session is masked, and noted in the audit.
import { z } from "zod";
import { chartDocumentSchema, chartLinkSchema } from "../chart/document.ts";
import { type PaperName, paperNames } from "../chart/paper.ts";
import { job } from "../rpc/call.ts";
import { moneyErrors, moneyQuestion } from "../trace/calls.ts";
import { listNames } from "../trace/lists/index.ts";
import { policyNames } from "../trace/policies/index.ts";
import { languages } from "../words.ts";
import { ringTables } from "./paper/ringTables.ts";
import { reportKinds } from "./reportKinds.ts";

/** A file as it is handed out; the shell writes it whole or not at all. */
export interface ExportedFile {
  /** A name without a folder and without signs that systems refuse. */
  readonly file: string;
  readonly mediaType: string;
  readonly base64: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** What it holds: lines of a list, entities of a chart. */
  readonly count: number;
  readonly isMasked: boolean;
}

export const listFormats = ["xlsx", "docx", "pdf", "csv"] as const;
export type ListFormat = (typeof listFormats)[number];

export const ringFormats = ["xlsx", "csv"] as const;
export type RingFormat = (typeof ringFormats)[number];

export const chartFormats = ["svg", "png", "pdf", "xlsx", "csv", "graphml", "gexf", "anx", "json"] as const;
export type ChartFormat = (typeof chartFormats)[number];

/** `zip`: the verification bundle, with both documents in it. */
export const reportFormats = ["docx", "pdf", "zip"] as const;
export type ReportFormat = Exclude<(typeof reportFormats)[number], "zip">;

const language = z.enum(languages).default("zh-CN");

const paperName = z.enum(paperNames as [PaperName, ...PaperName[]]);

/** What a chart is exported from: the open one, a kept one, or what a subject starts with, laid out by levels. */
const chartSource = z.object({
  document: chartDocumentSchema.nullable().default(null),
  /** Links that the document does not carry itself. */
  links: z.array(chartLinkSchema).default([]),
  /** Id of a kept chart. */
  chart: z.string().nullable().default(null),
  subject: z.string().nullable().default(null),
  title: z.string().default(""),
  /** Records that are one, to be drawn as one: as the window shows them. */
  identities: z.array(z.object({ refs: z.array(z.string()) })).default([]),
});

export const exportCalls = {
  "review.exportList": job(
    moneyQuestion.extend({
      list: z.enum(listNames),
      /** Moment of the list, ISO; null: now. */
      asOf: z.string().nullable().default(null),
      format: z.enum(listFormats),
      language,
    }),
    "A list of a money trace as a file to print and sign: stop-payment, freeze, return, records to request; every line with its rows.",
    { errors: moneyErrors },
  )<ExportedFile>(),
  "review.exportRing": job(
    z.object({
      ring: z.string(),
      format: z.enum(ringFormats),
      /** CSV: which of its tables; a workbook holds all. */
      table: z.enum(ringTables).default("members"),
      language,
    }),
    "The tables of a ring as a file: members with role and reason, what they share, phases, bridges, sellers, cases; every line with its rows.",
    { errors: ["ring-unknown"] },
  )<ExportedFile>(),
  "review.exportChart": job(
    chartSource.extend({
      format: z.enum(chartFormats),
      /** PDF: size of the picture, and of the sheets it is printed on. */
      paper: paperName.default("A4"),
      sheet: paperName.nullable().default(null),
      /** PNG: pixels for a unit of the chart. */
      scale: z.number().min(0.1).max(20).default(2),
      /** Why full values are needed, for the audit. */
      reason: z.string().default(""),
      language,
    }),
    "A chart as a file: picture (SVG, PNG, PDF to A0, on tiles too), tables (XLSX, CSV) or data for other programs (GraphML, GEXF, i2 ANX, JSON).",
    {
      errors: ["chart-unknown", "series-unknown", "case-unknown", "entity-unknown", "not-linked-yet", "chart-empty", "picture-too-large"],
    },
  )<ExportedFile>(),
  "review.writeReport": job(
    z.object({
      kind: z.enum(reportKinds),
      /** `series:S-1`, `phone:…`, or for money whatever can be traced. */
      subject: z.string(),
      format: z.enum(reportFormats),
      policy: z.enum(policyNames).default("fifo"),
      /** A report that was composed: its subject, sections and words instead of a fresh one. */
      report: z.string().nullable().default(null),
      /** A DOCX that was written before: the unit's own words are taken over from it. */
      previous: z.string().nullable().default(null),
      /** A DOCX of the unit's own with placeholders, base64; for DOCX only. */
      template: z.string().nullable().default(null),
      reason: z.string().default(""),
      language,
    }),
    "A report in which every statement cites its rows, as DOCX or PDF, or as a bundle that can be verified.",
    {
      errors: [
        ...moneyErrors,
        "not-linked-yet",
        "report-unreadable",
        "report-uncited",
        "report-unknown",
        "ring-unknown",
        "template-unreadable",
        "template-placeholder",
        "template-empty",
      ],
    },
  )<ExportedFile>(),
};
