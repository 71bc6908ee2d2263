// Sources of one file, or of one folder of an archive, stand together when they came in one import. Pure.
import type { SourceItem } from "../../../shared/import/calls.ts";
import { folderOf, type ImportSheet } from "../../state/importing.ts";

export interface FileGroup {
  readonly key: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly sources: readonly SourceItem[];
  readonly stored: number;
  readonly rejected: number;
  readonly importedAt: string;
}

/** In the order of the first source of each; within a file in the order of its sheets. */
export function groupByFile(sources: readonly SourceItem[]): FileGroup[] {
  const groups = new Map<string, SourceItem[]>();
  for (const source of sources) {
    const key = `${source.folder ?? source.name} ${source.importedAt}`;
    const known = groups.get(key);
    if (known) known.push(source);
    else groups.set(key, [source]);
  }
  return [...groups].map(([key, own]) => ({
    key,
    name: own[0]!.folder ?? own[0]!.name,
    isFolder: own[0]!.folder !== null,
    sources: own.toSorted((a, b) => a.id - b.id),
    stored: own.reduce((sum, { rows }) => sum + rows.stored, 0),
    rejected: own.reduce((sum, { rows }) => sum + rows.rejected, 0),
    importedAt: own[0]!.importedAt,
  }));
}

export interface SheetGroup {
  readonly key: string;
  readonly name: string;
  readonly sheets: readonly ImportSheet[];
}

/** Sheets on their way in: those of one folder of an archive, or of one workbook, stand together in the order in which they came. */
export function groupSheets(sheets: readonly ImportSheet[]): SheetGroup[] {
  const groups = Map.groupBy(sheets, ({ preview }) => `${preview.file} ${folderOf(preview.shownEntry)}`);
  return [...groups].map(([key, own]) => ({ key, name: folderOf(own[0]!.preview.shownEntry) || own[0]!.preview.source, sheets: own }));
}
