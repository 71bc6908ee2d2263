// What the calls of the import stage answer with: previews, sources, rejects and their corrections, layouts.
import type { ErrorCode } from "../errors.ts";
import type { AlertItem } from "../model/alert.ts";
import type { RowCounts } from "../model/source.ts";
import type { CheckReason } from "./checkReasons.ts";
import type { RowReason } from "./facts.ts";
import type { Mapping } from "./mapping.ts";
import type { BalanceReading } from "./readings.ts";

/** Something the recognition is not sure of. `code` picks the sentence `import.doubt.<code>`. */
export interface Doubt {
  readonly code: string;
  /** Heading the doubt is about; "" for the whole sheet. */
  readonly column: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** A doubt that blocks storing until somebody decides. */
  readonly blocking: boolean;
}

export interface ColumnCheck {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly targets: readonly string[];
  /** 0..1 of non-empty cells that the target understands. */
  readonly understood: number;
  readonly empty: number;
  /** What the check saw: `import.check.<code>`. */
  readonly check: string;
  readonly checkValues: Readonly<Record<string, string | number>>;
  readonly sign: "+" | "~" | "!";
  /** The first three different cells that the target does not understand, and why: a kind's reason or doubt, or `not-a-…`. */
  readonly notUnderstood: readonly string[];
  readonly whyNot: readonly CheckReason[];
  /** Targets that also fit, best first. */
  readonly alternatives: readonly string[];
}

export interface PreviewRow {
  readonly row: number;
  readonly before: readonly string[];
  /** Target → cleaned value. */
  readonly after: Readonly<Record<string, string>>;
  readonly verdict: "stored" | "rejected" | "skipped";
  readonly reason: RowReason | null;
  /** Heading of the cell that is to blame; "" where it is the row as a whole. */
  readonly blame: string;
}

export interface SheetPreview {
  /** Path as given, and the name inside an archive. */
  readonly file: string;
  readonly entry: string | null;
  readonly source: string;
  readonly sheet: string | null;
  /** Entry and sheet as screens show them: `entry` and `sheet` are handed back and stay as they are. */
  readonly shownEntry: string | null;
  readonly shownSheet: string | null;
  readonly size: number;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly headerRow: number;
  /** As they stand in the sheet; two heading rows joined. */
  readonly headings: readonly string[];
  readonly layout: string;
  readonly confidence: number;
  readonly sure: boolean;
  readonly doubts: readonly Doubt[];
  readonly mapping: Mapping;
  /** How many rows agree with the running balance as it is mapped, and read the other way round; empty without a balance. */
  readonly balances: readonly BalanceReading[];
  readonly columns: readonly ColumnCheck[];
  readonly rows: readonly PreviewRow[];
  /** Rows under the header; null when the sheet is too large to have been counted. */
  readonly rowCount: number | null;
  readonly alreadyImported: number | null;
}

