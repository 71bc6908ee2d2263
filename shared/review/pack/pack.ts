// A method pack (实战模型): the steps of an analysis as data – parameters, calls of the contract, the lists that come of them, and a test that travels along.
import { z } from "zod";
import { mappingSchema, rowKinds } from "../../import/mapping.ts";

export const packFormat = "caseweave-pack";
/** Of the format. A pack of a newer one is refused before anything of it is believed. Version 2 brought `each`, `when` and `watch`. */
export const packVersion = 2;
/** What the first version does not know: a file that uses it must say so, or older programs would call it damaged. */
export const firstVersion = 1;
export const packEnding = ".caseweave-pack.json";

const mostSteps = 40;
const mostSections = 30;
const mostParameters = 40;
/** Lines that a step may be run for, each a call of its own. */
export const mostItems = 200;
/** Characters of a file: six million bytes at most, which every shell takes. */
export const longestPack = 2_000_000;
/** Characters of all test sheets together: a test is small enough to read. */
export const longestTest = 500_000;

const words = z.strictObject({ zh: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) });
/** A text in both languages of the interface. */
export type PackWords = z.infer<typeof words>;

export const packId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const id = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);
const scalar = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);
export type PackScalar = z.infer<typeof scalar>;

/** `path` of `path.ts`; `prefix` is put before every value; `top` keeps so many of a list; `asList`: one value as a list of one, for calls that take several. */
const binding = z.strictObject({
  from: z.string().max(200),
  prefix: z.string().max(20).optional(),
  top: z.union([z.int().min(1), z.strictObject({ from: z.string().max(200) })]).optional(),
  asList: z.literal(true).optional(),
});
export type PackBinding = z.infer<typeof binding>;

/** A list may hold flat records: `[{ "dimension": "district", "code": "340101" }]`. */
const argument = z.union([scalar, z.array(z.union([scalar, z.record(z.string().max(40), scalar)])).max(2000), binding]);
export type PackArgument = z.infer<typeof argument>;

const parameterHead = { name: id, label: words, about: words.optional() };
const parameter = z.discriminatedUnion("kind", [
  z.strictObject({ ...parameterHead, kind: z.literal("number"), default: z.number(), min: z.number(), max: z.number() }),
  z.strictObject({ ...parameterHead, kind: z.literal("choice"), default: z.string(), of: z.array(z.string()).min(1).max(50) }),
  z.strictObject({ ...parameterHead, kind: z.literal("text"), default: z.string().max(200) }),
  /** `2026-11-01`, or null: not limited. */
  z.strictObject({ ...parameterHead, kind: z.literal("day"), default: z.string().nullable() }),
  /** References such as `series:S-1`, `account:6222…`. */
  z.strictObject({ ...parameterHead, kind: z.literal("entities"), default: z.array(z.string()).max(200) }),
]);
export type PackParameter = z.infer<typeof parameter>;
export type ParameterValue = string | number | null | readonly string[];

export const comparisons = ["atLeast", "atMost", "equal", "containing", "notContaining"] as const;

const fromParameter = z.strictObject({ from: z.string().max(200) });

/** A figure that is known before the step: a list counts as how many it holds. */
const figure = z.strictObject({ of: z.string().max(200), is: z.enum(comparisons), value: z.union([scalar, fromParameter]) });
export type PackFigure = z.infer<typeof figure>;

const step = z.strictObject({
  id,
  call: z.string().max(60),
  with: z.record(z.string().max(40), argument).default({}),
  about: words,
  /** Once for each line of an earlier list, in its order, `most` of them; `item.<field>` leads into the line. */
  each: z.strictObject({ of: id, most: z.union([z.int().min(1).max(mostItems), fromParameter]) }).optional(),
  /** Only where all of them hold. */
  when: z.array(figure).min(1).max(10).optional(),
  /** Where the call refuses for one of its own reasons (no such money, nothing grouped yet), the pack goes on and says so. */
  optional: z.boolean().default(false),
});
export type PackStepSpec = z.infer<typeof step>;

const condition = z.strictObject({
  /** Of a line, as the call answers it: `bits`, `evidence.contacts`. */
  field: z.string().max(100),
  is: z.enum(comparisons),
  value: z.union([scalar, z.strictObject({ from: z.string().max(200) })]),
});
export type PackCondition = z.infer<typeof condition>;

const section = z.strictObject({
  id,
  step: id,
  title: words,
  about: words.optional(),
  where: z.array(condition).max(20).default([]),
  top: z
    .union([z.int().min(1), z.strictObject({ from: z.string().max(200) })])
    .nullable()
    .default(null),
  /** What of each line is worth watching, as references: `accounts[]`. Only proposed: a person says yes. */
  watch: z.strictObject({ of: z.string().max(100), prefix: z.string().max(20).optional() }).optional(),
});
export type PackSectionSpec = z.infer<typeof section>;

const sheet = z.strictObject({
  /** File name as it is imported: `流水.csv`. */
  name: z.string().regex(/^[^/\\:*?"<>|\p{C}]{1,80}\.(?:csv|tsv)$/u),
  text: z.string().min(1),
  as: z.enum(rowKinds).optional(),
  mapping: mappingSchema.optional(),
});

const expectation = z.strictObject({
  section: id,
  /** Fields that name a line in this test; lists are joined with `+`. */
  by: z.array(z.string().max(100)).min(1).max(6),
  /** Names of the lines that were planted. */
  lines: z.array(z.string()).min(1).max(1000),
  /** Lines beyond them that do no harm. */
  mayHave: z.int().min(0).default(0),
});

const test = z.strictObject({
  about: words,
  set: z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())])).default({}),
  sheets: z.array(sheet).min(1).max(30),
  expected: z.array(expectation).min(1).max(mostSections),
});
export type PackTestSpec = z.infer<typeof test>;

export const packSchema = z.strictObject({
  format: z.literal(packFormat),
  version: z.int().min(firstVersion).max(packVersion),
  id: packId,
  /** Of the content: the author counts up. */
  revision: z.int().min(1),
  name: words,
  about: words,
  author: z.string().max(100).default(""),
  /** Kinds of sheet without which it can find nothing. */
  expects: z.array(z.strictObject({ rowKind: z.enum(rowKinds), why: words })).max(rowKinds.length),
  parameters: z.array(parameter).max(mostParameters),
  steps: z.array(step).min(1).max(mostSteps),
  sections: z.array(section).min(1).max(mostSections),
  /** null: it came without a test and is marked so. */
  test: test.nullable(),
  /** SHA-256 of the canonical text of everything else, hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Pack = z.infer<typeof packSchema>;
