// Calls of the chart stage: what can be shown, expanded, inspected and kept.
import { z } from "zod";
import type { Doubt } from "../import/calls.ts";
import type { Citation } from "../model/source.ts";
import { read, write } from "../rpc/call.ts";
import { attachmentCalls } from "./attachmentCalls.ts";
import { type ChartDocument, chartDocumentSchema, type Grade } from "./document.ts";
import type { ChartElements } from "./elements.ts";
import { pathCalls } from "./pathCalls.ts";
import { viewCalls } from "./viewCalls.ts";
import { workCalls } from "./workCalls.ts";

/** A group that an entity can be expanded by. */
export interface NeighbourCount {
  readonly link: string;
  readonly direction: "out" | "in" | "both";
  readonly kind: string;
  readonly count: number;
  /** Public numbers, pools: left out unless asked for. */
  readonly publicCount: number;
  readonly onChart: number;
}

export interface Expansion extends ChartElements {
  readonly counts: readonly NeighbourCount[];
  readonly total: number;
  /** Neighbours left out by the limit. */
  readonly left: number;
  /** Weakest neighbours of a large hub of which it was not looked up what they share. */
  readonly unseen: number;
}

/** Which neighbours come first: the strongest, the last heard of, or only those that other entities on the chart know too. */
export const expandChoices = ["strongest", "newest", "shared"] as const;
export type ExpandChoice = (typeof expandChoices)[number];

/** Every value with its rows: without a source it is not shown as fact. */
export interface EntityFacts {
  readonly ref: string;
  readonly kind: string;
  readonly label: string;
  /** Of an account: all numbers of its purse, the account before its cards; of one number alone: none. */
  readonly numbers: readonly string[];
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string;
    readonly origin: string;
    readonly sources: readonly Citation[];
  }[];
  readonly links: readonly {
    readonly kind: string;
    readonly role: string;
    readonly other: string;
    readonly otherLabel: string;
    readonly otherKind: string;
    readonly outgoing: boolean;
    readonly origin: string;
    /** What the sources say of the link itself; parallel links are shown as one. */
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
    readonly sources: readonly Citation[];
  }[];
  readonly events: readonly {
    readonly kind: string;
    readonly at: string | null;
    readonly text: Readonly<Record<string, string | number>>;
    readonly other: string;
    readonly otherLabel: string;
    readonly outgoing: boolean;
    readonly sources: readonly Citation[];
  }[];
  readonly eventCount: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly cases: number;
  readonly hub: string | null;
  /** Of a case: where two sources tell of another victim and another day or sum under its number. */
  readonly reused: readonly Doubt[];
}

export { type ChartDocument, chartDocumentSchema } from "./document.ts";

export interface ChartItem {
  readonly id: string;
  readonly name: string;
  readonly savedAt: string;
  readonly entities: number;
  /** The bundle of another unit that brought it; null: ours. */
  readonly from: { readonly bundle: number; readonly unit: string } | null;
}

/** What a graph file says of a chart beside its elements. */
export interface ChartMarks {
  readonly places: readonly { readonly ref: string; readonly x: number; readonly y: number }[];
  readonly grades: readonly Grade[];
  readonly disabled: readonly string[];
}

export const chartCalls = {
  ...pathCalls,
  ...workCalls,
  ...attachmentCalls,
  ...viewCalls,
  "chart.openSubject": read(
    z.object({ subject: z.string() }),
    "The chart of a series (`series:S-12`), a ring (`ring:R-4`), a pair (`pair:A|B`), a graph file that was imported (`source:12`, with its places, grades and what it switches off) or an entity (`kind:key`).",
    { audit: "before", errors: ["series-unknown", "ring-unknown", "case-unknown", "entity-unknown", "source-unknown", "not-linked-yet"] },
  )<ChartElements & { readonly title: string; readonly marks?: ChartMarks }>(),
  "chart.countNeighbours": read(
    z.object({ entity: z.string(), also: z.array(z.string()).max(1000).default([]), present: z.array(z.string()).default([]) }),
    "What expanding an entity would add, by link, direction and kind; `also`: further records of the same identity.",
    { errors: ["entity-unknown"] },
  )<{ readonly counts: readonly NeighbourCount[]; readonly total: number; readonly hub: string | null }>(),
  "chart.expandEntity": read(
    z.object({
      entity: z.string(),
      /** Further records of the same identity: expanded as one. */
      also: z.array(z.string()).max(1000).default([]),
      groups: z.array(z.object({ link: z.string(), direction: z.enum(["out", "in", "both"]), kind: z.string() })).optional(),
      links: z.array(z.string()).optional(),
      limit: z.int().min(1).max(5000).default(200),
      present: z.array(z.string()).default([]),
      withPublic: z.boolean().default(false),
      choose: z.enum(expandChoices).default("strongest"),
    }),
    "Neighbours of an entity, strongest or newest first or those shared with what is present, and the links among them and what is present.",
    { errors: ["entity-unknown"] },
  )<Expansion>(),
  "chart.readElements": read(
    z.object({ refs: z.array(z.string()).max(20000), links: z.array(z.string()).default([]) }),
    "Nodes and the links between them, read anew; of `links` those that are evidence, with the bits of the last linkage.",
  )<ChartElements & { readonly missing: readonly string[] }>(),
  "chart.readEntity": read(
    z.object({ entity: z.string(), events: z.int().max(500).default(50) }),
    "Every fact of an entity with its source rows.",
    {
      audit: "before",
      errors: ["entity-unknown"],
    },
  )<EntityFacts>(),
  "chart.listCharts": read(z.object({}), "Charts kept in the workspace, newest first.")<readonly ChartItem[]>(),
  "chart.readChart": read(z.object({ id: z.string() }), "A kept chart with its document.", { audit: "before", errors: ["chart-unknown"] })<
    ChartItem & { readonly document: ChartDocument }
  >(),
  "chart.saveChart": write(
    z.object({
      id: z.string().nullable(),
      name: z.string().min(1),
      document: chartDocumentSchema,
      /** Where it was worked on until now: history and snapshots go with it. */
      work: z.string().nullable().default(null),
    }),
    "Keeps a chart with the workspace.",
  )<ChartItem>(),
  "chart.deleteChart": write(z.object({ id: z.string() }), "Removes a kept chart with its snapshots.", { errors: ["chart-unknown"] })<{
    readonly id: string;
  }>(),
};
