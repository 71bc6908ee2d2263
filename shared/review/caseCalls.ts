// A case on one page: its own facts, and where it stands – series and alerts. Its pairs are `link.listPairs`, its money `trace.traceMoney`.
import { z } from "zod";
import type { EntityFacts } from "../chart/calls.ts";
import type { AlertItem } from "../model/alert.ts";
import { read } from "../rpc/call.ts";

export interface CasePage {
  /** The number that it stands under; what was asked for may be its incident number. */
  readonly case: string;
  readonly facts: EntityFacts;
  /** Of the last grouping. */
  readonly series: { readonly series: string; readonly title: string; readonly cases: number; readonly loss: string } | null;
  /** Open ones about the case or whoever stands in it, the latest first. */
  readonly alerts: readonly AlertItem[];
}

export const caseCalls = {
  "review.readCase": read(
    z.object({ case: z.string() }),
    "A case by its number or incident number: every fact with its rows, the series it stands in, open alerts about it and whoever stands in it.",
    { audit: "before", errors: ["case-unknown"] },
  )<CasePage>(),
};
