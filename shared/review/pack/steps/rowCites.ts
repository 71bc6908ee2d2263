// Rows of an answer as the facts behind a line.
import type { LineFact } from "../line.ts";

export const rowCites = (sources: readonly { readonly sourceId: number; readonly row: number }[]): readonly LineFact[] =>
  sources.map(({ sourceId, row }) => ({ kind: "row", sourceId, row }));
