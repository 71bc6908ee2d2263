// What travels between two units: a manifest, the sources with the rows that were chosen and everything those rows say, the judgements on them, and what
// they were sent for. Nothing in it is trusted: the schemas are the door.
import { z } from "zod";
import { mappingSchema, rowKinds } from "../../import/mapping.ts";
import { verdicts } from "../../model/decision.ts";
import { storyboardSchema } from "../storyboard.ts";
import { watchSubject } from "../watch/subject.ts";
import { type BundleFinding, bundleFindingSchema } from "./finding.ts";

/** A reader refuses a higher one. 2: what the other unit found, and storyboards, stand beside rows and judgements. */
export const exchangeVersion = 2;
export const exchangeFormat = "caseweave-exchange";
/** Of the parts together, unpacked. */
export const maxPayloadBytes = 512 * 1024 * 1024;

export const exchangeKinds = ["bundle", "request", "answer"] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

export const exchangeSubjects = ["series", "ring", "chart", "watches", "request"] as const;
export type ExchangeSubject = (typeof exchangeSubjects)[number];

/** Parts, by the only names that are read. None is ever written to a disk. */
export const partNames = ["sources", "rows", "decisions", "watches", "chart", "findings", "boards", "audit", "request", "answer"] as const;
export type PartName = (typeof partNames)[number];

const text = z.string().max(100_000);
const name = z.string().max(500);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.number().nullable();
const place = z.int().min(0);

export const manifestSchema = z.strictObject({
  format: z.literal(exchangeFormat),
  version: z.int().min(1),
  kind: z.enum(exchangeKinds),
  /** The sender's name. */
  unit: name.min(1),
  subject: z.enum(exchangeSubjects),
  /** `S-3`; "" where there is none. */
  of: name,
  title: text,
  writtenAt: name,
  isMasked: z.boolean(),
  /** The sender's audit at that moment: its own chain goes on from here. */
  audit: z.strictObject({ entry: z.int().min(0), hash: z.string().max(64) }),
  parts: z
    .array(z.strictObject({ name: z.enum(partNames), bytes: z.int().min(0).max(maxPayloadBytes), sha256: hash }))
    .max(partNames.length),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Known to every unit that has the same file: its hash, its place in an archive, its sheet and what its rows are. */
export const originSchema = z.string().regex(/^[0-9a-f]{32}$/);

export const bundleSourceSchema = z.strictObject({
  origin: originSchema,
  /** Origin of the source whose number stands in the keys of entities without one: another only for rows that were put right. */
  keyOrigin: originSchema,
  /** Who imported it, as far as the sender knows. */
  unit: name.min(1),
  name: name.min(1),
  sheet: name.nullable(),
  entry: text.nullable(),
  size: z.int().min(0),
  sha256: name.min(1),
  encoding: name.nullable(),
  headerRow: z.int().min(0),
  headings: z.array(text).max(10_000),
  rowKind: z.enum(rowKinds),
  layout: name,
  /** Which column is what: without it nobody knows which cells to mask. */
  mapping: mappingSchema,
  /** When, by which unit and as its which source it was first imported: of two names for one thing the one told first goes before, in every workspace. */
  told: z.string().regex(/^\d{15} .{1,500} \d{9}$/),
  /** Rows of the whole sheet that say something; the bundle may hold fewer. */
  stored: z.int().min(0),
  entities: z.array(z.tuple([name.min(1), text.min(1), text, z.int().min(0)])).max(2_000_000),
  /** Only of a sheet that travels whole: entity, kind, from, until. */
  coverage: z.array(z.tuple([place, z.enum(["transfer", "call"]), z.number(), z.number()])).max(100_000),
});
export type BundleSource = z.infer<typeof bundleSourceSchema>;

const origin = z.enum(["column", "brief"]);
const end = place.nullable();
const whole = z.int().nullable();
const code = z.int().min(0).max(255);

/** An event with its values in the order of the columns of its table; ends are places in the list of entities. */
const eventSchema = z.union([
  z.tuple([z.literal("transfer"), z.tuple([whole, code, end, end, z.int().min(0), name, whole, code, code, text, text, text])]),
  z.tuple([z.literal("call"), z.tuple([whole, code, end, end, whole, name, end, end])]),
  z.tuple([z.literal("stay"), z.tuple([whole, whole, place, end, text])]),
  z.tuple([z.literal("capture"), z.tuple([whole, place, end])]),
  z.tuple([z.literal("login"), z.tuple([whole, place, end, end])]),
]);
export type BundleEvent = z.infer<typeof eventSchema>;

/** Where the ends of an event stand among its values. */
export const eventEnds: Readonly<Record<BundleEvent[0], readonly number[]>> = {
  transfer: [2, 3],
  call: [2, 3, 6, 7],
  stay: [2, 3],
  capture: [1, 2],
  login: [1, 2, 3],
};

/** Entities by their place in the list of the source. */
export const bundleRowSchema = z.strictObject({
  /** Place in the list of sources. */
  source: place,
  row: z.int().min(1),
  cells: z.array(text).max(10_000),
  attributes: z.array(z.tuple([place, name.min(1), text, origin])).max(10_000),
  links: z
    .array(
      z.strictObject({
        kind: name.min(1),
        from: place,
        to: place,
        directed: z.boolean(),
        role: name,
        origin,
        at: moment,
        until: moment,
        weight: z.number().nullable(),
        attributes: z.array(z.tuple([name, text])).max(1_000),
      }),
    )
    .max(10_000),
  events: z.array(eventSchema).max(1_000),
});
export type BundleRow = z.infer<typeof bundleRowSchema>;

/** A reference that another unit can read: a case number, `kind:key`, or `kind:@origin#rest` for an entity without a key. */
export const bundleDecisionSchema = z.strictObject({
  subject: z.enum(["pair", "identity"]),
  a: text.min(1),
  b: text.min(1),
  verdict: z.enum(verdicts),
  reason: text,
  unit: name.min(1),
  at: z.number(),
});
export type BundleDecision = z.infer<typeof bundleDecisionSchema>;

export const bundleWatchSchema = z.strictObject({ subject: watchSubject, label: text, reason: text, expiresAt: moment, unit: name.min(1) });
export type BundleWatch = z.infer<typeof bundleWatchSchema>;

export const bundleChartSchema = z.strictObject({ name, document: z.record(z.string(), z.unknown()) });
export type BundleChart = z.infer<typeof bundleChartSchema>;

/** Scenes with their captions, as they are shown on the wall. */
export const bundleBoardSchema = z.strictObject({ name, board: storyboardSchema });
export type BundleBoard = z.infer<typeof bundleBoardSchema>;

/** Links of the sender's audit, without who and what: they prove that entries stood there and in which order. */
export const auditLinkSchema = z.strictObject({ entry: z.int().min(1), at: z.number(), action: name, previous: z.string().max(64), hash });
export type AuditLink = z.infer<typeof auditLinkSchema>;

/** Identifiers that another unit is asked about: in clear, or as keyed hashes with their kind. */
export const requestItemSchema = z.strictObject({ number: z.int().min(1), kind: name.min(1), key: text.nullable(), hash: hash.nullable() });
export const requestSchema = z.strictObject({
  note: text,
  isHashed: z.boolean(),
  items: z.array(requestItemSchema).min(1).max(100_000),
});
export type RequestSheet = z.infer<typeof requestSchema>;
export type RequestItem = z.infer<typeof requestItemSchema>;

export const answerDetails = ["yes-no", "counts", "rows"] as const;
export type AnswerDetail = (typeof answerDetails)[number];

export const answerSchema = z.strictObject({
  /** Hash of the manifest of the request. */
  request: hash,
  detail: z.enum(answerDetails),
  note: text,
  items: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        isKnown: z.boolean(),
        /** Null where the other unit does not say. */
        cases: z.int().min(0).nullable(),
        series: z.int().min(0).nullable(),
        rows: z.int().min(0).nullable(),
        firstAt: name.nullable(),
        lastAt: name.nullable(),
      }),
    )
    .max(100_000),
});
export type AnswerSheet = z.infer<typeof answerSchema>;

