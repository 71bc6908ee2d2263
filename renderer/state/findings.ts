// What other units found: judged as a whole.
import type { FindingState } from "../../shared/review/exchange/finding.ts";
import { engine } from "../rpc/engine.ts";
import { tell } from "./toasts.ts";

/** Subjects of the group view that another unit found. */
export const isFinding = (subject: string): boolean => /^X-\d+$/.test(subject);

export const findingStateKeys: Readonly<Record<FindingState, string>> = {
  open: "exchange.finding.open",
  adopted: "exchange.finding.adopted",
  apart: "exchange.finding.apart",
};

const toastKeys: Readonly<Record<FindingState, string>> = {
  open: "exchange.finding.toastOpen",
  adopted: "exchange.finding.toastAdopted",
  apart: "exchange.finding.toastApart",
};

export async function judgeFinding(finding: string, state: FindingState, reason: string, withBorderline = false): Promise<void> {
  const { decisions, kept } = await engine.call("review.judgeFinding", { finding, state, reason, withBorderline });
  tell(toastKeys[state], { finding, decisions, kept });
}
