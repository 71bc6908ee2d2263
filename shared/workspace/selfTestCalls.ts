// The self-test (自检): every stage on planted data in a workspace of its own, beside what was planted.
import { z } from "zod";
import { job } from "../rpc/call.ts";

/** What is tested, in the order of the stages. */
export const selfTestSteps = [
  "import-cases",
  "resolve-people",
  "resolve-books",
  "resolve-books-sure",
  "link-pairs",
  "group-series",
  "group-rings",
  "group-roles",
  "group-sellers",
  "group-motifs",
  "trace-money",
  "trace-numbers",
] as const;
export type SelfTestStep = (typeof selfTestSteps)[number];

export interface SelfTestLine {
  readonly step: SelfTestStep;
  readonly planted: number;
  readonly found: number;
  /** Found and planted. */
  readonly right: number;
  /** 0 … 1; 1 where nothing was planted or found. */
  readonly recall: number;
  readonly precision: number;
  readonly seconds: number;
}

export interface SelfTestResult {
  readonly scale: number;
  readonly seed: number;
  readonly cases: number;
  readonly seconds: number;
  readonly lines: readonly SelfTestLine[];
}

export const selfTestCalls = {
  "workspace.runSelfTest": job(
    z.object({
      /** 1: a county's half-year of 800 cases. */
      scale: z.number().min(0.03).max(10).default(1),
      seed: z.int().min(1).default(1),
    }),
    "Runs every stage on planted data in a temporary workspace and compares it with what was planted. Touches nothing of this workspace.",
    { onReadOnly: true },
  )<SelfTestResult>(),
};
