// What a text may be: every kind that reads it, the surest first. The `identify` command and layout recognition both ask here.
import { findKind, identifierKinds } from "./kinds/index.ts";
import { type CleanOptions, type Facts, type IdentifierKind, isClean, type KindDoubt, type KindReason } from "./kinds/kind.ts";
import { tidyText } from "./kinds/tidy.ts";

export interface Reading {
  readonly kind: string;
  readonly valid: boolean;
  /** Normal form; null where the text is no valid value of the kind. */
  readonly normal: string | null;
  readonly facts: Facts;
  readonly reason: KindReason | null;
  readonly doubt: KindDoubt | null;
  /** 0..1: how sure the reading is. */
  readonly confidence: number;
}

export interface ReadOptions extends CleanOptions {
  /** Ids of the kinds to try; all by default. */
  readonly kinds?: readonly string[];
}

const doubtFactor = 0.5;

const specificityOf = (kind: IdentifierKind, text: string): number =>
  typeof kind.specificity === "number" ? kind.specificity : kind.specificity(tidyText(text));

/** One kind's reading of a text, valid or not. */
export function readAs(kind: IdentifierKind, text: string, options?: CleanOptions): Reading {
  const cleaned = kind.clean(text, options);
  const facts = kind.facts?.(text) ?? {};
  if (!isClean(cleaned)) return { kind: kind.id, valid: false, normal: null, facts, reason: cleaned.reason, doubt: null, confidence: 0 };
  const doubt = cleaned.doubt ?? null;
  const confidence = specificityOf(kind, text) * (doubt === null ? 1 : doubtFactor);
  return { kind: kind.id, valid: true, normal: cleaned.value, facts, reason: null, doubt, confidence };
}

/** The valid readings of a text, best first; equal ones in the order of the registry. */
export function readIdentifier(text: string, options: ReadOptions = {}): readonly Reading[] {
  const kinds = options.kinds?.map(findKind).filter((kind) => kind !== undefined) ?? identifierKinds;
  return kinds
    .filter((kind) => isClean(kind.clean(text, options)))
    .map((kind) => readAs(kind, text, options))
    .sort((a, b) => b.confidence - a.confidence);
}
