// The seam between files and recognition: whatever a file is, it comes out as sheets of numbered rows of text cells.
import type { Doubt, SheetProblem } from "../../../../shared/import/calls.ts";
import type { Mapping } from "../../../../shared/import/mapping.ts";
import type { ByteSource } from "./byteSource.ts";

export interface RawRow {
  /** 1-based: physical row in a workbook's sheet, number of the record in a text. */
  readonly line: number;
  readonly cells: string[];
  /** Columns whose number has more than 15 digits: a spreadsheet keeps no more, so the cell may not say what was typed. */
  readonly lost?: readonly number[];
  /** Set where a text row has another number of cells than most rows. */
  readonly ragged?: true;
}

export interface RowSource {
  /** Base name that is shown; inside an archive that of the entry. */
  readonly file: string;
  readonly path: string;
  /** Path inside the archive, nested archives joined by `/`; null for a plain file. */
  readonly entry: string | null;
  readonly sheet: string | null;
  readonly size: number;
  /** Of the file's bytes, inside an archive of the entry's. */
  readonly sha256: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** What the reader is not sure of, e.g. `encoding-mixed`, `encoding-damaged`. */
  readonly doubts: readonly Doubt[];
  /** Where the format itself says what each column is. */
  readonly mapping?: Mapping;
  /** Batches of up to 2,000 rows; every call reads from the start. */
  rows(options?: RowOptions): AsyncIterable<RawRow[]>;
}

export interface RowOptions {
  readonly limit?: number;
  /** Told now and then which share (0..1) of the sheet's bytes is read. */
  readonly onProgress?: (share: number) => void;
}

/** What an archive may cost before it is refused. */
export interface ArchiveLimits {
  readonly containerBytes: number;
  readonly unpackedBytes: number;
  readonly ratio: number;
  /** Entries below this size are never refused for their ratio: small repetitive sheets pack very well. */
  readonly ratioFloorBytes: number;
  readonly entries: number;
}

export const defaultLimits: ArchiveLimits = {
  containerBytes: 200 * 2 ** 20,
  unpackedBytes: 2 ** 30,
  ratio: 100,
  ratioFloorBytes: 10 * 2 ** 20,
  entries: 10_000,
};

export interface OpenOptions {
  /** Label of the encoding, instead of finding it out. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** False: quotation marks are ordinary characters. */
  readonly quotes?: boolean;
  readonly limits?: Partial<ArchiveLimits>;
  /** Told of sheets and entries that cannot be read or are empty while others of the same file can. */
  readonly onProblem?: (problem: SheetProblem) => void;
}

/** What a reader knows besides the bytes. `unpacked` counts across nested archives. */
export interface ReadContext {
  readonly options: OpenOptions;
  readonly limits: ArchiveLimits;
  readonly unpacked: { bytes: number; entries: number };
  readonly depth: number;
  report(source: ByteSource, sheet: string | null, error: unknown): void;
  /** Opens what lies inside an archive, by the same registry. */
  openInner(source: ByteSource): Promise<RowSource[]>;
}

/** One format. `fits` looks at the first bytes only. */
export interface FormatReader {
  readonly name: string;
  fits(head: Buffer, source: ByteSource): boolean;
  open(source: ByteSource, context: ReadContext): Promise<RowSource[]>;
}

export const batchSize = 2_000;
