// What was compared and says nothing: named in a line instead of standing among the grounds with ±0.0 bits.
import { isTelling, type PairScore } from "../../../../shared/link/pairScore.ts";
import { featureKeys } from "../../../../shared/look/evidenceKeys.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";

interface Silent {
  /** Both cases have it in some pair, and it tells nothing in any. */
  readonly compared: readonly string[];
  /** No pair has it on both sides. */
  readonly missing: readonly string[];
}

/** Features that tell nothing in any pair, in the order of the features. */
export function silentFeatures(scores: readonly PairScore[]): Silent {
  const bars = scores.flatMap(({ evidence, counter }) => [...evidence, ...counter]);
  const silent = [...Map.groupBy(bars, ({ feature }) => feature)].filter(([, same]) => !same.some(isTelling));
  const [missing, compared] = [true, false].map((isMissing) =>
    silent.filter(([, same]) => same.every(({ level }) => level === "missing") === isMissing).map(([feature]) => feature),
  );
  return { compared: compared!, missing: missing! };
}

/** One line each, none where there is nothing to name. */
export function silentLines(say: Say, scores: readonly PairScore[]): string[] {
  const { compared, missing } = silentFeatures(scores);
  const named = (features: readonly string[]) =>
    [...new Set(features.map((one) => say(featureKeys[one] ?? one)))].join(say("report.cite.comma"));
  return [
    ...(compared.length === 0 ? [] : [say("report.merge.silentCompared", { features: named(compared) })]),
    ...(missing.length === 0 ? [] : [say("report.merge.silentMissing", { features: named(missing) })]),
  ];
}
