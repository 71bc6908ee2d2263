// Calls about how entities hang together: paths between two, the connecting network of several.
import { z } from "zod";
import { job } from "../rpc/call.ts";
import type { ChartElements } from "./elements.ts";

/** One step of a path; parallel links of one kind are one, with their count. */
export interface PathLink {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly directed: boolean;
  readonly count: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export interface FoundPath {
  /** Steps. */
  readonly length: number;
  readonly nodes: readonly string[];
  /** In the order of the steps; a step may have several kinds. */
  readonly links: readonly PathLink[];
}

/** apart: no chain of facts joins the two; too-long: one does, with more steps than allowed; not-in-time: none goes forward in time; excluded: only by way of what is excluded. */
export type NoPathReason = "apart" | "too-long" | "not-in-time" | "excluded";

export interface PathAnswer {
  readonly paths: readonly FoundPath[];
  readonly why: NoPathReason | null;
  /** More shortest paths exist than are given. */
  readonly isCut: boolean;
  /** Links that a server sent because the answer needed the whole graph; null where none had to. */
  readonly travelled: number | null;
}

export interface Connections extends ChartElements {
  /** Pairs of seeds with the length of a shortest path, or why there is none. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly length: number | null; readonly why: NoPathReason | null }[];
  readonly travelled: number | null;
}

/** Kinds of link in any case; null: all. */
const links = z.array(z.string()).nullable().default(null);
/** Entities that no path may pass. */
const without = z.array(z.string()).max(5000).default([]);

export const pathCalls = {
  "chart.findPaths": job(
    z.object({
      from: z.string(),
      to: z.string(),
      links,
      without,
      max: z.int().min(1).max(20).default(6),
      allShortest: z.boolean().default(false),
      /** So many of the shortest paths without repeated entities, whatever their length up to `max`. */
      best: z.int().min(1).max(1000).nullable().default(null),
      /** Forward in time only, by dated facts. */
      inTime: z.boolean().default(false),
    }),
    "The shortest path between two entities, all of them, or one that goes forward in time.",
    { errors: ["entity-unknown"], onReadOnly: true },
  )<PathAnswer>(),
  "chart.findConnections": job(
    z.object({ entities: z.array(z.string()).min(2).max(50), links, without, max: z.int().min(1).max(10).default(4) }),
    "The connecting network of several entities: shortest paths between every two, and which pairs have none and why.",
    { errors: ["entity-unknown"], onReadOnly: true },
  )<Connections>(),
};
