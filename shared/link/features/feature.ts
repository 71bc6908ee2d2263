// What a feature of a case pair declares. One file a feature, one line in index.ts.
import type { EvidenceBar } from "../pairScore.ts";
import type { Scene } from "../prepared.ts";

/** How a feature came to its bits. */
export type Reading = Pick<EvidenceBar, "level" | "m" | "u" | "mCount" | "uCount" | "detail" | "entities"> & { readonly rawBits: number };

interface FeatureDeclaration {
  readonly id: string;
  readonly family: EvidenceBar["family"];
  readonly basis: EvidenceBar["basis"];
  /** Ids of the levels, for words; the last is `missing`. */
  readonly levels: readonly string[];
  /** What it compares where it finds no entities: lists of names, of which the first that is stated counts. Its rows are cited. */
  readonly attributes?: readonly (readonly string[])[];
  /** Where the formula comes from. */
  readonly source: string;
}

export interface Feature extends FeatureDeclaration {
  /** Bits before damping; 0 where one of the cases says nothing. */
  bits(scene: Scene, a: number, b: number): number;
  read(scene: Scene, a: number, b: number): Reading;
}

/** A feature whose weight is learned by level. */
export interface LevelFeature extends Feature {
  readonly learning: "levels";
  /** Weights per context differ (same unit, other unit); most features have one context. */
  readonly contexts: number;
  readonly levelCount: number;
  /** What is assumed before anything is learned: bits by level, fitted to u so that they average out. */
  readonly defaultBits: readonly number[];
  /** Levels stand in order of similarity, so that their bits may not fall. */
  readonly isMonotone: boolean;
  /** context · levelCount + level, or -1 for missing. */
  levelOf(scene: Scene, a: number, b: number): number;
}

/** One power-law term. Sum of terms = log odds (Porter 2016; weights fitted by penalised logistic regression). */
export interface Term {
  readonly key: string;
  readonly defaultWeight: number;
  readonly remoteWeight: number;
  /** NaN where one of the cases says nothing. */
  x(scene: Scene, a: number, b: number): number;
}

/** A feature that is a sum of power-law terms. */
export interface TermFeature extends Feature {
  readonly learning: "terms";
  terms(scene: Pick<Scene, "tables">): readonly Term[];
}

/** A shared identifier: rarity gives u, the share m of linked pairs that share one is learned. */
export interface SharedFeature extends Feature {
  readonly learning: "shared";
  readonly group: number;
  readonly linkedShare: number;
  /** 1 shared, 0 disjoint, -1 missing. */
  levelOf(scene: Scene, a: number, b: number): number;
}

/** Found one step further; its share is small and not learned. */
export interface FormulaFeature extends Feature {
  readonly learning: "none";
}

export type AnyFeature = LevelFeature | TermFeature | SharedFeature | FormulaFeature;

/** When a case happened. */
export const caseTimes = [["case.from"], ["case.until"]] as const;

export const missingReading: Reading = {
  level: "missing",
  rawBits: 0,
  m: null,
  u: null,
  mCount: null,
  uCount: null,
  detail: {},
  entities: [],
};
