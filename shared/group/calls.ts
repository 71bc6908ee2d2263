// Calls of the group stage: series of cases.

import { z } from "zod";
import type { CaseLoss } from "../model/caseLoss.ts";
import type { CaseTime } from "../model/caseTime.ts";
import type { Numbered } from "../model/entity.ts";
import { job, read } from "../rpc/call.ts";
import { motifCalls } from "./motifCalls.ts";
import type { WithoutEffect } from "./previewWithout.ts";
import { rankCalls } from "./rankCalls.ts";
import { ringCalls } from "./ringCalls.ts";
import { type SeriesRecord, seriesCalls, type TakenOut } from "./seriesCalls.ts";
import type { SettlingFact } from "./settle.ts";

export interface SeriesItem {
  readonly series: string;
  readonly title: string;
  readonly cases: readonly string[];
  readonly core: readonly string[];
  readonly borderline: readonly string[];
  /** Average bits of all pairs inside. */
  readonly cohesionBits: number;
  readonly weakest: { readonly a: string; readonly b: string; readonly bits: number };
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly loss: string;
  readonly confirmed: number;
}

export interface SeriesMember extends CaseTime, CaseLoss {
  readonly case: string;
  readonly type: string | null;
  readonly place: string | null;
  /** Average bits to the other members, 0..1 membership from it. */
  readonly bits: number;
  readonly membership: number;
  readonly state: "core" | "borderline" | "waiting";
  readonly verdict: "confirm" | "reject" | "later" | null;
}

/** An identifier of the series by the cases that have it. */
export interface SharedIdentifier extends Numbered {
  readonly entity: string;
  /** Every reference by which the cases know it: of an account its card too. */
  readonly refs: readonly string[];
  readonly kind: string;
  readonly label: string;
  /** Case number → direct, or one step off. */
  readonly cases: Readonly<Record<string, "direct" | "near">>;
  readonly bits: number;
}

export interface SeriesDetail extends SeriesItem {
  readonly members: readonly SeriesMember[];
  readonly shared: readonly SharedIdentifier[];
  /** The one fact without which the series falls apart, and into what. */
  readonly splitBy: (Numbered & { readonly entity: string; readonly label: string; readonly parts: readonly number[] }) | null;
  readonly basis: readonly { readonly basis: string; readonly pairs: number; readonly bits: number }[];
  readonly version: number;
  readonly stale: boolean;
  readonly changes: readonly string[];
  /** What a person wrote on the series, newest last, and the cases taken out of it. */
  readonly record: readonly SeriesRecord[];
  readonly takenOut: readonly TakenOut[];
  /** Missing facts that would settle the weakest link. */
  readonly settling: readonly SettlingFact[];
}

export interface GroupRun {
  readonly runId: number;
  readonly dataVersion: number;
  readonly series: number;
  readonly cases: number;
  readonly seconds: number;
}

export interface SeriesWithout extends WithoutEffect {
  readonly series: string;
  readonly title: string;
}

export const groupCalls = {
  ...seriesCalls,
  ...motifCalls,
  ...rankCalls,
  ...ringCalls,
  "group.runSeries": job(z.object({}), "Clusters the linked cases into series, keeping the identity of those that were confirmed.", {
    errors: ["not-linked-yet"],
  })<GroupRun>(),
  "group.listSeries": read(
    z.object({ sort: z.enum(["cases", "loss", "last", "cohesion"]).default("cases") }),
    "All series of the last run.",
  )<{
    readonly series: readonly SeriesItem[];
    readonly stale: boolean;
    readonly runId: number | null;
    /** Judgements on pairs and members since that run. */
    readonly decidedSince: number;
  }>(),
  "group.previewWithout": job(
    z.object({
      /** Cases whose series are asked about. */
      cases: z.array(z.string()).min(1).max(5000),
      /** Identifiers switched off. */
      without: z.array(z.string()).max(200).default([]),
      /** Single links switched off: references of both ends. */
      cuts: z
        .array(z.tuple([z.string(), z.string()]))
        .max(500)
        .default([]),
    }),
    "What the series of some cases fall into when identifiers or single links are switched off; nothing is changed.",
    { errors: ["not-grouped-yet"] },
  )<readonly SeriesWithout[]>(),
  "group.readSeries": read(
    z.object({ series: z.string() }),
    "One series: members, shared identifiers, weakest link, what would split it.",
    {
      audit: "before",
      errors: ["series-unknown"],
    },
  )<SeriesDetail>(),
};
