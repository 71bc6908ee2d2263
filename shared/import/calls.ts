// Calls of the import stage: preview, store, sources, rejects, layouts.
import { z } from "zod";
import type { AlertItem } from "../model/alert.ts";
import type { RowCounts } from "../model/source.ts";
import { job, read, write } from "../rpc/call.ts";
import type { RowReason } from "./facts.ts";
import { type Mapping, mappingSchema, rowKinds } from "./mapping.ts";
import { repairRuleSchema } from "./repairRule.ts";

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
  readonly notUnderstood: readonly string[];
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

export interface LayoutItem {
  readonly name: string;
  readonly mapping: Mapping;
  /** Headings of the sheet that it was made on, in their order. */
  readonly headings: readonly string[];
  readonly savedAt: string;
  readonly used: number;
}

const file = z.object({ path: z.string(), entry: z.string().nullable().default(null), sheet: z.string().nullable().default(null) });

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

export const importCalls = {
  "import.previewFiles": job(
    z.object({
      paths: z.array(z.string()).min(1),
      mapping: mappingSchema.optional(),
      as: z.enum(rowKinds).optional(),
      sheets: z.array(z.string()).optional(),
    }),
    "Opens the files, recognises their layouts and shows 20 rows before and after. Stores nothing.",
    { errors: ["file-missing", "file-empty", "file-unreadable", "unsupported-format", "archive-unsafe", "file-locked"] },
  )<PreviewResult>(),
  "import.previewSheet": job(
    z.object({ file, mapping: mappingSchema }),
    "The preview of one sheet under a mapping that was changed by hand.",
    { errors: ["file-missing", "file-unreadable", "mapping-invalid", "mapping-column-missing"] },
  )<SheetPreview>(),
  "import.storeFiles": job(
    z.object({
      paths: z.array(z.string()).min(1),
      /** One mapping for all, or by `path|entry|sheet`; without either the layout must be recognised surely. */
      mapping: mappingSchema.optional(),
      mappings: z.record(z.string(), mappingSchema).optional(),
      as: z.enum(rowKinds).optional(),
      skip: z.array(z.string()).default([]),
      /** Only these sheets or tables of the files, by name. */
      sheets: z.array(z.string()).min(1).optional(),
      rejectFolder: z.string().nullable().default(null),
    }),
    "Imports files whole or not at all, and says which new cases match which series.",
    { errors: ["layout-unsure", "file-missing", "mapping-invalid", "mapping-column-missing", "disk-full", "cancelled"] },
  )<ImportResult>(),
  "import.identifyText": read(
    z.object({ text: z.string().max(100_000), strict: z.boolean().default(false) }),
    "Every identifier in a text, and names, places and days in its words: what it is, whether it is valid, how sure, and what the workspace knows about it.",
    { audit: "before" },
  )<readonly IdentifiedItem[]>(),
  "import.listSources": read(z.object({}), "All sources with their counts, newest first.")<readonly SourceItem[]>(),
  "import.readSourceRows": read(
    z.object({ sourceId: z.int(), from: z.int().min(1), count: z.int().min(1).max(500) }),
    "Raw rows of a source as they stood in the file.",
    { audit: "before", errors: ["source-unknown"] },
  )<SourcePage>(),
  "import.listRejects": read(
    z.object({
      sourceId: z.int().optional(),
      reason: z.string().optional(),
      after: z.int().default(0),
      limit: z.int().max(500).default(100),
    }),
    "Rejected and skipped rows with reason and raw text.",
  )<{ readonly items: readonly RejectItem[]; readonly counts: Readonly<Record<string, number>>; readonly headings: readonly string[] }>(),
  "import.fixRejects": job(
    z.object({
      sourceId: z.int(),
      /** Only the cells that differ, by the number of their column from 0: what a window was shown may be masked. */
      rows: z.array(z.object({ row: z.int(), changes: z.array(z.object({ column: z.int().min(0), text: z.string() })).min(1) })).min(1),
    }),
    "Imports corrected rows as a source of their own that keeps its tie to the one they came from.",
    { errors: ["source-unknown"] },
  )<ImportResult>(),
  "import.fixRejectsByRule": job(
    z.object({ sourceId: z.int(), reason: z.string().nullable().default(null), rule: repairRuleSchema }),
    "Applies a rule to all rejected rows of a source (of one reason) and imports those that it changed, like fixRejects.",
    { errors: ["source-unknown", "repair-changes-nothing"] },
  )<ImportResult>(),
  "import.removeSource": write(
    z.object({ sourceId: z.int(), reason: z.string() }),
    "Takes a source out with all its facts; shared facts stay.",
    {
      errors: ["source-unknown", "reason-missing"],
    },
  )<{ readonly removed: number; readonly facts: number }>(),
  "import.listLayouts": read(z.object({}), "Mappings saved as layouts.")<readonly LayoutItem[]>(),
  "import.saveLayout": write(
    z.object({ mapping: mappingSchema, headings: z.array(z.string()) }),
    "Keeps a mapping as a layout, found again by its headings in any order, or by its cells where it has none.",
    {
      errors: ["mapping-invalid"],
    },
  )<{ readonly name: string }>(),
};
