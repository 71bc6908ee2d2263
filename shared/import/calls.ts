// Calls of the import stage: preview, store, sources, rejects, layouts.
import { z } from "zod";
import { job, read, write } from "../rpc/call.ts";
import type {
  CorrectionItem,
  FixResult,
  IdentifiedItem,
  ImportResult,
  LateNews,
  LayoutItem,
  PreviewResult,
  ReimportResult,
  RejectList,
  SheetPreview,
  SourceDetail,
  SourceItem,
  SourcePage,
} from "./callTypes.ts";
import { mappingSchema, rowKinds } from "./mapping.ts";
import { repairRuleSchema } from "./repairRule.ts";

export type * from "./callTypes.ts";

const file = z.object({ path: z.string(), entry: z.string().nullable().default(null), sheet: z.string().nullable().default(null) });

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
  "import.tellLate": job(
    z.object({}),
    "Tells what stored sources brought to series and watches, where the import ended before it could: each once.",
    { errors: ["cancelled", "child-died"] },
  )<LateNews>(),
  "import.identifyText": read(
    z.object({ text: z.string().max(100_000), strict: z.boolean().default(false) }),
    "Every identifier in a text, and names, places and days in its words: what it is, whether it is valid, how sure, and what the workspace knows about it.",
    { audit: "before" },
  )<readonly IdentifiedItem[]>(),
  "import.listSources": read(z.object({}), "All sources with their counts, newest first.")<readonly SourceItem[]>(),
  "import.readSource": read(z.object({ sourceId: z.int() }), "One source: its mapping, counts, doubts, totals and what it added.", {
    errors: ["source-unknown"],
  })<SourceDetail>(),
  "import.readSourceRows": read(
    z.object({ sourceId: z.int(), from: z.int().min(1), count: z.int().min(1).max(500) }),
    "Raw rows of a source as they stood in the file.",
    { audit: "before", errors: ["source-unknown"] },
  )<SourcePage>(),
  "import.listRejects": read(
    z.object({
      sourceId: z.int().optional(),
      reason: z.string().optional(),
      verdict: z.enum(["rejected", "skipped"]).optional(),
      column: z.string().optional(),
      cell: z.string().optional(),
      after: z.int().default(0),
      limit: z.int().max(500).default(100),
    }),
    "Rejected and skipped rows with reason and raw text; counts by reason; cells that several of them share, and what somebody proposed for them.",
  )<RejectList>(),
  "import.listCorrections": read(
    z.object({ sourceId: z.int(), after: z.int().default(0), limit: z.int().min(1).max(500).default(100) }),
    "Rows of a source that were put right: what stood there, what was put, by whom, when, and in which source they stand.",
    { audit: "before", errors: ["source-unknown"] },
  )<readonly CorrectionItem[]>(),
  "import.fixRejects": job(
    z.object({
      sourceId: z.int(),
      /** Only the cells that differ, by the number of their column from 0: what a window was shown may be masked. */
      rows: z.array(z.object({ row: z.int(), changes: z.array(z.object({ column: z.int().min(0), text: z.string() })).min(1) })).min(1),
    }),
    "Imports corrected rows as a source of their own that keeps its tie to the one they came from. Rows that would be rejected again stay where they are.",
    { errors: ["source-unknown"] },
  )<FixResult>(),
  "import.fixRejectsByRule": job(
    z.object({ sourceId: z.int(), reason: z.string().nullable().default(null), rule: repairRuleSchema }),
    "Applies a rule to all rejected rows of a source (of one reason) and imports those that it changed, like fixRejects.",
    { errors: ["source-unknown", "repair-changes-nothing"] },
  )<FixResult>(),
  "import.previewSource": job(
    z.object({ sourceId: z.int(), mapping: mappingSchema.optional() }),
    "The preview of a source under its own or another mapping, from the rows that the workspace keeps. Stores nothing.",
    { errors: ["source-unknown", "mapping-invalid", "mapping-column-missing"] },
  )<SheetPreview>(),
  "import.reimportSource": job(
    z.object({ sourceId: z.int(), mapping: mappingSchema.optional() }),
    "Reads a source anew under a corrected mapping: its facts go, the new ones come, in one transaction; corrected rows are put right again.",
    { errors: ["source-unknown", "mapping-invalid", "mapping-column-missing", "reimport-part", "disk-full", "cancelled"] },
  )<ReimportResult>(),
  "import.removeSource": job(
    z.object({ sourceId: z.int(), reason: z.string() }),
    "Takes a source out with all its facts and its corrections; shared facts stay. A correction taken out leaves its rows rejected again.",
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
