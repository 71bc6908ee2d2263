// What scoring works on: the indices built once from the cases, and the weights learned from them.
import type { Exclusion, LinkInput } from "./caseData.ts";
import type { LinkHub, LinkModel } from "./pairScore.ts";
import type { BriefIndex } from "./prepare/briefIndex.ts";
import type { CaseTable } from "./prepare/caseTable.ts";
import type { IdentifierIndex } from "./prepare/identifierIndex.ts";
import type { ModusIndex } from "./prepare/modusIndex.ts";
import type { NearIndex } from "./prepare/nearIndex.ts";

/** Indices over the cases; nothing in here is learned. */
export interface LinkTables {
  readonly table: CaseTable;
  readonly identifiers: IdentifierIndex;
  readonly near: NearIndex;
  readonly modus: ModusIndex;
  readonly briefs: BriefIndex;
  /** 1: committed from afar (the offender's side left accounts, numbers or net identities), so place and hour say less. */
  readonly isRemote: Uint8Array;
  readonly exclusions: readonly Exclusion[];
}

/** Units for rarity counts: a series is one, an unlinked case is one. Depends on the round. */
export interface Units {
  readonly unitOf: Int32Array;
  readonly count: number;
  /** Units that have an identifier, and units that reach a near entity. */
  readonly identifierUnits: Int32Array;
  readonly nearUnits: Int32Array;
}

/** Identifiers that weigh nothing, as bytes over the entities of the two indices. */
export interface Hubs {
  readonly identifiers: Uint8Array;
  readonly near: Uint8Array;
  readonly list: readonly LinkHub[];
}

/** Weights of one feature's levels; an index runs over contexts × levels. */
export interface LevelWeights {
  readonly m: Float64Array;
  readonly u: Float64Array;
  readonly bits: Float64Array;
  readonly mCounts: Float64Array;
  readonly uCounts: Float64Array;
  /** Linked pairs behind m and unlinked ones behind u, by context. */
  readonly mTotals: Float64Array;
  readonly uTotals: Float64Array;
}

/** A power-law term: bits = (weight · x − centre) / ln 2. */
export interface TermWeight {
  readonly weight: number;
  readonly centre: number;
}

export interface Weights {
  readonly priorBits: number;
  readonly expectedPairs: number;
  readonly levels: ReadonlyMap<string, LevelWeights>;
  /** As learned, where counts were set by hand. */
  readonly learnedLevels?: ReadonlyMap<string, LevelWeights>;
  /** The expected pairs were stated by hand. */
  readonly isPriorStated?: boolean;
  /** By term key and stratum: `place`, `place.remote`. */
  readonly terms: ReadonlyMap<string, TermWeight>;
  /** Share of each family's bits that counts where it was fitted; absent = strongest in full, a quarter of the rest. */
  readonly families: ReadonlyMap<string, number>;
  /** Scale below which two places are one, in kilometres or plane units. */
  readonly placeScale: number;
}

/** The neighbours' say (second pass): absent when it is switched off. */
export interface Neighbours {
  /** Row sums of first-pass posteriors. */
  readonly partners: Float64Array;
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly posteriors: Float64Array;
  readonly shrink: number;
  readonly crowdingWeight: number;
  readonly companyWeight: number;
  readonly crowdingCentre: number;
  readonly priorBits: number;
}

export interface PreparedLink {
  readonly input: LinkInput;
  readonly tables: LinkTables;
  readonly units: Units;
  readonly hubs: Hubs;
  readonly weights: Weights;
  readonly neighbours: Neighbours | null;
  readonly model: LinkModel;
  /** Keys of the pairs compared, a · count + b with a < b, ascending. */
  readonly candidates: Float64Array;
}

/** The parts of a prepared link that a feature may look at. */
export type Scene = Pick<PreparedLink, "tables" | "units" | "hubs" | "weights">;
