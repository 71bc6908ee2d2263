// A report as it is being composed: what it is about, which sections it has, what the unit wrote. Figures are never kept: they are made anew each time.
import { z } from "zod";
import { policyNames } from "../trace/policies/index.ts";
import { changeHead, headChangeSchema, keptHeadSchema } from "./brief/briefHead.ts";
import { reportKinds } from "./reportKinds.ts";

const words = z.string().max(20_000);

export const reportDraftSchema = z.object({
  version: z.literal(1),
  kind: z.enum(reportKinds),
  subject: z.string().min(1),
  policy: z.enum(policyNames).default("fifo"),
  /** Sections that are left out, by their number from 1. */
  off: z.array(z.int().min(1)).default([]),
  /** Words of the unit, by the id of their place. */
  edits: z.record(z.string(), words).default({}),
  /** Sentences said in other words, by their key; their citations stay. */
  rewrites: z.record(z.string(), words).default({}),
  /** The head of a briefing, as far as somebody wrote it. */
  head: keptHeadSchema.default({}),
});
export type ReportDraft = z.infer<typeof reportDraftSchema>;

/** What one change touches; an empty text takes an edit or a rewriting back. */
export const reportChangeSchema = z.discriminatedUnion("change", [
  z.object({ change: z.literal("section"), section: z.int().min(1), isOff: z.boolean() }),
  z.object({ change: z.literal("edit"), place: z.string(), text: words }),
  z.object({ change: z.literal("rewrite"), sentence: z.string(), text: words }),
  z.object({ change: z.literal("policy"), policy: z.enum(policyNames) }),
  z.object({ change: z.literal("head"), head: headChangeSchema }),
]);
export type ReportChange = z.infer<typeof reportChangeSchema>;

function withText(texts: Readonly<Record<string, string>>, key: string, text: string): Record<string, string> {
  const next = { ...texts, [key]: text };
  if (text.trim() === "") delete next[key];
  return next;
}

type Act<Name extends ReportChange["change"]> = (
  draft: ReportDraft,
  change: Extract<ReportChange, { readonly change: Name }>,
) => ReportDraft;

const acts: { readonly [Name in ReportChange["change"]]: Act<Name> } = {
  section: (draft, { section, isOff }) => {
    const rest = draft.off.filter((one) => one !== section);
    return { ...draft, off: isOff ? [...rest, section].sort((a, b) => a - b) : rest };
  },
  edit: (draft, { place, text }) => ({ ...draft, edits: withText(draft.edits, place, text) }),
  rewrite: (draft, { sentence, text }) => ({ ...draft, rewrites: withText(draft.rewrites, sentence, text) }),
  policy: (draft, { policy }) => ({ ...draft, policy }),
  head: (draft, { head }) => ({ ...draft, head: changeHead(draft.head, head) }),
};

export const applyReportChange = (draft: ReportDraft, change: ReportChange): ReportDraft =>
  (acts[change.change] as (draft: ReportDraft, change: ReportChange) => ReportDraft)(draft, change);
