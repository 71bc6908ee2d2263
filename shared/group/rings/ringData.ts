// What ring discovery reads: entities by number, the cases they stand in, what ties them to each other. A card and its account are one entity.
import type { SourceRow } from "../../model/source.ts";

/** How often, from when until when (milliseconds UTC; null where no time is stated), and one row that says so. */
export interface Seen {
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly source: SourceRow;
}

/** Two entities, by number. */
export interface Tie extends Seen {
  readonly from: number;
  readonly to: number;
}

export interface CallTie extends Tie {
  /** The handset of all these calls, by number; null: several, or not known. */
  readonly device: number | null;
}

export interface RingCase {
  readonly number: string;
  readonly at: number | null;
  readonly lossFen: number | null;
  /** Series of the last grouping, and the average bits of the case to its members. */
  readonly series: string | null;
  readonly seriesBits: number;
  readonly victims: number;
}

export interface Involvement {
  readonly entity: number;
  readonly case: number;
  readonly source: SourceRow;
}

/** Transfers that moved money, in columns: `to` is −1 for cash drawn, `from` −1 for cash paid in. In time order. */
export interface RingTransfers {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly fen: Float64Array;
  readonly at: Float64Array;
  readonly sourceId: Int32Array;
  readonly row: Int32Array;
}

/** Nodes stand in the order of what they are, lists in the order of nodes: nothing hangs on what was imported first. */
export interface RingData {
  readonly refs: readonly string[];
  /** What tells a node from others, whatever was imported first: the reference; for somebody known by name only the name and whom or what it stands with. */
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly labels: readonly string[];
  /** ip, domain, app, qq …; empty where not stated. */
  readonly netTypes: readonly string[];
  /** Everybody meets them: service numbers, settlement accounts, hubs of the linkage, what the analyst excluded. */
  readonly isPublic: Uint8Array;
  /** Stands in a case as victim, witness or reporter and in none on the offender's side. */
  readonly isVictim: Uint8Array;
  readonly cases: readonly RingCase[];
  /** Offender side only. */
  readonly involved: readonly Involvement[];
  /** Person → account, phone, vehicle that is registered to him. */
  readonly owns: readonly Tie[];
  /** Person → phone that he gave as his. */
  readonly uses: readonly Tie[];
  readonly calls: readonly CallTie[];
  /** Phone → handset. */
  readonly handsets: readonly Tie[];
  /** Account or net identity → address or device. */
  readonly logins: readonly Tie[];
  /** Phone → case (numbers of cases) near whose place and time it was. */
  readonly scenes: readonly Tie[];
  /** Persons who had one room at the same time. */
  readonly roommates: readonly Tie[];
  readonly transfers: RingTransfers;
  /** Last moment that the facts speak of. */
  readonly until: number | null;
}
