// Identifiers, amounts, addresses, apps and accounts out of the free text of a brief (简要案情), each with its place and a guess at whose it is.
import { findBriefSpans } from "./briefPatterns.ts";
import { guessRole } from "./briefRoles.ts";

export const briefKinds = ["phone", "account", "money", "netid", "app", "device", "vehicle", "person"] as const;
export type BriefKind = (typeof briefKinds)[number];

export type BriefRole = "offender" | "victim" | "neutral";

export interface BriefSpan {
  /** UTF-16 places [start, end) in the text as given. */
  readonly start: number;
  readonly end: number;
  readonly kind: BriefKind;
  /** mobile, bank-card, url, domain, qq, wechat, yuan …: the kind of value. */
  readonly subtype: string;
  /** Normal form; of money whole hundredths. */
  readonly value: string;
}

export interface BriefFinding extends BriefSpan {
  readonly role: BriefRole;
}

/** Findings in the order of the text, none inside another. */
export function extractBrief(text: string): readonly BriefFinding[] {
  return findBriefSpans(text).map((span) => ({ ...span, role: guessRole(text, span) }));
}
