// Calls about the weights themselves: what was learned, what it changed, and how good it is on solved cases.
import { z } from "zod";
import { job, read, write } from "../rpc/call.ts";
import type { LinkEvaluation } from "./evaluateLinkage.ts";
import type { Crossing, LinkChanges, MovedPair } from "./linkChanges.ts";
import type { LinkModel } from "./pairScore.ts";
import type { WeightEdits } from "./weightEdits.ts";

/** An evaluation with the data version it was made from and when. */
export interface KeptEvaluation extends LinkEvaluation {
  readonly dataVersion: number;
  /** ISO 8601. */
  readonly at: string;
  /** Facts or judgements changed since. */
  readonly stale: boolean;
}

/** Attributes of persons that enter no feature. */
export const attributesKeptOut = ["origin", "ethnicity", "household", "sex"] as const;

/** Prior and counts that were set by hand, with who set them and why. */
export interface StatedWeights extends WeightEdits {
  readonly reason: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What other counts and another prior would do to the pairs as they stand. */
export interface WeightsEffect {
  readonly priorBits: readonly [number, number];
  readonly expectedPairs: readonly [number, number];
  readonly crossings: readonly Omit<Crossing, "appeared">[];
  /** Those that move most. */
  readonly pairs: readonly MovedPair[];
  readonly compared: number;
  readonly model: LinkModel;
}

const count = z.number().min(0).max(1e9);
const edits = z.object({
  /** Linked pairs expected in all; null: found from the data. */
  expectedPairs: z.number().positive().max(1e12).nullable(),
  levels: z.array(z.object({ feature: z.string(), level: z.string(), m: count.nullable(), u: count.nullable() })).max(500),
});

export interface ModelPage {
  readonly runId: number;
  readonly at: string;
  readonly cases: number;
  readonly model: LinkModel;
  /** Ids of the features that had something to compare. */
  readonly used: readonly string[];
  readonly keptOut: readonly (typeof attributesKeptOut)[number][];
  readonly changes: LinkChanges | null;
  /** What stands now; a run may not have used it yet. */
  readonly stated: StatedWeights | null;
  readonly evaluation: KeptEvaluation | null;
}

export const modelCalls = {
  "link.readModel": read(
    z.object({}),
    "The learned weights with the counts behind them, what they changed since the run before, and the last evaluation.",
  )<ModelPage | null>(),
  "link.previewWeights": job(
    z.object({ edits }),
    "What counts and a prior set by hand would do: pairs that cross fixed bits, those that move most, the weights that follow. Changes nothing.",
    { errors: ["not-linked-yet", "weight-unknown"] },
  )<WeightsEffect>(),
  "link.stateWeights": write(
    z.object({ edits, reason: z.string().max(2000) }),
    "Sets prior and counts by hand in place of those learned (an empty list: all as learned again); the next run scores with them.",
    { errors: ["not-linked-yet", "reason-missing", "weight-unknown"] },
  )<{ readonly stale: boolean }>(),
  "link.evaluateLinkage": job(
    z.object({}),
    "How good the linkage is on the solved cases, every series of them left out in turn: curve, precision, calibration; the answer is kept.",
  )<KeptEvaluation>(),
};
