// A mapping is data: JSON that turns columns into facts. The import screen edits the same thing that `--mapping` reads.
import { z } from "zod";

export const rowKinds = [
  "case",
  "involvement",
  "person",
  "transfer",
  "call",
  "message",
  "account",
  "measure",
  "phone",
  "organisation",
  "vehicle",
  "place",
  "address",
  "house",
  "stay",
  "capture",
  "login",
  "link",
  "entity",
  "task",
  "population",
] as const;

export type RowKind = (typeof rowKinds)[number];

/** A column that the sheet does not have: others joined, then cut; it is mapped by its heading like any other. */
export const madeColumnSchema = z
  .object({
    heading: z.string().min(1),
    /** Headings (or `#3`), in the order in which their cells are joined; empty cells are left out. */
    from: z.array(z.string()).min(1),
    join: z.string().optional(),
    /** Cut at this text; `part` counts from 1, from the end where it is negative. */
    split: z
      .object({ by: z.string().min(1), part: z.int() })
      .strict()
      .optional(),
  })
  .strict();

/** Rows to leave out: every test is about one cell. */
export const exclusionSchema = z
  .object({ column: z.string(), is: z.enum(["equal", "containing", "empty", "filled"]), value: z.string().optional() })
  .strict();

/** What somebody decided about a case number of a sheet: the case that stands there, or another one. */
export const numberVerdicts = ["same", "other"] as const;
export type NumberVerdict = (typeof numberVerdicts)[number];

export const formatSchema = z
  .object({
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    /** Row of the heading in the sheet, counted from 1; 0: no heading. */
    headerRow: z.int().min(0).optional(),
    /** 2: two heading rows, joined by a blank. */
    headerRows: z.int().min(1).max(3).optional(),
    sheet: z.string().nullable().optional(),
    timeZone: z
      .string()
      .regex(/^(Z|[+-]\d\d:\d\d)$/)
      .optional(),
    /** x and y lie on a plane in any unit. */
    planar: z.boolean().optional(),
    datum: z.enum(["WGS-84", "GCJ-02", "BD-09"]).optional(),
    /** Year of days that are written without one. */
    year: z.int().min(1900).max(2200).optional(),
    dateOrder: z.enum(["ymd", "dmy", "mdy"]).optional(),
    /** Empty cells take the value above (merged cells): headings, or true for all. */
    fillDown: z.union([z.boolean(), z.array(z.string())]).optional(),
    valueMaps: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    /** Columns made of others: combined or split. */
    made: z.array(madeColumnSchema).optional(),
    /** Rows that one of these fits are skipped as excluded. */
    exclude: z.array(exclusionSchema).optional(),
    quotes: z.boolean().optional(),
    /** Minus left the account, plus came in: also where a file, as of one quiet day, holds no minus. */
    signed: z.boolean().optional(),
    /** An adjacency matrix, read as a row for every name and every link. */
    matrix: z.boolean().optional(),
    /** Case numbers that stand in the workspace with other facts: the same case all the same, or another one, which then goes under a number of its own. */
    caseNumbers: z.record(z.string(), z.enum(numberVerdicts)).optional(),
  })
  .strict();

export const mappingSchema = z
  .object({
    name: z.string().min(1),
    rowKind: z.enum(rowKinds),
    format: formatSchema.optional(),
    /** Heading (or `#3`) → one target or several. */
    columns: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    constants: z.record(z.string(), z.string()).optional(),
  })
  .strict();

export type MadeColumn = z.infer<typeof madeColumnSchema>;
export type Exclusion = z.infer<typeof exclusionSchema>;
export type MappingFormat = z.infer<typeof formatSchema>;
export type Mapping = z.infer<typeof mappingSchema>;

/** What holds for one sheet only is no part of a layout: the year of days without one, what was decided about its case numbers. */
export function asLayout({ format, ...mapping }: Mapping): Mapping {
  const { year: _year, caseNumbers: _numbers, ...kept } = format ?? {};
  return { ...mapping, format: kept };
}

/** The targets of a column, always as a list. */
export const targetsOf = (value: string | readonly string[]): readonly string[] => (typeof value === "string" ? [value] : value);
