// The case that a text would be.

/** What a text says of itself as a case, as cells of a sheet; "": it does not say. */
export interface CaseDraft {
  /** The category as the Ministry names it. */
  readonly type: string;
  /** `2026-11-25 15:00`, local time: it happened from then … */
  readonly from: string;
  /** … until then. */
  readonly to: string;
  /** Yuan, `38600.00`. */
  readonly loss: string;
}
