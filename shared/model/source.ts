// Provenance: one imported file or sheet, and the row of it that states a fact.

/** A row of a source: 1 is the first row under the header. */
export interface SourceRow {
  readonly sourceId: number;
  readonly row: number;
}

/** A source row as people read it. */
export interface Citation extends SourceRow {
  readonly source: string;
  readonly sheet: string | null;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** By name of the source, sheet and row; sources of one name in the order of their import. */
export const byCitation = (a: Citation, b: Citation): number =>
  compare(a.source, b.source) || compare(a.sheet ?? "", b.sheet ?? "") || compare(a.row, b.row) || compare(a.sourceId, b.sourceId);

/** read = stored + rejected + skipped; `twins` of the stored rows told of an event that was already known. */
export interface RowCounts {
  readonly read: number;
  readonly stored: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly twins: number;
}
