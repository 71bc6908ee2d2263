// Which rows speak of a case, and what each of them states: gathered while the case is read, the same for any order of import.
import type { CaseRow } from "../../../shared/link/caseData.ts";
import { byCitation, type Citation, type SourceRow } from "../../../shared/model/source.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listCitedNames } from "../store/sqlite/tables/citedName.ts";

export type CitationReader = (at: SourceRow) => Citation;

export function citationReader(db: ReadableDb): CitationReader {
  const sources = new Map(listCitedNames(db).map((source) => [source.id, source]));
  return ({ sourceId, row }) => ({ sourceId, row, source: sources.get(sourceId)?.name ?? "", sheet: sources.get(sourceId)?.sheet ?? null });
}

const maxCitations = 8;

/** The first of them in the order of citations, whichever came first. */
export function withCitation(known: readonly Citation[], more: Citation): readonly Citation[] {
  const rows = [...known, more];
  return rows.length > maxCitations ? rows.sort(byCitation).slice(0, maxCitations) : rows;
}

export interface StatedRow extends SourceRow {
  readonly states: string[];
}

/** A case stands in few rows, so the list is searched. */
export function stateRow(rows: StatedRow[], { sourceId, row }: SourceRow, name: string): void {
  const known = rows.find((one) => one.row === row && one.sourceId === sourceId);
  if (!known) rows.push({ sourceId, row, states: [name] });
  else if (!known.states.includes(name)) known.states.push(name);
}

/** What another number of the same case adds: the attributes that this one lacks. */
export function joinRows(rows: StatedRow[], others: readonly StatedRow[]): void {
  const own = new Set(rows.flatMap(({ states }) => states));
  for (const other of others) for (const name of other.states) if (!own.has(name)) stateRow(rows, other, name);
}

/** Rows that state attributes; of a case without any, those that name its identifiers, or the one that names it. */
export function rowsOf(rows: readonly StatedRow[], named: readonly Citation[], first: SourceRow, cite: CitationReader): CaseRow[] {
  const stated = rows.map((row): CaseRow => ({ ...cite(row), states: row.states }));
  const bare = (named.length > 0 ? named : [cite(first)]).map((row): CaseRow => ({ ...row, states: [] }));
  return (stated.length > 0 ? stated : bare).sort(byCitation);
}
