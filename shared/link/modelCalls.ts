// Calls about the weights themselves: what was learned, what it changed, and how good it is on solved cases.
import { z } from "zod";
import { job, read } from "../rpc/call.ts";
import type { LinkEvaluation } from "./evaluateLinkage.ts";
import type { LinkChanges } from "./linkChanges.ts";
import type { LinkModel } from "./pairScore.ts";

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

export interface ModelPage {
  readonly runId: number;
  readonly at: string;
  readonly cases: number;
  readonly model: LinkModel;
  /** Ids of the features that had something to compare. */
  readonly used: readonly string[];
  readonly keptOut: readonly (typeof attributesKeptOut)[number][];
  readonly changes: LinkChanges | null;
  readonly evaluation: KeptEvaluation | null;
}

export const modelCalls = {
  "link.readModel": read(
    z.object({}),
    "The learned weights with the counts behind them, what they changed since the run before, and the last evaluation.",
  )<ModelPage | null>(),
  "link.evaluateLinkage": job(
    z.object({}),
    "How good the linkage is on the solved cases, every series of them left out in turn: curve, precision, calibration; the answer is kept.",
  )<KeptEvaluation>(),
};
