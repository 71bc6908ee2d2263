// Calls of the review stage: decisions, and what leaves the workbench as a file.
import { z } from "zod";
import { type Decision, decisionSubjects, verdicts } from "../model/decision.ts";
import { read, write } from "../rpc/call.ts";
import { exportCalls } from "./exportCalls.ts";

export interface DecisionEffect {
  readonly decision: number;
  /** What moved because of it, `review.effect.<code>`. */
  readonly changed: readonly { readonly code: string; readonly values: Readonly<Record<string, string | number>> }[];
}

/** A decision with what it is about as screens show it; `a` and `b` are handed back and stay as they are. */
export interface ShownDecision extends Decision {
  readonly labelA: string;
  readonly labelB: string;
}

export const reviewCalls = {
  ...exportCalls,
  "review.recordDecision": write(
    z.object({ subject: z.enum(decisionSubjects), a: z.string(), b: z.string(), verdict: z.enum(verdicts), reason: z.string() }),
    "Keeps a judgement: confirmed pairs must stay together, rejected ones must not. A reason is required.",
    { errors: ["reason-missing", "case-unknown", "series-unknown", "entity-unknown"] },
  )<DecisionEffect>(),
  "review.listDecisions": read(z.object({ limit: z.int().max(1000).default(200) }), "Decisions, newest first.")<readonly ShownDecision[]>(),
};
