// How a judgement looks: its tone and its word.
import type { Verdict } from "../../../../shared/model/decision.ts";
import type { Tone } from "../../../parts/index.ts";

export const verdictLooks: Readonly<Record<Verdict, readonly [Tone, string]>> = {
  confirm: ["plus", "frame.verdict.confirm"],
  reject: ["contra", "frame.verdict.reject"],
  later: ["warn", "frame.verdict.later"],
};
