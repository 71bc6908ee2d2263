// Calls of payments in two banks' books: pairing, the desk, accepting all that is sure. One pair is judged by `review.recordDecision`, subject payment.
import { z } from "zod";
import type { Verdict } from "../model/decision.ts";
import type { Citation } from "../model/source.ts";
import { job, read } from "../rpc/call.ts";
import type { PaymentBar } from "./payment/pairPayments.ts";

/** accepted and rejected: judged by a person. */
export const paymentStates = ["sure", "review", "accepted", "rejected"] as const;
export type PaymentState = (typeof paymentStates)[number];
export const paymentPiles = [...paymentStates, "all"] as const;

export interface PaymentRun {
  readonly ranAt: string;
  /** Rows that only the payer's bank tells, and rows that only the payee's bank tells. */
  readonly paid: number;
  readonly received: number;
  /** Pairs within the window of days and amounts, and those that were looked at closely. */
  readonly candidates: number;
  readonly kept: number;
  /** Payments that both books are expected to tell. */
  readonly expected: number;
  /** Rows whose best partner is one of many that fit as well: not suggested. */
  readonly undecided: number;
  readonly seconds: number;
}

export interface PaymentAccount {
  readonly entity: string;
  readonly label: string;
}

/** One of the two rows. */
export interface PaymentSide {
  /** `SOURCE#ROW`, as decisions name it. */
  readonly ref: string;
  readonly at: string;
  readonly hasClock: boolean;
  readonly amount: string;
  readonly balance: string | null;
  /** Whose statement it is, and whom it names as the other side. */
  readonly own: PaymentAccount | null;
  readonly counterparty: PaymentAccount | null;
  readonly memo: string;
  readonly channel: string;
  readonly serial: string;
  readonly sources: readonly Citation[];
}

export interface PaymentLine {
  readonly paid: PaymentSide;
  readonly received: PaymentSide;
  readonly currency: string;
  /** Part of both rows that this pair explains, rivals and "no partner" against it; 0 to 1. */
  readonly share: number;
  readonly bits: number;
  readonly state: PaymentState;
  /** Received less paid, 1/100 of the currency as decimal; below 0 a fee. */
  readonly difference: string;
  readonly lagDays: number;
  readonly bars: readonly PaymentBar[];
  readonly decision: { readonly verdict: Verdict; readonly note: string; readonly by: string; readonly at: string } | null;
}

export interface PaymentPage {
  readonly items: readonly PaymentLine[];
  readonly run: PaymentRun | null;
  readonly stale: boolean;
  readonly counts: Readonly<Record<PaymentState, number>>;
}

export const paymentCalls = {
  "resolve.pairPayments": job(
    z.object({}),
    "Suggests which rows of two banks' statements are one payment, where serial numbers, amounts or days differ; what people judged stands above it.",
    { errors: ["no-two-books", "cancelled"] },
  )<PaymentRun>(),
  "resolve.listPayments": read(
    z.object({
      pile: z.enum(paymentPiles).default("all"),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    "Suggested pairs with both rows side by side, bits by feature and the share, the best first.",
    { audit: "before" },
  )<PaymentPage>(),
  "resolve.readPayment": read(
    z.object({ paid: z.string().min(3), received: z.string().min(3) }),
    "One suggested pair by its two rows, each `SOURCE#ROW`.",
    { audit: "before", errors: ["payment-unknown"] },
  )<PaymentLine>(),
  "resolve.acceptSurePayments": job(
    z.object({ reason: z.string().max(1000) }),
    "Accepts every sure pair: each becomes one transfer with both rows, and a decision that can be taken back.",
    { errors: ["reason-missing", "cancelled"] },
  )<{ readonly accepted: number }>(),
};
