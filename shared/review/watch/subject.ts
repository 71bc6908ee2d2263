// What can be watched, each with what it needs to be found: an identifier or a person, a place with a radius, a series, words, a rule.
import { z } from "zod";
import { ruleNames } from "./rules/index.ts";

const degrees = (most: number) => z.number().min(-most).max(most);

export const watchSubject = z.discriminatedUnion("kind", [
  /** `phone:138…`; it need not be known yet. Of a person or account everything that its identity holds is watched. */
  z.object({ kind: z.literal("entity"), entity: z.string().regex(/^[a-z]+:./u) }),
  /** WGS-84. */
  z.object({ kind: z.literal("place"), longitude: degrees(180), latitude: degrees(90), metres: z.number().min(1).max(100_000) }),
  /** New cases that fit it with so many bits, and new facts about the identifiers that its cases share. */
  z.object({ kind: z.literal("series"), series: z.string().min(1), minBits: z.number().min(0).max(64).default(4) }),
  /** As in the search box: every word must stand in a new case or other new entity. */
  z.object({ kind: z.literal("words"), words: z.string().trim().min(2).max(200) }),
  z.object({ kind: z.literal("rule"), rule: z.enum(ruleNames), values: z.record(z.string(), z.number()).default({}) }),
]);

export type WatchSubject = z.infer<typeof watchSubject>;

/** A subject as one text, whatever the order of its parts: what makes two watches one. */
export const subjectText = (subject: WatchSubject): string =>
  JSON.stringify(Object.fromEntries(Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1))));
