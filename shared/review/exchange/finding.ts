// What another unit found, as it travels: a series with its members and what holds it, a ring with its people and roles. A unit's own numbers stay with its name.
import { z } from "zod";
import { ringPhases } from "../../group/rings/phases.ts";
import { ringReasons, ringRoles } from "../../group/rings/roles/role.ts";

const text = z.string().max(100_000);
const name = z.string().max(500);
const count = z.int().min(0);
const time = name.nullable();
/** `kind:key` as every unit reads it (`refLeaving`). */
const ref = text.min(1);

export const memberStates = ["core", "borderline", "waiting"] as const;

/** Type, place, day and loss of a member are read from its rows, which travel too. */
const memberSchema = z.strictObject({
  case: name.min(1),
  bits: z.number(),
  /** A share of variants, added up in floating point. */
  membership: z.number().min(-0.001).max(1.001),
  state: z.enum(memberStates),
  verdict: z.enum(["confirm", "reject", "later"]).nullable(),
});

export const seriesFoundSchema = z.strictObject({
  kind: z.literal("series"),
  members: z.array(memberSchema).min(1).max(100_000),
  cohesionBits: z.number(),
  weakest: z.strictObject({ a: name, b: name, bits: z.number() }),
  firstAt: time,
  lastAt: time,
  loss: name,
  shared: z
    .array(z.strictObject({ entity: ref, kind: name, label: text, cases: z.record(name, z.enum(["direct", "near"])), bits: z.number() }))
    .max(1_000),
  splitBy: z.strictObject({ entity: ref, label: text, parts: z.array(count).max(1_000) }).nullable(),
  basis: z.array(z.strictObject({ basis: name, pairs: count, bits: z.number() })).max(100),
  takenOut: z.array(z.strictObject({ case: name, reason: text, at: name })).max(100_000),
});
export type SeriesFound = z.infer<typeof seriesFoundSchema>;

const named = z.strictObject({ entity: ref, kind: name, label: text });
/** A row by the origin of its sheet. */
const cited = z.strictObject({ origin: name.min(1), row: z.int().min(0) });
const rows = z.array(cited).max(10_000);
const many = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).max(100_000);

const ringMemberSchema = z.strictObject({
  ...named.shape,
  role: z.enum(ringRoles),
  why: z.strictObject({
    reason: z.enum(ringReasons),
    numbers: z.record(name, z.number()),
    amount: name.nullable(),
    named: many(named),
    sources: rows,
  }),
  core: z.boolean(),
  stability: z.number(),
  also: many(named),
});

export const ringFoundSchema = z.strictObject({
  kind: z.literal("ring"),
  score: z.number(),
  parts: z.strictObject({ cases: z.number(), victims: z.number(), loss: z.number(), shared: z.number(), recency: z.number() }),
  people: count,
  roles: many(z.strictObject({ role: z.enum(ringRoles), count, named: many(named) })),
  cases: many(name),
  /** By the numbers that the other unit gave them. */
  series: many(name),
  victims: count,
  loss: name,
  firstAt: time,
  lastAt: time,
  stability: z.number(),
  members: many(ringMemberSchema).min(1),
  shared: many(z.strictObject({ ...named.shape, cases: count, people: count })),
  phases: many(z.strictObject({ phase: z.enum(ringPhases), from: name, until: name, count, sources: rows })),
  sellers: many(z.strictObject({ ...named.shape, sold: many(named), cases: many(name), sources: rows })),
});
export type RingFound = z.infer<typeof ringFoundSchema>;

export const bundleFindingSchema = z.strictObject({
  /** `S-3`, `R-1` in the workspace of the unit that found it. */
  number: name.min(1),
  title: text,
  unit: name.min(1),
  /** Moment of the run that found it: of two tellings the later one stands. */
  foundAt: z.int().min(0),
  found: z.discriminatedUnion("kind", [seriesFoundSchema, ringFoundSchema]),
});
export type BundleFinding = z.infer<typeof bundleFindingSchema>;

/** open: nobody has judged it here; adopted: ours too; apart: it stays theirs alone. */
export const findingStates = ["open", "adopted", "apart"] as const;
export type FindingState = (typeof findingStates)[number];
