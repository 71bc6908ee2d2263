// The document of a chart: what is shown and where, what was drawn, grouped, noted and graded by hand. Record keys, never row ids; facts are read anew.
import { z } from "zod";
import { gradeSchemes, noteShapes, plainArrangement } from "./marks.ts";

/** A link as the canvas draws it; a document keeps whole only those that no fact states: evidence, hypotheses. */
export const chartLinkSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: z.string(),
  directed: z.boolean(),
  count: z.number(),
  sum: z.number().nullable(),
  firstAt: z.number().nullable(),
  lastAt: z.number().nullable(),
  confirmed: z.boolean(),
});

export const chartNodeSchema = z.object({
  ref: z.string(),
  kind: z.string(),
  subtype: z.string(),
  label: z.string(),
  note: z.string(),
  firstAt: z.number().nullable(),
  lastAt: z.number().nullable(),
});

/** A hypothesis: an entity or a link that somebody drew, with who, when and from what. `id` is the ref or the id of the link. */
export const draftSchema = z.object({
  id: z.string(),
  node: chartNodeSchema.nullable(),
  link: chartLinkSchema.nullable(),
  author: z.string(),
  at: z.string(),
  ground: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Members stand together; collapsed they are drawn as one, in the middle of where they stand. */
export const groupSchema = z.object({ id: z.string(), label: z.string(), entities: z.array(z.string()), isCollapsed: z.boolean() });
export type Group = z.infer<typeof groupSchema>;

export const attachmentSchema = z.object({ sha256: z.string(), name: z.string(), size: z.int(), mediaType: z.string() });
export type Attachment = z.infer<typeof attachmentSchema>;

/**
 * A note on the ground (`on` null) or on an item. Frames have a size, arrows a tip: x + width, y + height. Comments have no place.
 * Places and sizes in units of the chart.
 */
export const noteSchema = z.object({
  id: z.string(),
  shape: z.enum(noteShapes),
  on: z.string().nullable(),
  text: z.string(),
  author: z.string(),
  at: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  attachments: z.array(attachmentSchema).default([]),
});
export type Note = z.infer<typeof noteSchema>;

export const gradeSchema = z.object({
  id: z.string(),
  scheme: z.enum(gradeSchemes),
  source: z.enum(["A", "B", "C", "D", "E"]),
  information: z.int().min(1).max(5),
  handling: z.int().min(1).max(5).nullable(),
});
export type Grade = z.infer<typeof gradeSchema>;

/** One rule of looks: on which items, by which value of theirs, which trait. Numbers become a ramp, words become classes. */
export const lookRuleSchema = z.object({
  id: z.string(),
  on: z.enum(["node", "link"]),
  /** Kinds it is for; none: all. */
  kinds: z.array(z.string()),
  by: z.string(),
  trait: z.enum(["colour", "size", "label", "width", "icon"]),
});
export type LookRule = z.infer<typeof lookRuleSchema>;

export const lookSetSchema = z.object({ name: z.string(), rules: z.array(lookRuleSchema) });
export type LookSet = z.infer<typeof lookSetSchema>;

/** How the same elements are drawn: nothing of it adds, removes or moves one. */
export const arrangementSchema = z.object({
  /** Parallel links as one, with count and sum. */
  combined: z.boolean(),
  /** Entities that only pass on, between two others, drawn as one link. */
  condensed: z.boolean(),
  /** Entities with one neighbour are not drawn. */
  leafless: z.boolean(),
  /** Refs in focus; all further than one step from them are faded. */
  focus: z.array(z.string()),
  looks: lookSetSchema.nullable(),
});
export type Arrangement = z.infer<typeof arrangementSchema>;

export const cameraSchema = z.object({ x: z.number(), y: z.number(), zoom: z.number() });
export type Camera = z.infer<typeof cameraSchema>;

export const chartDocumentSchema = z.object({
  version: z.literal(1),
  nodes: z.array(z.object({ ref: z.string(), x: z.number(), y: z.number(), pinned: z.boolean().optional() })),
  /** Ids of links that are shown; facts are read anew when the chart is opened. */
  links: z.array(z.string()),
  filter: z.object({ hiddenKinds: z.array(z.string()), from: z.string().nullable(), until: z.string().nullable() }),
  disabled: z.array(z.string()).default([]),
  subject: z.string().default(""),
  /** Shown links that no fact states, as they were when the chart was kept. */
  carried: z.array(chartLinkSchema).default([]),
  drafts: z.array(draftSchema).default([]),
  groups: z.array(groupSchema).default([]),
  notes: z.array(noteSchema).default([]),
  grades: z.array(gradeSchema).default([]),
  arrangement: arrangementSchema.default(plainArrangement),
  /** Where one looked from; no step of the history. */
  camera: cameraSchema.nullable().default(null),
});
export type ChartDocument = z.infer<typeof chartDocumentSchema>;
/** As it may be written: parts that older charts do not have left out. */
export type ChartDocumentInput = z.input<typeof chartDocumentSchema>;
