// What a number of which only the ends are written may be.

/** A number of which only the ends are written, 6217****0412 or 尾号0412, and what of the workspace it may be: none of them is certain, and none stands in the parts. */
export interface ClueCandidates {
  /** UTF-16 places [start, end) in the text. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Those of its length first, then those of most cases. */
  readonly items: readonly { readonly entity: string; readonly kind: string; readonly label: string; readonly caseCount: number }[];
  /** A thousand at most. */
  readonly count: number;
}
