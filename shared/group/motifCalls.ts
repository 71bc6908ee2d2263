// Calls about patterns of transfers: found within a window, and the shape of each source's transfers.
import { z } from "zod";
import { job } from "../rpc/call.ts";
import { type MotifKind, motifKinds } from "./motifs/motif.ts";
import type { NamedShape } from "./shape/nameShape.ts";

export interface FoundMotif {
  readonly motif: MotifKind;
  readonly accounts: readonly string[];
  /** Numbers of the transfers, as in `transfer:ID`. */
  readonly transfers: readonly number[];
  /** Sum in `currency`; other currencies are not added. */
  readonly amount: string;
  readonly currency: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Ranks patterns of all kinds; `fast-in-fast-out` stays below 1. */
  readonly score: number;
}

export interface SourceShape extends NamedShape {
  readonly sourceId: number;
  readonly source: string;
  readonly sheet: string | null;
}

export const motifCalls = {
  "group.findMotifs": job(
    z.object({
      kinds: z
        .array(z.enum(motifKinds))
        .min(1)
        .default([...motifKinds]),
      /** Longest duration of a pattern, days. */
      windowDays: z.number().positive().default(3),
    }),
    "Finds patterns of transfers between strangers within a window, best first.",
    { onReadOnly: true },
  )<{
    readonly motifs: readonly FoundMotif[];
    /** One-off pairs that looked too ordinary to be searched. */
    readonly leftOut: number;
  }>(),
  "group.nameSources": job(z.object({}), "Names the shape that each source's transfers make, taken as one subgraph.", { onReadOnly: true })<
    readonly SourceShape[]
  >(),
};
