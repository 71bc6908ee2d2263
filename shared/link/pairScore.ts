// The result of linking: a pair of cases with its evidence in bits, and how it unfolds.
import type { Citation } from "../model/source.ts";
import type { Strength } from "./strength.ts";

/** 资金 话务 技术 引流 手法 人员 时空 */
export const bases = ["money", "call", "technique", "lure", "modus", "person", "placeTime"] as const;
export type Basis = (typeof bases)[number];

/** Families of dependent features: within one, the strongest counts in full. */
export const families = ["money", "contact", "internet", "manner", "placeTime", "person"] as const;
export type Family = (typeof families)[number];

/** + supports, - against, ~ says nothing, ! contradicts. */
export type EvidenceSign = "+" | "-" | "~" | "!";

/** One bar. `detail` holds values for the sentence `evidence.<feature>.<level>` of the catalogue. */
export interface EvidenceBar {
  /** Id of the feature, e.g. `sharedAccount`. */
  readonly feature: string;
  readonly family: Family;
  readonly basis: Basis;
  /** Id of the level reached, e.g. `shared`, `disjoint`, `near`, `missing`. */
  readonly level: string;
  readonly sign: EvidenceSign;
  /** After damping. */
  readonly bits: number;
  /** Before damping. */
  readonly rawBits: number;
  /** 0..1, the share of rawBits that counts. */
  readonly damping: number;
  /** Share among linked / unlinked pairs, and the counts behind them; null where a formula gives the bits directly. */
  readonly m: number | null;
  readonly u: number | null;
  readonly mCount: readonly [number, number] | null;
  readonly uCount: readonly [number, number] | null;
  readonly detail: Readonly<Record<string, string | number>>;
  /** Entities that carry the evidence (`kind:key`). */
  readonly entities: readonly string[];
  readonly sources: readonly Citation[];
}

/** Below this a bar is shown as 0.0 and says nothing. */
const silentBits = 0.05;

/** For or against, not only compared. */
export const isTelling = ({ bits }: Pick<EvidenceBar, "bits">): boolean => Math.abs(bits) >= silentBits;

export interface PairScore {
  /** Case numbers, a < b. */
  readonly a: string;
  readonly b: string;
  /** Prior plus all bars. */
  readonly bits: number;
  readonly posterior: number;
  /** 极强 / 强 / 中 / 弱 at fixed bits, used until the model is calibrated on ≥ 200 judged pairs. */
  readonly strength: Strength;
  readonly basis: readonly Basis[];
  readonly prior: number;
  /** Bars at or above 0 bits, best first. */
  readonly evidence: readonly EvidenceBar[];
  /** Bars below 0 bits, strongest first. */
  readonly counter: readonly EvidenceBar[];
}

export interface LinkHub {
  readonly entity: string;
  readonly label: string;
  readonly cases: number;
  readonly units: number;
  readonly types: number;
  readonly regions: number;
  /** Days between the first and the last case. */
  readonly lifespanDays: number;
  /** public-number, settlement-pool, excluded, spread … */
  readonly reason: string;
}

/** A level's weight with the counts it came from. */
export interface LearnedLevel {
  readonly feature: string;
  readonly level: string;
  readonly m: number;
  readonly u: number;
  readonly bits: number;
  readonly mCount: readonly [number, number];
  readonly uCount: readonly [number, number];
  /** What was learned, where counts of this feature were set by hand: bits, linked and unlinked pairs of the level. */
  readonly learned?: { readonly bits: number; readonly m: number; readonly u: number };
}

export interface LinkModel {
  /** log2 odds that two random cases belong together. */
  readonly priorBits: number;
  readonly expectedPairs: number;
  /** The number of linked pairs was stated by hand. */
  readonly isPriorStated?: boolean;
  readonly learnedFrom: "default" | "em" | "labels" | "labels+em";
  readonly labelledPairs: number;
  readonly judgedPairs: number;
  readonly calibrated: boolean;
  readonly levels: readonly LearnedLevel[];
  readonly families: Readonly<Record<string, number>>;
  /** Free numbers of continuous features (scale, weights), kept so that a later score is the same. */
  readonly parameters: Readonly<Record<string, number>>;
}

export interface LinkResult {
  readonly model: LinkModel;
  readonly hubs: readonly LinkHub[];
  /** Pairs compared (candidates), of all that there are. */
  readonly compared: number;
  readonly allPairs: number;
  /** Best first. */
  readonly pairs: readonly PairScore[];
}
