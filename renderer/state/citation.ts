// The source row that is open in the drawer, from wherever it was clicked.
import { create } from "zustand";

export interface CitationState {
  readonly sourceId: number | null;
  readonly row: number;
}

export const useCitation = create<CitationState>(() => ({ sourceId: null, row: 1 }));

export const openCitation = (sourceId: number, row: number): void => useCitation.setState({ sourceId, row });
export const closeCitation = (): void => useCitation.setState({ sourceId: null });
