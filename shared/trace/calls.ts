// Calls of the trace stage: where the money went.
import { z } from "zod";
import { job } from "../rpc/call.ts";
import type { MoneyDocument } from "./moneyDocument.ts";
import { policyNames } from "./policies/index.ts";

export const traceCalls = {
  "trace.traceMoney": job(
    z.object({
      /** `transfer:ID`, `case:NUMBER`, `series:S-1`, or an entity whose accounts pay. */
      from: z.array(z.string()).min(1),
      policy: z.enum(policyNames).default("fifo"),
      /** ISO times; a day without a clock begins and ends with the day. */
      since: z.string().nullable().default(null),
      until: z.string().nullable().default(null),
      /** Levels listed; sums hold all. */
      levels: z.number().int().min(1).default(99),
      currency: z.string().nullable().default(null),
    }),
    "Follows the money of seed transfers, to the fen: levels, what is held, withdrawn, gone, and whose records to ask for next.",
    { errors: ["trace-no-seeds", "trace-currencies-mixed", "case-unknown", "series-unknown", "entity-unknown", "bad-request"] },
  )<MoneyDocument>(),
};
