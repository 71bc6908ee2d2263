// Calls about the graph as a whole: who is central, by which measure.
import { z } from "zod";
import { job } from "../rpc/call.ts";
import { metricNames } from "./metrics/index.ts";
import type { EdgeReason } from "./suspicion/scoreSuspicion.ts";

export interface RankReason {
  /**
   * Accounts: fan-out, fan-in, passed-in, passed-on, band (amounts that stand apart).
   * Others: the measures by which they stand high, or, learned from who is known, headings of columns, ways of calling, `neighbours`.
   */
  readonly reason: EdgeReason | "band" | (string & {});
  /** Sums for accounts; bits or log-odds of the rank for others. */
  readonly value: number;
  /** Accounts that gave most of it. */
  readonly entities: readonly string[];
}

export interface RankedEntity {
  readonly rank: number;
  readonly entity: string;
  readonly score: number;
  readonly reasons: readonly RankReason[];
}

export const rankCalls = {
  "group.rankEntities": job(
    z.object({
      kind: z.string().default("account"),
      by: z.enum(metricNames),
      /** Kinds of link, in any case; null: all (for accounts the transfers). */
      links: z.array(z.string()).nullable().default(null),
      undirected: z.boolean().default(false),
      /** null: all. */
      top: z.int().min(1).nullable().default(100),
    }),
    "Ranks the entities of a kind by a measure of the graph of their links, or accounts by suspicion.",
    { errors: ["bad-request"], onReadOnly: true },
  )<readonly RankedEntity[]>(),
};
