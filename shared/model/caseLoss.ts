// What was lost in a case, and what other rows say of it under the same number.

export interface CaseLoss {
  /** Decimal: the first that was told, and the one that sums count. */
  readonly loss: string | null;
  /** Other sums that rows tell under its number: a correction, a second victim, or another incident. */
  readonly otherLosses: readonly string[];
}
