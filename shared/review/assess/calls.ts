// Calls of the instant assessment: everything that the workspace knows about what a clue names, part by part, each within its share of a second.

import { z } from "zod";
import type { RingItem } from "../../group/ringCalls.ts";
import type { CaseMatch, IdentifiedItem, ImportedSource, Untold } from "../../import/calls.ts";
import type { SimilarCase } from "../../link/calls.ts";
import type { PairScore } from "../../link/pairScore.ts";
import type { AlertItem } from "../../model/alert.ts";
import type { CaseLoss } from "../../model/caseLoss.ts";
import type { CaseTime } from "../../model/caseTime.ts";
import type { Numbered } from "../../model/entity.ts";
import type { Citation } from "../../model/source.ts";
import { job } from "../../rpc/call.ts";
import type { TaskItem } from "../task/calls.ts";
import type { WatchItem } from "../watchCalls.ts";
import type { ClueCandidates } from "./candidates.ts";
import type { CaseDraft } from "./caseDraft.ts";
import type { ClueCalls, ClueMoney, ClueMovement, CluePayment } from "./clueEvents.ts";

/** How a clue names an entity: by an identifier, a key, a name, words of the search, a point near it; or through another one, as its identity, its purse, its owner. */
export type NamedBy = "identifier" | "key" | "name" | "words" | "near" | "identity" | "owned";

/** A point of the text names the places within so many metres. */
export const nearMetres = 300;

export interface ClueEntity extends Numbered {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  readonly by: NamedBy;
  /** The entity of the clue that it was reached from; null where the clue names it. */
  readonly from: string | null;
}

export interface ClueCase extends CaseTime, CaseLoss {
  readonly case: string;
  readonly type: string | null;
  readonly place: string | null;
  readonly series: string | null;
  /** Who of the clue stands in it, and as what; empty where the clue names the case itself. */
  readonly through: readonly (Numbered & { readonly entity: string; readonly label: string; readonly role: string })[];
  readonly sources: readonly Citation[];
}

export interface ClueSeries {
  readonly series: string;
  readonly title: string;
  readonly cases: number;
  readonly loss: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** How firmly its own cases hold together: average bits of its pairs. Says nothing about the clue. */
  readonly cohesionBits: number;
  /** Its cases in which the clue's entities stand, 50 at most. */
  readonly met: readonly string[];
  /** The clue's entities that stand in them, each with its role and in how many; those of most cases first. */
  readonly ties: readonly (Numbered & { readonly entity: string; readonly label: string; readonly role: string; readonly cases: number })[];
}

/** How well the clue fits a series: the average to its cases, and what speaks for and against in the case that it fits best. */
export interface SimilarSeriesOfClue {
  readonly series: string;
  readonly bits: number;
  readonly posterior: number;
  readonly strength: PairScore["strength"];
  /** How many cases the average is over. */
  readonly cases: number;
  readonly best: Pick<SimilarCase, "case" | "bits" | "evidence" | "counter">;
}

/** The clue as if it were a case, against all cases and series; of a case that it names by nothing but its number, all that is stored. */
export interface ClueSimilar {
  /** That case; null where the text itself was compared. */
  readonly of: string | null;
  readonly cases: readonly (SimilarCase & { readonly strength: PairScore["strength"] })[];
  readonly series: readonly SimilarSeriesOfClue[];
  /** Posterior that none of them fits. */
  readonly none: number;
  /** Why nothing was compared: no cases, or a text that tells nothing to compare. */
  readonly why: "no-cases" | "nothing-to-compare" | null;
}

export interface ClueRing extends Pick<RingItem, "ring" | "title" | "namedBy"> {
  readonly people: number;
  readonly cases: number;
  readonly loss: string;
  readonly lastAt: string | null;
  readonly members: readonly (Numbered & {
    readonly entity: string;
    readonly label: string;
    readonly role: string;
    readonly sources: readonly Citation[];
  })[];
  /** Its cases in which the clue's entities stand. */
  readonly met: readonly string[];
}

