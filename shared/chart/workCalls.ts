// Calls of a chart that is worked on: its document with the history, and its named snapshots.
import { z } from "zod";
import { read, write } from "../rpc/call.ts";
import { type ChartDocument, chartDocumentSchema, type LookSet, lookSetSchema } from "./document.ts";
import { type StoredStep, storedStepSchema } from "./stepSchema.ts";

export interface ChartWork {
  readonly id: string;
  readonly session: string;
  readonly name: string;
  readonly document: ChartDocument;
  /** Number of the first step that is remembered. */
  readonly first: number;
  /** Oldest first; the first `done` of them are done, the rest is undone. */
  readonly steps: readonly StoredStep[];
  readonly done: number;
  readonly savedAt: string;
}

export interface SnapshotItem {
  readonly number: number;
  readonly name: string;
  readonly by: string;
  readonly savedAt: string;
  readonly entities: number;
}

/** Id of a kept chart, else what it was opened from (`series:S-12`), else empty. */
const chart = z.string();

export const workCalls = {
  "chart.saveWork": write(
    z.object({
      chart,
      session: z.string().min(1),
      name: z.string(),
      document: chartDocumentSchema,
      /** Steps before this number are forgotten, those from `from` on replaced. */
      first: z.int().min(0),
      from: z.int().min(0),
      steps: z.array(storedStepSchema).max(1000),
      done: z.int().min(0).max(1000),
    }),
    "Keeps what is on the canvas with the steps since the last time. `isBehind`: another window wrote meanwhile, send the history whole.",
    { audit: "gathered", gatherBy: ["chart", "session"] },
  )<{ readonly isBehind: boolean; readonly savedAt: string }>(),
  "chart.readWork": read(
    z.object({ chart: chart.nullable() }),
    "What was last on the canvas of a chart (null: of any), with its history; null when nothing is left over.",
    { audit: "before" },
  )<ChartWork | null>(),
  "chart.dropWork": write(z.object({ chart }), "Forgets what was worked on since a chart was kept.")<{ readonly chart: string }>(),
  "chart.saveSnapshot": write(
    z.object({ chart, name: z.string().min(1), document: chartDocumentSchema }),
    "Keeps a named state of a chart to go back to and to compare with.",
  )<SnapshotItem>(),
  "chart.listSnapshots": read(z.object({ chart }), "The snapshots of a chart, newest first.")<readonly SnapshotItem[]>(),
  "chart.readSnapshot": read(z.object({ chart, number: z.int() }), "A snapshot with its document.", {
    audit: "before",
    errors: ["snapshot-unknown"],
  })<SnapshotItem & { readonly document: ChartDocument }>(),
  "chart.deleteSnapshot": write(z.object({ chart, number: z.int() }), "Removes a snapshot.", { errors: ["snapshot-unknown"] })<{
    readonly number: number;
  }>(),
  "chart.listLooks": read(z.object({}), "Sets of looks that are kept with the workspace.")<readonly LookSet[]>(),
  "chart.saveLooks": write(z.object({ looks: lookSetSchema }), "Keeps a set of looks under its name.")<LookSet>(),
  "chart.deleteLooks": write(z.object({ name: z.string() }), "Removes a set of looks.")<{ readonly wasKept: boolean }>(),
};
