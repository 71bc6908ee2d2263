// Calls of watching: what is watched, and the alerts that imports raised.
import { z } from "zod";
import { type AlertFact, type AlertItem, type AlertState, alertStates, type WatchKind } from "../model/alert.ts";
import type { Numbered } from "../model/entity.ts";
import { job, read, write } from "../rpc/call.ts";
import { type WatchSubject, watchSubject } from "./watch/subject.ts";

export interface WatchItem extends Numbered {
  /** `W-3`. */
  readonly id: string;
  readonly kind: WatchKind;
  readonly subject: WatchSubject;
  /** The entity that is watched, null where the subject is none. */
  readonly entity: string | null;
  /** How it is called; of an entity what the workspace calls it. */
  readonly label: string;
  /** The entity stands in the workspace; of a series: its cases are in one. */
  readonly isKnown: boolean;
  /** What a watched series is called now, where it was merged into another one; else null. */
  readonly follows: string | null;
  readonly reason: string;
  readonly owner: string;
  /** ISO 8601; null: until it is removed. */
  readonly expiresAt: string | null;
  readonly isExpired: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly alerts: number;
  readonly newAlerts: number;
  readonly lastAlertAt: string | null;
}

export interface AlertPage {
  readonly items: readonly AlertItem[];
  readonly counts: Readonly<Record<AlertState, number>>;
}

export interface WatchesAdded {
  /** `W-3`, in the order of the list. */
  readonly added: readonly string[];
  /** What was watched already, and as what. */
  readonly known: readonly { readonly text: string; readonly watch: string }[];
  /** Lines that named once more what another line names. */
  readonly repeated: number;
}

/** As typed, a text is what the workspace knows by that key, or the one valid identifier in it; `near`: around a place of the workspace. */
const named = z.union([
  watchSubject,
  z.object({ kind: z.literal("text"), text: z.string().trim().min(1).max(500) }),
  z.object({ kind: z.literal("near"), place: z.string(), metres: z.number().min(1).max(100_000) }),
]);
export type Named = z.infer<typeof named>;

const owner = z.string().trim().max(60).default("");
/** Milliseconds since 1970. */
const expiresAt = z.int().nullable().default(null);

export const watchCalls = {
  "review.addWatch": write(
    z.object({
      subject: named,
      /** How it is to be called; of an entity it may be left out. */
      label: z.string().trim().max(100).default(""),
      reason: z.string(),
      owner,
      expiresAt,
    }),
    "Watches an identifier or person, a place, a series, words or a rule from now on: every import is checked against it. A reason is required.",
    { errors: ["reason-missing", "series-unknown", "watch-known", "watch-unclear", "entity-unknown", "place-without-coordinates"] },
  )<WatchItem>(),
  "review.addWatches": write(
    z.object({
      /** A line each: `kind:key`, `series:S-1`, or an identifier as typed. */
      texts: z.array(z.string().max(500)).min(1).max(10_000),
      reason: z.string(),
      owner,
      expiresAt,
    }),
    "Watches everyone of a list for one reason; a line that names nothing refuses the list, what is watched already is told and left as it is.",
    { errors: ["reason-missing", "watch-line-unclear", "series-unknown"] },
  )<WatchesAdded>(),
  "review.removeWatches": write(
    z.object({ watches: z.array(z.string()).min(1).max(10_000), reason: z.string() }),
    "Ends several watches at once; their alerts stay.",
    { errors: ["reason-missing", "watch-unknown"] },
  )<{ readonly watches: number }>(),
  "review.removeWatch": write(z.object({ watch: z.string(), reason: z.string() }), "Ends a watch; its alerts stay. A reason is required.", {
    errors: ["reason-missing", "watch-unknown"],
  })<{ readonly watch: string }>(),
  "review.listWatches": read(z.object({}), "What is watched, newest first.")<readonly WatchItem[]>(),
  "review.listAlerts": read(
    z.object({
      state: z.enum(["open", "all", ...alertStates]).default("open"),
      watch: z.string().optional(),
      limit: z.int().min(1).max(1000).default(200),
    }),
    "Alerts, newest first; open: new and seen.",
    { errors: ["watch-unknown"] },
  )<AlertPage>(),
  "review.listAlertFacts": read(
    z.object({ alert: z.int(), after: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(200) }),
    "The facts of an alert, newest first, each with its source row.",
    { errors: ["not-found"] },
  )<readonly AlertFact[]>(),
  "review.markAlerts": write(
    z.object({ alerts: z.array(z.int()).min(1).max(10_000), state: z.enum(alertStates), reason: z.string().default("") }),
    "Moves alerts to a state; dismissing needs a reason.",
    { errors: ["reason-missing", "not-found"] },
  )<{ readonly alerts: number }>(),
  "review.checkWatches": job(
    z.object({ sources: z.array(z.int()).max(10_000).optional() }),
    "Checks sources, or all of them, against all watches again; what was alerted before is not alerted again.",
    { errors: ["cancelled"] },
  )<{ readonly alerts: readonly AlertItem[] }>(),
};
