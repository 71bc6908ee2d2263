// Prior and counts that people set by hand in place of what was learned: plain data.

/** Pairs of one level among the linked and among the unlinked ones; null: as learned. */
export interface CountEdit {
  readonly feature: string;
  readonly level: string;
  readonly m: number | null;
  readonly u: number | null;
}

export interface WeightEdits {
  /** Linked pairs expected in all; null: found from the data. */
  readonly expectedPairs: number | null;
  readonly levels: readonly CountEdit[];
}

export const noEdits: WeightEdits = { expectedPairs: null, levels: [] };

export const isEdited = ({ expectedPairs, levels }: WeightEdits): boolean => expectedPairs !== null || levels.length > 0;
