// Calls about what other units found: their series and rings beside ours, each judged as a whole and taken back as a whole.
import { z } from "zod";
import type { SeriesDetail } from "../group/calls.ts";
import type { RingDetail } from "../group/ringCalls.ts";
import { read, write } from "../rpc/call.ts";
import type { FindingState } from "./exchange/finding.ts";
import type { ShownJudgement } from "./exchange/preview.ts";

/** A series of ours that holds some of its cases. */
export interface FindingOverlap {
  readonly series: string;
  readonly title: string;
  /** Cases that both hold, and all of ours. */
  readonly common: number;
  readonly ours: number;
}

export interface FindingItem {
  /** `X-4`: as it is called here. */
  readonly finding: string;
  readonly findingKind: "series" | "ring";
  /** Who found it, and the number it has there. */
  readonly unit: string;
  readonly number: string;
  readonly title: string;
  readonly foundAt: string;
  /** Of the list of bundles. */
  readonly bundle: number;
  readonly cases: readonly string[];
  /** Of its cases those that this workspace holds rows of. */
  readonly known: number;
  readonly core: number;
  readonly borderline: number;
  readonly cohesionBits: number | null;
  readonly loss: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly state: FindingState;
  readonly stateNote: string;
  readonly stateBy: string;
  readonly stateAt: string | null;
  readonly overlaps: readonly FindingOverlap[];
}

/** As the page of a series or of a ring of ours shows it. */
export interface FindingDetail extends FindingItem {
  readonly series: SeriesDetail | null;
  readonly ring: RingDetail | null;
  readonly judgements: readonly ShownJudgement[];
}

export interface FindingEffect {
  readonly finding: string;
  readonly state: FindingState;
  /** Judgements of pairs that were written. */
  readonly decisions: number;
  /** Rejections of ours that stand against it. */
  readonly kept: number;
}

const finding = z.string().regex(/^X-\d+$/);

export const findingCalls = {
  "review.listFindings": read(
    z.object({ findingKind: z.enum(["series", "ring"]).nullable().default(null) }),
    "Series and rings that other units found and sent, each with what of it we hold and with the series of ours that share its cases.",
  )<readonly FindingItem[]>(),
  "review.readFinding": read(
    z.object({ finding }),
    "One series or ring of another unit, in the form of ours: members with their rows here, what holds it, judgements.",
    { audit: "before", errors: ["finding-unknown"] },
  )<FindingDetail>(),
  "review.judgeFinding": write(
    z.object({
      finding,
      /** adopted: its core is confirmed as one series; apart: it stays theirs, and what they confirmed in it does not bind us; open: as if not judged. */
      state: z.enum(["open", "adopted", "apart"]),
      reason: z.string(),
      withBorderline: z.boolean().default(false),
    }),
    "Adopts another unit's series or ring, keeps it apart, or takes that back; the judgements of pairs that follow are written with it.",
    { errors: ["finding-unknown", "finding-small", "reason-missing"] },
  )<FindingEffect>(),
};
