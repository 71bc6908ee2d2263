// Calls of the link stage: run, ranked pairs, one pair in full, cases like this one, hubs.
import { z } from "zod";
import type { Verdict } from "../model/decision.ts";
import type { Citation } from "../model/source.ts";
import { job, read, write } from "../rpc/call.ts";
import { modelCalls } from "./modelCalls.ts";
import type { Basis, EvidenceBar, LinkHub, LinkModel, PairScore } from "./pairScore.ts";

export interface LinkRun {
  readonly runId: number;
  readonly dataVersion: number;
  readonly cases: number;
  readonly compared: number;
  readonly allPairs: number;
  readonly pairs: number;
  readonly model: LinkModel;
  readonly seconds: number;
}

export interface PairItem {
  readonly rank: number;
  readonly a: string;
  readonly b: string;
  readonly type: string | null;
  readonly bits: number;
  readonly posterior: number;
  readonly strength: PairScore["strength"];
  readonly basis: readonly Basis[];
  /** Kinds of the entities shared, for glyphs. */
  readonly kinds: readonly string[];
  readonly verdict: Verdict | null;
  /** A case of the newest import takes part. */
  readonly isNew: boolean;
  readonly series: string | null;
  /** That of the first case, where it is another one than that of the second. */
  readonly otherSeries: string | null;
}

export interface FollowedPairs {
  /** Cases whose pairs were scored anew, pairs that now stand otherwise, cases left out because there were too many. */
  readonly cases: number;
  readonly pairs: number;
  readonly leftOut: number;
  /** People were found anew since the run: only a run brings the pairs up to date. */
  readonly needsRun: boolean;
}

export interface PairPage {
  readonly items: readonly PairItem[];
  readonly waiting: number;
  readonly judged: number;
  readonly all: number;
  readonly compared: number;
  readonly stale: boolean;
  readonly runId: number | null;
  /** People were merged or parted since, and the pairs do not follow yet (`link.followIdentities`). */
  readonly identitiesMoved: boolean;
  /** Probabilities may be shown: the model was calibrated on enough judged pairs. */
  readonly calibrated?: boolean;
}

/** One line of the side-by-side table: what both cases say of one thing. `row` picks `link.side.<row>`. */
/** Why what both cases have weighs nothing: a hub (`LinkHub.reason`), it is as frequent as chance, or it is the victim's own in one of them. */
export interface SilentShared {
  readonly entity: string;
  readonly label: string;
  readonly reason: string;
  /** Cases it stands in; 0 where they were not counted. */
  readonly cases: number;
}

export interface SideRow {
  readonly row: string;
  readonly a: string;
  readonly b: string;
  readonly sign: "+" | "-" | "~" | "!";
  /** Spans of `a` / `b` to mark, [start, end) in UTF-16 units (shared words of the brief). */
  readonly marksA: readonly (readonly [number, number])[];
  readonly marksB: readonly (readonly [number, number])[];
  /** Both have these, and still they weigh nothing; told where nothing else of the line does. */
  readonly silent: readonly SilentShared[];
}

export interface PairExplanation {
  readonly score: PairScore;
  readonly threshold: number;
  readonly sides: readonly SideRow[];
  readonly seriesA: string | null;
  readonly seriesB: string | null;
  readonly sources: readonly (Citation & { readonly text: string })[];
  readonly decision: { readonly verdict: Verdict; readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly calibrated: boolean;
  readonly modelNote: { readonly learnedFrom: string; readonly judgedPairs: number };
}

export interface SimilarCase {
  readonly rank: number;
  readonly case: string;
  readonly series: string | null;
  readonly bits: number;
  readonly posterior: number;
  readonly evidence: readonly EvidenceBar[];
  readonly counter: readonly EvidenceBar[];
}

/** What merging or parting two entities does to pairs of cases. */
export interface MergeEffect {
  /** Pairs that come to `minBits` or more, and pairs that fall below. */
  readonly gained: number;
  readonly lost: number;
  /** Pairs of cases that come to name one suspect, or no longer do: those belong together whatever their bits. */
  readonly suspectGained: number;
  readonly suspectLost: number;
  readonly minBits: number;
  readonly compared: number;
  /** Cases touched by the change that were not compared, because there are too many. */
  readonly leftOut: number;
  /** The strongest of the pairs that change sides, 20 at most; bits before and after. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly before: number; readonly after: number }[];
}

const pair = z.object({ a: z.string(), b: z.string() });

export const linkCalls = {
  ...modelCalls,
  "link.runLinkage": job(z.object({}), "Compares candidate pairs, learns the weights, ranks the pairs and stores the run.")<LinkRun>(),
  "link.scorePairs": job(
    z.object({
      pairs: z.array(z.tuple([z.string(), z.string()])).optional(),
      top: z.int().nullable().default(null),
      withJudgements: z.boolean().default(false),
    }),
    "Scores exactly the given pairs as the last run would, or gives the ranked ones of that run. withJudgements: learns anew where people judged since.",
    { errors: ["case-unknown"] },
  )<readonly PairScore[]>(),
  "link.listPairs": read(
    z.object({
      state: z.enum(["waiting", "judged", "all"]).default("waiting"),
      minBits: z.number().nullable().default(0),
      newOnly: z.boolean().default(false),
      case: z.string().optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100_000).default(100),
    }),
    "Ranked pairs of the last run.",
  )<PairPage>(),
  "link.explainPair": job(pair, "One pair in full: side by side, prior, bars, total, counter-evidence, source rows.", {
    errors: ["case-unknown", "not-linked-yet"],
  })<PairExplanation>(),
  "link.previewMerge": job(
    pair.extend({ verdict: z.enum(["confirm", "reject"]).default("confirm"), minBits: z.number().default(10) }),
    "Which pairs of cases would come to the given bits, or fall below, if two entities were judged to be one, or two.",
    { errors: ["entity-unknown"] },
  )<MergeEffect>(),
  "link.followIdentities": job(
    z.object({}),
    "After people were merged or parted: scores the pairs of the cases that they stand in anew, by the weights of the last run; taking the judgement back puts the run's own pairs back.",
  )<FollowedPairs>(),
  "link.findSimilar": job(
    z.object({ case: z.string(), top: z.int().min(1).max(1000).default(10) }),
    "Cases like this one, over all cases and series, with none of them among the answers.",
    {
      errors: ["case-unknown"],
    },
  )<readonly SimilarCase[]>(),
  "link.listHubs": read(z.object({}), "Identifiers that weigh nothing because everybody meets there, and why.")<readonly LinkHub[]>(),
  "link.excludeIdentifier": write(
    z.object({ entity: z.string(), reason: z.string() }),
    "Takes an identifier out of the evidence, with a reason.",
    {
      errors: ["entity-unknown", "reason-missing"],
    },
  )<{ readonly stale: boolean }>(),
};
