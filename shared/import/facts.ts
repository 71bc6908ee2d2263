// What rows say, in the form that parsing hands to the store: a batch of facts with the rows behind them.
// Entities stand once a batch and are named by their place in `entities`; -1 means none.

/** Where a value was read: in a column of its own, or taken out of the free text of the brief. */
export type FactOrigin = "column" | "brief";

export interface EntityFact {
  readonly kind: string;
  /** Normalised key; `#` + source row for records without a key (the store appends the source to keep it unique). */
  readonly key: string;
  /** What is shown; the key where the source gives no name. */
  readonly label: string;
  readonly row: number;
}

export interface AttributeFact {
  readonly entity: number;
  readonly name: string;
  /** Normalised text: ISO time with offset, decimal money, or the words as written. */
  readonly value: string;
  readonly origin: FactOrigin;
  readonly row: number;
}

export interface LinkFact {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly directed: boolean;
  /** suspect, victim, witness, payee, caller, lure … ("" when the link has no role). */
  readonly role: string;
  readonly origin: FactOrigin;
  /** Milliseconds since 1970, UTC; null when not stated. */
  readonly at: number | null;
  readonly until: number | null;
  readonly weight: number | null;
  /** What the source says of the link itself, [name, value] in the order of its columns. */
  readonly attributes: readonly LinkAttribute[];
  readonly row: number;
}

export type LinkAttribute = readonly [name: string, value: string];

/** Columns of one kind of event: every array has one element a row. Times in ms since 1970 UTC (NaN: none); entities by index (-1: none). */
export interface TransferFacts {
  readonly at: Float64Array;
  /** Index into `timePrecisions`. */
  readonly precision: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1/100 of the currency, never negative. */
  readonly amountFen: Float64Array;
  /** Balance of the statement's own account after the row, 1/100 of the currency; NaN where not stated. */
  readonly balanceFen: Float64Array;
  /** Index into `transferStates`. */
  readonly state: Uint8Array;
  /** 1: the statement's owner paid, 2: received, 0: two-sided ledger without an owner. */
  readonly side: Uint8Array;
  readonly currency: readonly string[];
  readonly channel: readonly string[];
  readonly reference: readonly string[];
  readonly memo: readonly string[];
  readonly row: Int32Array;
}

export interface CallFacts {
  readonly at: Float64Array;
  readonly precision: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Seconds talked; -1 where not stated, 0 for a message. */
  readonly seconds: Int32Array;
  /** `call` or `message`. */
  readonly medium: readonly string[];
  /** Tower of the statement's own number. */
  readonly place: Int32Array;
  /** Handset (IMEI) of the statement's own number. */
  readonly device: Int32Array;
  readonly row: Int32Array;
}

export interface StayFact {
  readonly at: number | null;
  readonly until: number | null;
  readonly person: number;
  readonly place: number;
  readonly room: string;
  readonly row: number;
}

export interface CaptureFact {
  readonly at: number | null;
  readonly device: number;
  readonly place: number;
  readonly row: number;
}

export interface LoginFact {
  readonly at: number | null;
  /** The account or net identity that was logged in to. */
  readonly account: number;
  readonly address: number;
  readonly device: number;
  readonly row: number;
}

export const populationKinds = ["resident", "total", "registered"] as const;
/** 常住人口; people without saying which; 户籍人口. */
export type PopulationKind = (typeof populationKinds)[number];

/** How many people an area had in a year. */
export interface PopulationFact {
  /** Administrative code in full: 6 digits down to the county, 9 or 12 below; "" where the row gives a name only. */
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly kind: PopulationKind;
  readonly people: number;
  readonly row: number;
}

/** A statement covers an account or number completely over a period. */
export interface CoverageFact {
  readonly entity: number;
  readonly from: number;
  readonly until: number;
  readonly kind: "transfer" | "call";
}

export const rowReasons = [
  "blank",
  "banner",
  "total",
  "heading-again",
  "excluded",
  "ragged",
  "cell-too-long",
  "time-missing",
  "time-invalid",
  "amount-missing",
  "amount-invalid",
  "direction-unknown",
  "party-missing",
  "case-number-missing",
  "key-missing",
  "kind-missing",
  "place-missing",
  "code-doubled",
  "coordinate-outside",
  "precision-lost",
  "number-invalid",
  "undeclared-end",
  "too-long",
  "unreadable",
  "division-invalid",
  "population-invalid",
  "population-differs",
  "population-known",
  "unit-missing",
] as const;

export type RowReason = (typeof rowReasons)[number];

/** A row that was rejected or skipped, and why. `column` is its heading ("" when the whole row is meant), `cell` what stood there. */
export interface RowNote {
  readonly row: number;
  readonly verdict: "rejected" | "skipped";
  readonly reason: RowReason;
  readonly column: string;
  readonly cell: string;
}

/** Raw rows, kept so that a fact shows its source row without the file. */
export interface RawChunk {
  readonly firstRow: number;
  readonly rowCount: number;
  /** UTF-8 JSON, string[][], one array of cells a row, packed by Zstandard (before version 1.0: raw deflate). */
  readonly data: Uint8Array;
}

export interface FactBatch {
  readonly entities: readonly EntityFact[];
  readonly attributes: readonly AttributeFact[];
  readonly links: readonly LinkFact[];
  readonly transfers: TransferFacts | null;
  readonly calls: CallFacts | null;
  readonly stays: readonly StayFact[];
  readonly captures: readonly CaptureFact[];
  readonly logins: readonly LoginFact[];
  readonly populations: readonly PopulationFact[];
  readonly coverage: readonly CoverageFact[];
  readonly notes: readonly RowNote[];
  readonly raw: RawChunk | null;
  /** Rows read so far in this source, for progress. */
  readonly rowsRead: number;
  readonly rowsStored: number;
}

/** A batch as a source sends it: an entity is told once, and again when it has been named; later batches only give its number. */
export interface SentBatch extends Omit<FactBatch, "entities"> {
  readonly entities: readonly (EntityFact & { readonly number: number })[];
  /** Number in the source of each entity that the facts name by its place. */
  readonly numbers: Int32Array;
}
