// Calls of statistics: counts and sums over dimensions, their course, the cases behind a number, and all of it as a file.
import { z } from "zod";
import type { Citation } from "../model/source.ts";
import { job } from "../rpc/call.ts";
import { languages } from "../words.ts";
import type { ExportedFile } from "./exportCalls.ts";
import { casesQuestionSchema, tableQuestionSchema, trendQuestionSchema } from "./statistics/question.ts";
import type { StatisticsTable } from "./statistics/tableShape.ts";
import type { Trend } from "./statistics/trend.ts";

/** A case behind a number. */
export interface StatisticsCase {
  readonly case: string;
  readonly type: string;
  /** ISO; the time that counts. */
  readonly at: string | null;
  /** Decimal. */
  readonly loss: string | null;
  readonly district: string;
  readonly address: string;
  readonly unit: string;
  /** Degrees, to a kilometre where masked; null where no place is told. */
  readonly point: readonly [longitude: number, latitude: number] | null;
  readonly rows: readonly Citation[];
}

export interface StatisticsCasePage {
  readonly items: readonly StatisticsCase[];
  readonly total: number;
  /** Hand it back as `after` for what follows; null: that was all. */
  readonly next: string | null;
}

export const statisticsFormats = ["xlsx", "csv", "svg", "png"] as const;
export type StatisticsFormat = (typeof statisticsFormats)[number];

const language = z.enum(languages).default("zh-CN");

export const statisticsCalls = {
  "statistics.table": job(
    tableQuestionSchema.extend({ language }),
    "Cases counted, or losses, stopped and returned sums, over one dimension or two crossed, beside the period before and a year before; which cells stand out, and how often chance would do it.",
    { errors: ["bad-request"], onReadOnly: true },
  )<StatisticsTable>(),
  "statistics.trend": job(
    trendQuestionSchema,
    "Cases or sums by day, week or month, each beside the band that the points before it let expect.",
    { errors: ["bad-request"], onReadOnly: true },
  )<Trend>(),
  "statistics.cases": job(casesQuestionSchema, "The cases behind a number of the statistics, the latest first, each with its rows.", {
    errors: ["bad-request", "case-unknown"],
    onReadOnly: true,
  })<StatisticsCasePage>(),
  "statistics.export": job(
    tableQuestionSchema.extend({
      format: z.enum(statisticsFormats),
      /** `map`: a picture of places, whatever `by` says. */
      look: z.enum(["table", "map"]).default("table"),
      /** Of a map: cases or sums, or cases for 100,000 people a year. */
      figure: z.enum(["count", "rate"]).default("count"),
      /** PNG: pixels for a unit of the picture. */
      scale: z.number().min(0.1).max(20).default(2),
      /** Why full values are needed, for the audit. */
      reason: z.string().default(""),
      language,
    }),
    "A table of statistics as a file: XLSX with the cases behind it, CSV, or a picture (SVG, PNG) of the table or of a map of places.",
    { errors: ["bad-request", "picture-too-large", "map-empty", "population-missing"] },
  )<ExportedFile>(),
};