export interface ExchangeContent {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, hexadecimal: what the bundle is called in both audits. */
  readonly id: string;
  readonly sources: readonly BundleSource[];
  readonly rows: readonly BundleRow[];
  readonly decisions: readonly BundleDecision[];
  readonly watches: readonly BundleWatch[];
  readonly chart: BundleChart | null;
  readonly findings: readonly BundleFinding[];
  readonly boards: readonly BundleBoard[];
  readonly audit: readonly AuditLink[];
  readonly request: RequestSheet | null;
  readonly answer: AnswerSheet | null;
}

export type PartContent = Omit<ExchangeContent, "manifest" | "id">;

export const partSchemas = {
  sources: z.array(bundleSourceSchema).max(100_000),
  rows: z.array(bundleRowSchema).max(2_000_000),
  decisions: z.array(bundleDecisionSchema).max(1_000_000),
  watches: z.array(bundleWatchSchema).max(100_000),
  chart: bundleChartSchema,
  findings: z.array(bundleFindingSchema).max(10_000),
  boards: z.array(bundleBoardSchema).max(1_000),
  audit: z.array(auditLinkSchema).max(1_000_000),
  request: requestSchema,
  answer: answerSchema,
} as const satisfies Record<PartName, z.ZodType>;

export const emptyParts: PartContent = {
  sources: [],
  rows: [],
  decisions: [],
  watches: [],
  chart: null,
  findings: [],
  boards: [],
  audit: [],
  request: null,
  answer: null,
};
