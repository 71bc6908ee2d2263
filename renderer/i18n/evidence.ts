// What evidence is called and what it says: code → key of the catalogue. A new feature needs its words here.
import type { EvidenceBar } from "../../shared/link/pairScore.ts";
import { maskLabel, maskText } from "../../shared/review/mask.ts";
import type { Translate } from "./index.ts";

export const featureKeys: Readonly<Record<string, string>> = {};

export const sentenceKeys: Readonly<Record<string, string>> = {};

export const strengthKeys: Readonly<Record<string, string>> = {
  strong: "link.strength.strong",
  medium: "link.strength.medium",
  weak: "link.strength.weak",
  none: "link.strength.none",
};

export function featureName(t: Translate, feature: string): string {
  const key = featureKeys[feature];
  return key === undefined ? feature : t(key);
}

/** The sentence of a bar, its identifiers masked while masking is on. */
export function evidenceSentence(t: Translate, bar: EvidenceBar, isMasked: boolean): string {
  const key = sentenceKeys[`${bar.feature}.${bar.level}`] ?? sentenceKeys[bar.level];
  if (key === undefined) return Object.values(bar.detail).join(" · ");
  const kind = bar.entities[0]?.split(":")[0] ?? "";
  const mask = (value: string | number) =>
    typeof value === "number" || !isMasked ? value : kind === "" ? maskText(value) : maskText(maskLabel(kind, value));
  return t(key, Object.fromEntries(Object.entries(bar.detail).map(([name, value]) => [name, mask(value)])));
}
