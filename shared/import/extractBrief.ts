// Identifiers, amounts, addresses, apps and accounts out of the free text of a brief (简要案情), each with its place and a guess at whose it is.
import { findBriefSpans } from "./briefPatterns.ts";
import { guessRole } from "./briefRoles.ts";
import type { BriefFinding } from "./briefSpan.ts";

/** Findings in the order of the text, none inside another. */
export function extractBrief(text: string): readonly BriefFinding[] {
  return findBriefSpans(text).map((span) => ({ ...span, role: guessRole(text, span) }));
}
