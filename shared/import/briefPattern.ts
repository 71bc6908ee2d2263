// One form in which a brief writes something down, and how what it finds is read.
import type { BriefKind } from "./briefSpan.ts";
import type { IdentifierKind } from "./kinds/kind.ts";
import { isClean } from "./kinds/kind.ts";

export interface Proposal {
  readonly subtype: string;
  readonly value: string;
}

export interface BriefPattern {
  readonly kind: BriefKind;
  /** Global, with indices; group 1 is the finding. Run on the text with full-width signs made half-width. */
  readonly form: RegExp;
  readonly read: (found: string) => Proposal | null;
}

export const readBy =
  (kind: IdentifierKind) =>
  (found: string): Proposal | null => {
    const cleaned = kind.clean(found);
    return isClean(cleaned) ? { subtype: kind.id, value: cleaned.value } : null;
  };
