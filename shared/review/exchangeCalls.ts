// Calls of working with other units: bundles that are sent and received, questions about identifiers and their answers.
import { z } from "zod";
import type { CaseMatch, ImportedSource, Untold } from "../import/callTypes.ts";
import type { AlertItem } from "../model/alert.ts";
import { job, read, write } from "../rpc/call.ts";
import { type AnswerSheet, answerDetails, exchangeSubjects, type RequestSheet } from "./exchange/format.ts";
import { type BundleGroup, type BundleHead, type BundlePreview, conflictChoices } from "./exchange/preview.ts";
import type { ExportedFile } from "./exportCalls.ts";
import { findingCalls } from "./findingCalls.ts";

export interface UnitName {
  readonly unit: string;
  /** False: nobody has named it, and the workspace's file is called so. */
  readonly isNamed: boolean;
}

/** What would travel. */
export interface BundleContents extends BundleGroup {
  readonly unit: string;
  readonly about: (typeof exchangeSubjects)[number];
  readonly number: string;
  readonly title: string;
  readonly isMasked: boolean;
  readonly entities: number;
  readonly facts: number;
  readonly auditLinks: number;
}

export interface BundleItem {
  readonly bundle: number;
  readonly hash: string;
  /** `in`: came from that unit; `out`: ours. */
  readonly way: "in" | "out";
  readonly bundleKind: string;
  readonly unit: string;
  readonly about: string;
  readonly number: string;
  readonly title: string;
  readonly writtenAt: string;
  readonly isMasked: boolean;
  readonly recordedAt: string;
  readonly rows: number;
  readonly decisions: number;
  readonly watches: number;
  /** Sources that it brought and that still stand. */
  readonly sources: readonly {
    readonly id: number;
    readonly source: string;
    readonly sheet: string | null;
    readonly unit: string;
    readonly rows: number;
  }[];
  readonly isRemoved: boolean;
  readonly request: RequestSheet | null;
  readonly answer: AnswerSheet | null;
}

export interface MergeResult {
  readonly bundle: number;
  readonly head: BundleHead;
  readonly sources: readonly ImportedSource[];
  readonly rows: number;
  readonly decisions: number;
  readonly watches: number;
  readonly charts: number;
  readonly findings: number;
  readonly boards: number;
  /** Conflicts in which ours stays. */
  readonly kept: number;
  readonly matches: readonly CaseMatch[];
  readonly alerts: readonly AlertItem[];
  /** It is stored; what it brought could not be told to the end. */
  readonly untold: Untold | null;
}

/** What we know of one identifier that we were asked about. */
export interface RequestHit {
  readonly number: number;
  readonly kind: string;
  /** `kind:key` as it was asked, known here or not; null where it was asked as a hash. */
  readonly asked: string | null;
  readonly isKnown: boolean;
  readonly entity: string | null;
  readonly label: string;
  readonly cases: number;
  readonly series: number;
  readonly rows: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export interface AskedRequest {
  readonly head: BundleHead;
  readonly note: string;
  readonly isHashed: boolean;
  readonly hits: readonly RequestHit[];
}

const password = z.string().min(1).max(1_000).nullable().default(null);
const shown = z.int().min(0).max(5_000).default(200);
const about = z.object({ subject: z.enum(exchangeSubjects).exclude(["request"]), of: z.string().default("") });
const aboutErrors = ["series-unknown", "ring-unknown", "chart-unknown", "bundle-empty"] as const;
const fileErrors = [
  "file-missing",
  "bundle-foreign",
  "bundle-damaged",
  "bundle-newer",
  "bundle-passphrase-missing",
  "bundle-passphrase-wrong",
  "bundle-too-large",
] as const;
const received = z.object({
  path: z.string(),
  password,
  /** By the id of the conflict. */
  choices: z.record(z.string(), z.enum(conflictChoices)).default({}),
  /** For conflicts that nobody chose for; null: what is usual for each kind. */
  standard: z.enum(conflictChoices).nullable().default(null),
});

export const exchangeCalls = {
  ...findingCalls,
  "review.readUnit": read(z.object({}), "What this unit is called in what it sends.")<UnitName>(),
  "review.nameUnit": write(z.object({ unit: z.string().trim().min(1).max(100) }), "Names this unit.")<UnitName>(),
  "review.describeBundle": job(
    about.extend({ limit: shown }),
    "What a bundle about a series, a ring, a chart or the watches would hold: counts, rows, judgements.",
    { errors: aboutErrors, onReadOnly: true },
  )<BundleContents>(),
  "review.exportBundle": job(
    about.extend({ password }),
    "A bundle for another unit: rows, what they say, judgements, the links of the audit behind them; encrypted with a passphrase, masked in a masked session.",
    { errors: [...aboutErrors, "bundle-too-large"] },
  )<ExportedFile>(),
  "review.inspectBundle": job(
    z.object({ path: z.string(), password }),
    "Opens a bundle, checks every part of it, and says what it holds.",
    {
      errors: fileErrors,
      onReadOnly: true,
    },
  )<BundleHead>(),
  "review.previewBundle": job(
    received.extend({ limit: shown }),
    "Holds a bundle against the workspace: what is new, same, in conflict. Changes nothing.",
    {
      errors: fileErrors,
      onReadOnly: true,
    },
  )<BundlePreview>(),
  "review.importBundle": job(
    received,
    "Merges a bundle whole or not at all; its rows keep the unit, file, sheet and row that they came from. What we hold already is not doubled.",
    { errors: [...fileErrors, "bundle-masked", "bundle-is-request", "disk-full", "cancelled"] },
  )<MergeResult>(),
  "review.writeRequest": job(
    z.object({
      /** One identifier each: `kind:key`, or as typed. */
      texts: z.array(z.string().max(500)).min(1).max(10_000),
      /** As keyed hashes: whoever has the passphrase can try out numbers, nobody else learns any. */
      isHashed: z.boolean().default(false),
      note: z.string().max(2_000).default(""),
      password,
    }),
    "A question to another unit about identifiers, in clear or as hashes keyed by the passphrase.",
    { errors: ["request-unclear", "bundle-passphrase-missing"] },
  )<ExportedFile>(),
  "review.readRequest": job(
    z.object({ path: z.string(), password }),
    "Looks up what another unit asks about: what this workspace knows of each identifier. Nothing leaves.",
    { errors: [...fileErrors, "bundle-not-request"], onReadOnly: true },
  )<AskedRequest>(),
  "review.answerRequest": job(
    z.object({
      path: z.string(),
      password,
      /** yes-no: known or not; counts: how often and when; rows: with the rows, as a bundle. */
      detail: z.enum(answerDetails).default("counts"),
      /** Of these items only; null: of all. */
      numbers: z.array(z.int()).max(100_000).nullable().default(null),
      note: z.string().max(2_000).default(""),
    }),
    "The answer to another unit's question, with as much of each hit as is chosen.",
    { errors: [...fileErrors, "bundle-not-request"] },
  )<ExportedFile>(),
  "review.listBundles": read(z.object({}), "Bundles that came and went, newest first.")<readonly BundleItem[]>(),
  "review.removeBundle": job(
    z.object({ bundle: z.int(), reason: z.string() }),
    "Takes out everything that a bundle brought; what others say too stays. A reason is required.",
    { errors: ["bundle-unknown", "reason-missing"] },
  )<{
    readonly bundle: number;
    readonly sources: number;
    readonly facts: number;
    readonly decisions: number;
    readonly watches: number;
    readonly charts: number;
    readonly boards: number;
    readonly findings: number;
  }>(),
};