/** A sheet that could not be read at all stands beside the others with its error. */
export interface SheetProblem {
  readonly file: string;
  readonly source: string;
  readonly sheet: string | null;
  readonly error: { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
}

export interface PreviewResult {
  readonly sheets: readonly SheetPreview[];
  readonly problems: readonly SheetProblem[];
}

export interface MoneyTotals {
  readonly count: number;
  readonly in: string;
  readonly out: string;
  readonly currency: string;
}

export interface ImportedSource {
  readonly id: number;
  readonly source: string;
  readonly sheet: string | null;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly headerRow: number;
  readonly layout: { readonly name: string; readonly rowKind: string; readonly confidence: number; readonly doubts: readonly Doubt[] };
  readonly rows: RowCounts;
  readonly totals: MoneyTotals | null;
  readonly otherTotals: readonly MoneyTotals[];
  readonly facts: { readonly entities: number; readonly attributes: number; readonly links: number; readonly events: number };
  /** Path of the reject file written beside the workspace (command line), else null. */
  readonly rejects: string | null;
  /** True when the same file had been imported before: nothing changed. */
  readonly already: boolean;
}

/** A reason of a match: what the link stage calls a bar, as far as a sentence needs it. */
export interface MatchReason {
  readonly feature: string;
  readonly level: string;
  readonly sign: "+" | "-" | "~" | "!";
  readonly bits: number;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly entities: readonly string[];
}

export interface CaseMatch {
  readonly case: string;
  readonly series: string;
  readonly bits: number;
  readonly posterior: number;
  /** What speaks for it most, and the strongest that speaks against. */
  readonly evidence: readonly MatchReason[];
  readonly counter: readonly MatchReason[];
}

export interface ImportResult {
  readonly sources: readonly ImportedSource[];
  readonly matches: readonly CaseMatch[];
  /** What it brought to what is watched. */
  readonly alerts: readonly AlertItem[];
  /** Version of the data from which addresses are being matched in the background (`resolve.readAddressReport`); null without a standard table. */
  readonly addresses: number | null;
  /** The sources are stored, but what they brought to series and watches could not be told to the end – cancelled, say: it is told with the next import or start. */
  readonly untold: Untold | null;
}

export interface Untold {
  readonly sources: number;
  /** What ended it. */
  readonly code: ErrorCode;
}

/** What earlier imports brought and did not tell. */
export interface LateNews extends Pick<ImportResult, "matches" | "alerts"> {
  readonly sources: number;
}

/** A corrected row that would be rejected again: nothing of it was stored. */
export interface RefusedRow {
  readonly row: number;
  readonly verdict: "rejected" | "skipped";
  readonly reason: RowReason;
  readonly column: string;
  readonly cell: string;
}

export interface FixResult extends ImportResult {
  readonly refused: readonly RefusedRow[];
}

export interface ReimportResult extends FixResult {
  /** Number of the source that is gone. */
  readonly replaced: number;
}

/** A cell that somebody put right. */
export interface CellChange {
  /** From 0. */
  readonly column: number;
  readonly heading: string;
  readonly was: string;
  readonly now: string;
}

export interface CorrectionItem {
  readonly row: number;
  /** Source and row in which it stands put right; null for a proposal that waits to be imported. */
  readonly fixedId: number | null;
  readonly fixedRow: number | null;
  readonly changes: readonly CellChange[];
  readonly by: string;
  readonly at: string;
}

/** Cells that several rejected rows share. */
export interface SameCells {
  readonly reason: RowReason;
  readonly column: string;
  readonly cell: string;
  readonly count: number;
}

export interface SourceItem {
  readonly id: number;
  readonly name: string;
  readonly sheet: string | null;
  readonly size: number;
  readonly sha256: string;
  readonly rowKind: string;
  readonly layout: string;
  readonly confidence: number;
  readonly rows: RowCounts;
  readonly importedAt: string;
  readonly importedBy: string;
  /** Folder inside an archive; null outside. */
  readonly folder: string | null;
  /** Source whose rejected rows stand here corrected; null for a file of its own. */
  readonly corrects: number | null;
}

/** Everything that is known of one import. */
export interface SourceDetail {
  readonly source: SourceItem;
  readonly mapping: Mapping;
  readonly headings: readonly string[];
  readonly encoding: string | null;
  readonly headerRow: number;
  readonly doubts: readonly Doubt[];
  readonly totals: readonly MoneyTotals[];
  readonly facts: ImportedSource["facts"];
  /** Why it cannot be read anew by itself; null where it can. */
  readonly partOf: "correction" | "graph" | "exchange" | null;
}

export interface SourcePage {
  readonly source: SourceItem;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[]; readonly note: RejectItem | null }[];
}

export interface RejectItem {
  readonly sourceId: number;
  readonly row: number;
  readonly verdict: "rejected" | "skipped";
  readonly reason: RowReason;
  readonly column: string;
  readonly cell: string;
  readonly cells: readonly string[];
}

export interface RejectList {
  readonly items: readonly RejectItem[];
  readonly counts: Readonly<Record<string, number>>;
  readonly headings: readonly string[];
  readonly same: readonly SameCells[];
  readonly proposals: readonly CorrectionItem[];
}

export interface LayoutItem {
  readonly name: string;
  readonly mapping: Mapping;
  /** Headings of the sheet that it was made on, in their order. */
  readonly headings: readonly string[];
  readonly savedAt: string;
  readonly used: number;
}

/** An identifier found in a pasted text, and what the workspace has on it. */
export interface IdentifiedItem {
  readonly text: string;
  /** UTF-16 places [start, end) in the text as given. */
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly entityKind: string | null;
  readonly valid: boolean;
  readonly normal: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly reason: string | null;
  readonly doubt: string | null;
  /** 0..1: how sure the reading is. */
  readonly confidence: number;
  /** How telling it is that two share it, in bits; 0 for a public number. */
  readonly rarityBits: number;
  /** Null where the workspace has no such entity. `cases` are the newest of `caseCount`. */
  readonly known: {
    readonly entity: string;
    readonly label: string;
    readonly cases: readonly string[];
    readonly caseCount: number;
  } | null;
}
