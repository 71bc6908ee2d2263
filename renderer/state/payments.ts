// Payments in two banks' books on screen: which pile is listed, which pair is open, how a judgement is kept.
import { create } from "zustand";
import type { Verdict } from "../../shared/model/decision.ts";
import type { PaymentLine, PaymentState } from "../../shared/resolve/paymentCalls.ts";
import { engine } from "../rpc/engine.ts";
import { runJob } from "./jobs.ts";
import { goTo } from "./navigation.ts";
import { tell } from "./toasts.ts";

// State

export interface PaymentsState {
  readonly pile: PaymentState;
  readonly limit: number;
}

const pageSize = 100;
export const mostPayments = 500;

export const usePayments = create<PaymentsState>(() => ({ pile: "sure", limit: pageSize }));

// Producers

/** A pair by its two rows: `12#4|13#9`. */
export const paymentSubject = ({ paid, received }: Pick<PaymentLine, "paid" | "received">): string => `${paid.ref}|${received.ref}`;

/** Behind the view's name: `payment` the desk, `payment/12#4|13#9` one pair of it; null for another tab. */
export function parsePaymentPlace(subject: string): string | null {
  if (subject !== "payment" && !subject.startsWith("payment/")) return null;
  return subject.slice("payment/".length);
}

export function parsePaymentPair(pair: string): { readonly paid: string; readonly received: string } | null {
  const cut = pair.indexOf("|");
  return cut < 1 ? null : { paid: pair.slice(0, cut), received: pair.slice(cut + 1) };
}

// Actions

export const showPayments = (pile: PaymentState): void => {
  usePayments.setState({ pile, limit: pageSize });
  goTo("resolve", "payment");
};
export const showMorePayments = (): void => usePayments.setState(({ limit }) => ({ limit: Math.min(mostPayments, limit + pageSize) }));
export const openPayment = (pair: string): void => goTo("resolve", `payment/${pair}`);

const toastKeys: Readonly<Record<Verdict, string>> = {
  confirm: "resolve.payment.toastJoined",
  reject: "resolve.payment.toastApart",
  later: "resolve.payment.toastBack",
};

export async function judgePayment({ paid, received }: PaymentLine, verdict: Verdict, reason: string): Promise<void> {
  await engine.call("review.recordDecision", { subject: "payment", a: paid.ref, b: received.ref, verdict, reason });
  tell(toastKeys[verdict]);
}

const place = { view: "resolve", subject: "payment" } as const;

export async function pairPayments(): Promise<void> {
  await runJob("resolve.pairPayments", {}, { title: "resolve.payment.job", place });
}

export async function acceptSurePayments(reason: string): Promise<void> {
  await runJob("resolve.acceptSurePayments", { reason }, { title: "resolve.payment.acceptJob", place });
}
