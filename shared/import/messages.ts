// What the parsing child tells the engine while it imports, in order: for each sheet `source`, then `batch`es, then `end`.
import type { Doubt, LayoutItem, MoneyTotals } from "./calls.ts";
import type { SentBatch } from "./facts.ts";
import type { Mapping, RowKind } from "./mapping.ts";

export interface KnownSource {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly sheet: string | null;
  /** Name of the layout that it was read by. */
  readonly layout: string;
  /** 1: its mapping says that amounts carry the side in their sign. */
  readonly isSigned: number;
}

/** A sheet that is in the workspace already: its rows are read from there, the file is not needed. */
export interface StoredSheet {
  readonly path: string;
  readonly key: string | null;
  readonly sourceId: number;
  readonly mapping: Mapping;
  /** Rows put right, instead of all rows as they stood in the file. */
  readonly rows: readonly (readonly string[])[] | null;
  readonly name: string;
}

/** Rows that were typed instead of read from a file. */
export interface TypedSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
}

/** The workspace that a preview is held against: what its sources say under the case numbers of a sheet. */
export interface KnownCases {
  readonly path: string;
  readonly key: string | null;
  /** Sources that the sheet itself is. */
  readonly without: readonly number[];
}

export interface ImportTaskInput {
  readonly paths: readonly string[];
  readonly mapping: Mapping | null;
  /** By `path|entry|sheet` (entry and sheet empty where there is none). */
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly as: RowKind | null;
  /** Sheets to leave out, `path|entry|sheet`. */
  readonly skip: readonly string[];
  /** Only these sheets or tables, by name. */
  readonly sheets?: readonly string[] | undefined;
  readonly layouts: readonly LayoutItem[];
  /** Sources already in the workspace: a sheet with the same hash is not read again. */
  readonly known: readonly KnownSource[];
  /** Instead of `paths`. */
  readonly stored?: StoredSheet | undefined;
  /** Instead of either. */
  readonly typed?: TypedSheet | undefined;
  /** Milliseconds UTC: what is told for a later day is doubted. */
  readonly now?: number;
  /** For a preview only. */
  readonly against?: KnownCases | undefined;
}

export interface SourceStart {
  /** Counts sheets of this import from 0. */
  readonly ordinal: number;
  /** Base name of the file (inside an archive: of the entry). */
  readonly name: string;
  readonly path: string;
  readonly entry: string | null;
  readonly sheet: string | null;
  readonly size: number;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly headerRow: number;
  readonly headings: readonly string[];
  readonly layout: string;
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  readonly mapping: Mapping;
  /** What the lines above the heading say. */
  readonly banner: Readonly<Record<string, string>>;
}

export type ImportMessage =
  | { readonly type: "source"; readonly source: SourceStart }
  | { readonly type: "already"; readonly ordinal: number; readonly known: KnownSource; readonly path: string }
  | { readonly type: "batch"; readonly ordinal: number; readonly batch: SentBatch }
  | {
      readonly type: "end";
      readonly ordinal: number;
      readonly read: number;
      readonly stored: number;
      readonly rejected: number;
      readonly skipped: number;
      /** Currency of most rows first; empty for rows that are no transfers. */
      readonly totals: readonly MoneyTotals[];
      /** Doubts that only showed while reading. */
      readonly doubts: readonly Doubt[];
    };
