// Calls of the trace stage: where the money went, which number followed which.
import { z } from "zod";
import { job } from "../rpc/call.ts";
import { listNames } from "./lists/index.ts";
import type { ListLine } from "./lists/listLine.ts";
import { mapCalls } from "./mapCalls.ts";
import type { MoneyDocument } from "./moneyDocument.ts";
import type { MoneyRange } from "./moneyRanges.ts";
import { movementCalls } from "./movementCalls.ts";
import { policyNames } from "./policies/index.ts";
import { stayCalls } from "./stayCalls.ts";

/** An old number and the new one that took its place. */
export interface NumberChangeLine {
  readonly old: string;
  readonly new: string;
  /** Likeness: contacts 0..1, plus what towers, handset and hours add. */
  readonly score: number;
  /** The moment that parts before and after. */
  readonly at: string;
  /** Judged jointly, over all days together, to be the successor: one of a number, and of one number. Others are second choices. */
  readonly assigned: boolean;
  /** Of a second choice: whose successor the new number is judged to be, and which number the old one is judged to have changed to. */
  readonly rivalOld: string | null;
  readonly rivalNew: string | null;
  readonly evidence: {
    readonly contacts: number;
    readonly sharedContacts: readonly string[];
    readonly sharedContactCount: number;
    readonly towers: number | null;
    readonly sameHandset: boolean;
    readonly hours: number;
    readonly oldStillUsed: boolean;
  };
  /** First and last call of either. */
  readonly spans: { readonly [Which in "old" | "new"]: { readonly firstAt: string; readonly lastAt: string } };
}

export const moneyQuestion = z.object({
  /** `transfer:ID`, `case:NUMBER`, `series:S-1`, or an entity whose accounts pay. */
  from: z.array(z.string()).min(1),
  policy: z.enum(policyNames).default("fifo"),
  /** ISO times; a day without a clock begins and ends with the day. */
  since: z.string().nullable().default(null),
  until: z.string().nullable().default(null),
  /** Levels listed; sums hold all. */
  levels: z.number().int().min(1).default(99),
  currency: z.string().nullable().default(null),
});

export const moneyErrors = [
  "trace-no-seeds",
  "trace-currencies-mixed",
  "case-unknown",
  "series-unknown",
  "entity-unknown",
  "bad-request",
] as const;

export const traceCalls = {
  ...movementCalls,
  ...mapCalls,
  ...stayCalls,
  "trace.traceMoney": job(
    moneyQuestion,
    "Follows the money of seed transfers, to the fen: levels, what is held, withdrawn, gone, and whose records to ask for next.",
    { errors: moneyErrors, onReadOnly: true },
  )<MoneyDocument>(),
  "trace.rangeMoney": job(moneyQuestion, "The least and the most that each account receives of the traced money under any policy.", {
    errors: moneyErrors,
    onReadOnly: true,
  })<readonly MoneyRange[]>(),
  "trace.listMoney": job(
    moneyQuestion.extend({
      list: z.enum(listNames),
      /** Moment of the list, ISO; null: now. */
      asOf: z.string().nullable().default(null),
    }),
    "A list as it is printed: stop-payment, freeze, records to request next, return; every line with its rows.",
    { errors: moneyErrors, onReadOnly: true },
  )<readonly ListLine[]>(),
  "trace.findNumberChanges": job(
    z.object({
      /** ISO day or time of the change; null: every day on which numbers fall silent for good. */
      at: z.string().nullable().default(null),
    }),
    "Finds which new number took the place of which old one, judged jointly over all numbers that fall silent and appear.",
    { errors: ["bad-request"], onReadOnly: true },
  )<{
    readonly lines: readonly NumberChangeLine[];
    /** Numbers beyond the 300 most active of each pool, which were not matched. */
    readonly leftOut: number;
  }>(),
};