export interface ClueAnswers {
  readonly cases: { readonly items: readonly ClueCase[]; readonly count: number };
  readonly series: { readonly items: readonly ClueSeries[]; readonly isStale: boolean };
  readonly similar: ClueSimilar;
  readonly rings: { readonly items: readonly ClueRing[] };
  /** `no-time`: sums without a time or an account, of which any transfer could be meant. */
  readonly payments: { readonly items: readonly CluePayment[]; readonly why: "no-time" | null };
  readonly money: { readonly items: readonly ClueMoney[] };
  readonly calls: { readonly items: readonly ClueCalls[] };
  readonly movements: { readonly items: readonly ClueMovement[]; readonly count: number };
  readonly watches: { readonly watches: readonly WatchItem[]; readonly alerts: readonly AlertItem[] };
  readonly tasks: { readonly items: readonly TaskItem[] };
}

export type ClueProbeName = keyof ClueAnswers;

/** In the order in which they are asked: what is quick first, so that what is left of the second goes to what counts long. */
export const clueProbes = [
  "cases",
  "series",
  "rings",
  "watches",
  "tasks",
  "movements",
  "calls",
  "payments",
  "money",
  "similar",
] as const satisfies readonly ClueProbeName[];

/** What a part found, how long it took, and whether it came to the end of it. */
export interface TimedPart<Answer> {
  readonly milliseconds: number;
  /** False: it was stopped at its share of the time, or is still counting; what it says so far is true, and there may be more. */
  readonly isComplete: boolean;
  /** Null while nothing is known yet. */
  readonly found: Answer | null;
}

export interface Assessment {
  /** Every identifier, name, place and day of the text. */
  readonly items: readonly IdentifiedItem[];
  /** Who of the workspace that names, and what stands for them. */
  readonly entities: readonly ClueEntity[];
  readonly candidates: readonly ClueCandidates[];
  /** Entities beyond the most that are looked at. */
  readonly leftOut: number;
  /** The text as a case, as far as it says so: what is proposed where it is made one. */
  readonly draft: CaseDraft;
  /** What of the text was looked up beside its items: lines, cells and long runs of digits as keys, what may be names, points; and whether its words were searched. */
  readonly searched: { readonly keys: number; readonly names: number; readonly points: number; readonly words: boolean };
  /** The parts that were asked for. */
  readonly parts: { readonly [Name in ClueProbeName]?: TimedPart<ClueAnswers[Name]> };
  readonly milliseconds: number;
}

export interface StoredClue {
  readonly case: string;
  /** As it was stored. */
  readonly said: CaseDraft;
  readonly source: ImportedSource;
  readonly matches: readonly CaseMatch[];
  readonly alerts: readonly AlertItem[];
  /** It is stored; what it brought could not be told to the end. */
  readonly untold: Untold | null;
}

/** A day or a minute, local; "": none. */
const cellTime = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?)?$/);

export const clueText = z.string().trim().min(1).max(100_000);

export const assessCalls = {
  "assess.readClue": job(
    z.object({
      text: clueText,
      /** Only these parts. */
      parts: z.array(z.enum(clueProbes)).min(1).optional(),
      /** Milliseconds for all of it; a part that needs longer says so. */
      within: z.int().min(50).max(600_000).default(1000),
    }),
    "Everything that the workspace knows about what a text names: identifiers, cases, series, cases like it, rings, transfers of its sums about its times, money, calls, movements, watches, alerts and tasks.",
    { errors: ["cancelled"], onReadOnly: true },
  )<Assessment>(),
  "assess.prepare": job(z.object({}), "Gets the cases ready for comparing, so that the first clue need not wait for them.", {
    onReadOnly: true,
  })<{
    readonly isReady: boolean;
  }>(),
  "assess.storeCase": job(
    z.object({
      text: clueText,
      /** Left out: one is made of the moment. */
      number: z.string().trim().min(2).max(60).optional(),
      /** What is left out is read from the text, "" is nothing. */
      type: z.string().trim().max(60).optional(),
      from: cellTime.optional(),
      to: cellTime.optional(),
      loss: z
        .string()
        .regex(/^(?:\d{1,12}(?:\.\d{1,2})?)?$/)
        .optional(),
    }),
    "Makes a case of a text by hand: a source of one row, so that every fact of it has a row to cite. Category, time and loss as given, else as the text says.",
    { errors: ["case-known", "cancelled"] },
  )<StoredClue>(),
};
