// What is shown of a bundle before anything is merged: new, same, in conflict, with the rows of both sides.

import type { AnswerSheet, ExchangeKind, ExchangeSubject, RequestSheet } from "./format.ts";
import type { LookedFinding, ShownFinding } from "./lookedFinding.ts";

/** What a bundle says of itself. */
export interface BundleHead {
  /** SHA-256 of its manifest. */
  readonly hash: string;
  readonly bundleKind: ExchangeKind;
  readonly unit: string;
  readonly about: ExchangeSubject;
  /** Number of its series, ring or chart in the other workspace. */
  readonly number: string;
  readonly title: string;
  readonly writtenAt: string;
  readonly isMasked: boolean;
  readonly isEncrypted: boolean;
  /** Entry and hash at the end of the sender's audit. */
  readonly auditEntry: number;
  readonly auditHash: string;
  readonly auditLinks: number;
  readonly sources: number;
  readonly rows: number;
  readonly entities: number;
  readonly facts: number;
  readonly decisions: number;
  readonly watches: number;
  readonly hasChart: boolean;
  readonly findings: number;
  readonly boards: number;
}

/** Rows of one sheet, as they stood in the file. */
export interface BundleSheet {
  readonly source: string;
  readonly sheet: string | null;
  readonly unit: string;
  readonly sha256: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Rows beyond those shown. */
  readonly more: number;
}

export interface ShownJudgement {
  readonly subject: "pair" | "identity";
  readonly a: string;
  readonly b: string;
  readonly verdict: string;
  readonly reason: string;
  readonly unit: string;
  readonly at: string;
}

export interface ShownWatch {
  readonly watchKind: string;
  readonly label: string;
  readonly reason: string;
  readonly owner: string;
}

export interface BundleGroup {
  readonly rows: number;
  readonly decisions: number;
  readonly watches: number;
  readonly charts: number;
  readonly boards: number;
  readonly found: readonly ShownFinding[];
  readonly sheets: readonly BundleSheet[];
  readonly judgements: readonly ShownJudgement[];
  readonly watched: readonly ShownWatch[];
}

export const conflictKinds = ["attribute", "row", "decision", "cannot-link"] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** ours: theirs stays out; theirs: theirs holds; both: both stand, each with its rows; latest: the later judgement holds. */
export const conflictChoices = ["ours", "theirs", "both", "latest"] as const;
export type ConflictChoice = (typeof conflictChoices)[number];

/** What one side says, with the row that says it or the judgement. */
export interface ConflictSide {
  readonly unit: string;
  readonly told: { readonly name: string; readonly value: string; readonly origin: string } | null;
  readonly rows: BundleSheet | null;
  readonly judgement: ShownJudgement | null;
}

export interface BundleConflict {
  readonly id: string;
  readonly conflict: ConflictKind;
  /** What it is about. */
  readonly entity: string;
  readonly label: string;
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  readonly choices: readonly ConflictChoice[];
  /** What happens where nobody chooses. */
  readonly standard: ConflictChoice;
}

/** Something of a masked bundle that this workspace holds in clear. */
export interface RecognisedThing {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  /** As the bundle writes it. */
  readonly written: string;
  /** Rows of the bundle that say something of it, and the first of them. */
  readonly rows: number;
  readonly sheets: readonly BundleSheet[];
}

export interface BundlePreview {
  readonly bundle: BundleHead;
  /** This very bundle came before. */
  readonly isKnown: boolean;
  readonly fresh: BundleGroup;
  readonly same: BundleGroup;
  readonly conflictCount: number;
  readonly conflicts: readonly BundleConflict[];
  /** Entities of a masked bundle that this workspace knows in clear; null where it cannot tell. */
  readonly recognised: readonly RecognisedThing[] | null;
  /** Of a masked bundle what the other unit found, to be looked at; merged is only what comes in clear. */
  readonly looked: readonly LookedFinding[];
  readonly request: RequestSheet | null;
  readonly answer: AnswerSheet | null;
  /** What we had asked, where this is the answer to it. */
  readonly asked: RequestSheet | null;
}
