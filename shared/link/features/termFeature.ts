// Builds a feature that is a sum of centred power-law terms: bits = (w·x − ln mean_u e^{w·x}) / ln 2, missing = 0.

import type { Scene } from "../prepared.ts";
import type { Reading, Term, TermFeature } from "./feature.ts";
import { missingReading } from "./feature.ts";

/** Pairs of crimes both committed from afar have weights of their own. */
export const termKey = (key: string, isRemote: boolean): string => (isRemote ? `${key}.remote` : key);

export const isRemotePair = ({ tables }: Pick<Scene, "tables">, a: number, b: number): boolean =>
  tables.isRemote[a] === 1 && tables.isRemote[b] === 1;

type Declared = Pick<TermFeature, "id" | "family" | "basis" | "source" | "attributes" | "terms"> & {
  /** What the sentence of the bar says. */
  detail(scene: Scene, a: number, b: number): Readonly<Record<string, string | number>>;
};

/** At or above half a bit for, at or below half a bit against, between them it says little. */
export const termLevels = ["close", "middling", "far", "missing"] as const;

function levelOf(bits: number): (typeof termLevels)[number] {
  if (bits >= 0.5) return "close";
  return bits <= -0.5 ? "far" : "middling";
}

/** Weight and centre by term and stratum, as numbers side by side: [contact weight, contact centre, remote weight, remote centre]. */
function compileTerms({ weights }: Scene, terms: readonly Term[]): Float64Array {
  return Float64Array.from(
    terms.flatMap(({ key }) =>
      [false, true].flatMap((isRemote) => {
        const fitted = weights.terms.get(termKey(key, isRemote));
        return [fitted?.weight ?? 0, fitted?.centre ?? 0];
      }),
    ),
  );
}

const numbersPerTerm = 4;

/** Sum of the terms that both cases speak to, NaN where there are none. Compiled weights are kept while the weights stay the same. */
function makeSum(termsOf: TermFeature["terms"]): (scene: Scene, a: number, b: number) => number {
  let last: {
    readonly weights: Scene["weights"];
    readonly tables: Scene["tables"];
    readonly terms: readonly Term[];
    readonly numbers: Float64Array;
  } | null = null;
  return (scene, a, b) => {
    if (last === null || last.weights !== scene.weights || last.tables !== scene.tables) {
      const terms = termsOf(scene);
      last = { weights: scene.weights, tables: scene.tables, terms, numbers: compileTerms(scene, terms) };
    }
    const stratum = scene.tables.isRemote[a] === 1 && scene.tables.isRemote[b] === 1 ? 2 : 0;
    let sum = 0;
    let spoken = 0;
    for (let t = 0; t < last.terms.length; t++) {
      const x = last.terms[t]!.x(scene, a, b);
      if (Number.isNaN(x)) continue;
      spoken++;
      sum += last.numbers[t * numbersPerTerm + stratum]! * x - last.numbers[t * numbersPerTerm + stratum + 1]!;
    }
    return spoken === 0 ? Number.NaN : sum / Math.LN2;
  };
}

export function makeTermFeature({ detail, ...declared }: Declared): TermFeature {
  const sumTerms = makeSum(declared.terms);
  return {
    ...declared,
    learning: "terms",
    levels: termLevels,
    bits: (scene, a, b) => {
      const bits = sumTerms(scene, a, b);
      return Number.isNaN(bits) ? 0 : bits;
    },
    read(scene, a, b): Reading {
      const bits = sumTerms(scene, a, b);
      if (Number.isNaN(bits)) return missingReading;
      return { ...missingReading, level: levelOf(bits), rawBits: bits, detail: detail(scene, a, b) };
    },
  };
}
