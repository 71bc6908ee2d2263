// Builds a feature that is a sum of centred power-law terms: bits = (w·x − ln mean_u e^{w·x}) / ln 2, missing = 0.

import type { Scene } from "../prepared.ts";
import type { Reading, Term, TermFeature } from "./feature.ts";
import { missingReading } from "./feature.ts";

/** Pairs of crimes both committed from afar have weights of their own. */
export const termKey = (key: string, isRemote: boolean): string => (isRemote ? `${key}.remote` : key);

export const isRemotePair = ({ tables }: Pick<Scene, "tables">, a: number, b: number): boolean =>
  tables.isRemote[a] === 1 && tables.isRemote[b] === 1;

type Declared = Pick<TermFeature, "id" | "family" | "basis" | "source" | "terms"> & {
  /** What the sentence of the bar says. */
  detail(scene: Scene, a: number, b: number): Readonly<Record<string, string | number>>;
};

/** At or above half a bit for, at or below half a bit against, between them it says little. */
export const termLevels = ["close", "middling", "far", "missing"] as const;

function levelOf(bits: number): (typeof termLevels)[number] {
  if (bits >= 0.5) return "close";
  return bits <= -0.5 ? "far" : "middling";
}

function sumTerms(scene: Scene, terms: readonly Term[], a: number, b: number): number {
  const isRemote = isRemotePair(scene, a, b);
  let sum = Number.NaN;
  for (const term of terms) {
    const x = term.x(scene, a, b);
    if (Number.isNaN(x)) continue;
    const fitted = scene.weights.terms.get(isRemote ? `${term.key}.remote` : term.key);
    const part = fitted ? fitted.weight * x - fitted.centre : 0;
    sum = Number.isNaN(sum) ? part : sum + part;
  }
  return sum / Math.LN2;
}

export function makeTermFeature({ detail, ...declared }: Declared): TermFeature {
  return {
    ...declared,
    learning: "terms",
    levels: termLevels,
    bits: (scene, a, b) => {
      const bits = sumTerms(scene, declared.terms(scene), a, b);
      return Number.isNaN(bits) ? 0 : bits;
    },
    read(scene, a, b): Reading {
      const bits = sumTerms(scene, declared.terms(scene), a, b);
      if (Number.isNaN(bits)) return missingReading;
      return { ...missingReading, level: levelOf(bits), rawBits: bits, detail: detail(scene, a, b) };
    },
  };
}
