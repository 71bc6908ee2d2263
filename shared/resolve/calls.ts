// Calls of the resolve stage: run, identities, likely pairs, one pair in full. Merging and un-merging are decisions (`review.recordDecision`, subject identity).
import { z } from "zod";
import type { Verdict } from "../model/decision.ts";
import type { IdentityRecords } from "../model/entity.ts";
import type { Citation } from "../model/source.ts";
import { job, read } from "../rpc/call.ts";
import { addressCalls } from "./addressCalls.ts";
import type { RuleCount } from "./blocking/blockPairs.ts";
import type { IdentityBar } from "./explainRecords.ts";
import { paymentCalls } from "./paymentCalls.ts";
import type { ErrorEstimate } from "./threshold.ts";

export interface ResolutionRun {
  readonly runId: number;
  readonly kind: string;
  readonly dataVersion: number;
  /** Distinct records compared; entities that they are about; people that these turned out to be. */
  readonly records: number;
  readonly entities: number;
  readonly identities: number;
  readonly compared: number;
  /** Two sources without duplicates of their own were matched one to one. */
  readonly oneToOne: boolean;
  readonly seconds: number;
  /** What was compared and by which rules, and how wrong the result is expected to be; null where nothing had to be compared. */
  readonly findings: RunFindings | null;
}

export interface RunFindings {
  readonly estimate: ErrorEstimate;
  /** In the order in which they ran. */
  readonly rules: readonly RuleCount[];
  /** Most records that a block may hold; bigger ones are left out. */
  readonly largestBlock: number;
}

export interface IdentityMember {
  readonly entity: string;
  readonly label: string;
  readonly source: Citation;
  /** What it states first of every attribute. */
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly origin: string }[];
}

export interface IdentityCluster {
  /** The member that stands for all. */
  readonly identity: string;
  readonly label: string;
  readonly members: readonly IdentityMember[];
  /** The weakest and the best pair inside, in bits; null where exact keys or decisions settled it. */
  readonly weakestBits: number | null;
  readonly bestBits: number | null;
  /** The weakest pair itself, null likewise. */
  readonly weakest: { readonly a: string; readonly b: string } | null;
}

export interface ClusterPage {
  readonly items: readonly IdentityCluster[];
  readonly all: number;
  readonly run: ResolutionRun | null;
  readonly stale: boolean;
}

export interface IdentityPair {
  readonly a: string;
  readonly b: string;
  readonly labelA: string;
  readonly labelB: string;
  readonly bits: number;
  readonly posterior: number;
  /** The last run put them into one identity. */
  readonly same: boolean;
  readonly verdict: Verdict | null;
}

export interface IdentityPairPage {
  readonly items: readonly IdentityPair[];
  readonly waiting: number;
  readonly judged: number;
  readonly run: ResolutionRun | null;
  readonly stale: boolean;
}

export interface IdentityRecordLine {
  readonly source: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly entity: string;
  readonly identity: string;
}

/** Why a pair needed no score. */
export type Settled = "one-entity" | "identity-number" | "confirmed" | "rejected" | "contradiction";

export interface IdentityExplanation {
  readonly a: string;
  readonly b: string;
  readonly prior: number;
  readonly bars: readonly IdentityBar[];
  readonly total: number;
  readonly posterior: number;
  readonly settled: Settled | null;
  readonly same: boolean;
  readonly sources: readonly [Citation, Citation];
  readonly decision: { readonly verdict: Verdict; readonly reason: string; readonly by: string; readonly at: string } | null;
}

const kind = z.string().default("person");
const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };

export const resolveCalls = {
  ...addressCalls,
  ...paymentCalls,
  "resolve.runResolution": job(
    z.object({ kind }),
    "Finds which records are one person (or thing of another kind) and stores the identities.",
    { errors: ["kind-unknown"] },
  )<ResolutionRun>(),
  "resolve.listClusters": read(z.object({ kind, ...page }), "Identities of more than one entity, the least certain first.")<ClusterPage>(),
  "resolve.listPairs": read(
    z.object({ kind, state: z.enum(["waiting", "judged", "all"]).default("waiting"), ...page }),
    "Pairs of entities that may be one, the least certain first.",
  )<IdentityPairPage>(),
  "resolve.listRecords": read(z.object({ kind, sourceId: z.int() }), "Every record of a source with its entity and identity.")<
    readonly IdentityRecordLine[]
  >(),
  "resolve.listIdentitiesOf": read(
    z.object({ refs: z.array(z.string()).max(20_000) }),
    "Of the given entities those that are one with others: every record of each such identity, the one that stands for all first.",
  )<readonly IdentityRecords[]>(),
  "resolve.explainPair": job(
    z.object({ a: z.string(), b: z.string() }),
    "Why two entities are or are not one: prior, one bar a comparison, total, posterior.",
    {
      errors: ["entity-unknown", "not-resolved-yet"],
    },
  )<IdentityExplanation>(),
};
