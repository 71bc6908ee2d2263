// Calls of the review stage that hand out files: each is made in the engine, masked there when the session is masked, and noted in the audit.
import { z } from "zod";
import { job } from "../rpc/call.ts";
import { moneyErrors, moneyQuestion } from "../trace/calls.ts";
import { listNames } from "../trace/lists/index.ts";
import { languages } from "../words.ts";

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

export const listFormats = ["xlsx", "docx", "csv"] as const;
export type ListFormat = (typeof listFormats)[number];

const language = z.enum(languages).default("zh-CN");

export const exportCalls = {
  "review.exportList": job(
    moneyQuestion.extend({
      list: z.enum(listNames),
      /** Moment of the list, ISO; null: that of the last traced transfer. */
      asOf: z.string().nullable().default(null),
      format: z.enum(listFormats),
      language,
    }),
    "A list of a money trace as a file to print and sign: stop-payment, freeze, return, records to request; every line with its rows.",
    { errors: moneyErrors },
  )<ExportedFile>(),
};
