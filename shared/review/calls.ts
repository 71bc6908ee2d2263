// Calls of the review stage: decisions, and what leaves the workbench as a file.
import { z } from "zod";
import { type Decision, decisionSubjects, verdicts } from "../model/decision.ts";
import { read, write } from "../rpc/call.ts";
import { asOfCalls } from "./asOfCalls.ts";
import { assessCalls } from "./assess/calls.ts";
import { briefCalls } from "./briefCalls.ts";
import { caseCalls } from "./caseCalls.ts";
import { exchangeCalls } from "./exchangeCalls.ts";
import { exportCalls } from "./exportCalls.ts";
import { meetingCalls } from "./meetingCalls.ts";
import { minuteCalls } from "./minuteCalls.ts";
import { packCalls } from "./packCalls.ts";
import { reportCalls } from "./reportCalls.ts";
import { statisticsCalls } from "./statisticsCalls.ts";
import { storyboardCalls } from "./storyboardCalls.ts";
import { taskCalls } from "./task/calls.ts";
import { watchCalls } from "./watchCalls.ts";

export interface DecisionEffect {
  readonly decision: number;
  /** What moved because of it, `review.effect.<code>`. */
  readonly changed: readonly { readonly code: string; readonly values: Readonly<Record<string, string | number>> }[];
}

/** A decision with what it is about as screens show it; `a` and `b` are handed back and stay as they are. */
export interface ShownDecision extends Decision {
  readonly labelA: string;
  readonly labelB: string;
  /** The later judgement that took its place. */
  readonly supersededBy: number | null;
}

const judgement = z.object({
  subject: z.enum(decisionSubjects),
  a: z.string(),
  b: z.string(),
  verdict: z.enum(verdicts),
  reason: z.string(),
});

export const reviewCalls = {
  ...exportCalls,
  ...watchCalls,
  ...exchangeCalls,
  ...storyboardCalls,
  ...reportCalls,
  ...asOfCalls,
  ...minuteCalls,
  ...meetingCalls,
  ...taskCalls,
  ...statisticsCalls,
  ...assessCalls,
  ...packCalls,
  ...briefCalls,
  ...caseCalls,
  "review.recordDecision": write(
    judgement,
    "Keeps a judgement: confirmed pairs must stay together, rejected ones must not. A reason is required.",
    { errors: ["reason-missing", "case-unknown", "series-unknown", "entity-unknown"] },
  )<DecisionEffect>(),
  "review.recordDecisions": write(
    z.object({ decisions: z.array(judgement).min(1).max(100_000) }),
    "Keeps many judgements in one transaction: all of them, or none and an error with the `index` of the one that was refused.",
    { errors: ["reason-missing", "case-unknown", "series-unknown", "entity-unknown"] },
  )<{ readonly decisions: readonly DecisionEffect[] }>(),
  "review.listDecisions": read(z.object({ limit: z.int().max(1000).default(200) }), "Decisions, newest first.")<readonly ShownDecision[]>(),
};
