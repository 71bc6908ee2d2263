// Finds for every statement the cell that says it: file with hash, sheet, row, column. By the value that stands there, else by what its column was mapped to.
import { columnAddress } from "../../../../shared/import/heading.ts";
import { type Mapping, targetsOf } from "../../../../shared/import/mapping.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import type { Masker } from "../../../../shared/review/masker.ts";
import { openMasker } from "../../../../shared/review/masker.ts";
import type { CitedRow } from "../../../../shared/review/paper/citation.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readRawRows, readSource } from "../../store/sqlite/tables/source.ts";

export interface Claim {
  /** What the cell says: a key, a name, an amount, a time. */
  readonly value?: string;
  /** Targets that a column may be mapped to, the likeliest first (`case.loss`). */
  readonly targets?: readonly string[];
}

export interface Citer {
  cite(rows: readonly Citation[], claim: Claim): CitedRow[];
}

interface KnownSource {
  readonly sha256: string;
  readonly headings: readonly string[];
  readonly targets: readonly (readonly string[])[];
}

const signs = (text: string): string => text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
const isNumber = (text: string): boolean => /^-?[\d,]+(\.\d+)?$/.test(text.trim());
const numberOf = (text: string): number => Number(text.trim().replaceAll(",", ""));

/** A cell says a value when both are the same number, or the one stands in the other without its signs of separation. */
function says(cell: string, value: string): boolean {
  if (cell.trim() === "" || value === "") return false;
  if (isNumber(cell) && isNumber(value) && value.includes(".")) return Math.abs(numberOf(cell)) === Math.abs(numberOf(value));
  const [inCell, wanted] = [signs(cell), signs(value)];
  return wanted !== "" && (inCell.includes(wanted) || (inCell.length >= 8 && wanted.startsWith(inCell)));
}

const mostRemembered = 50_000;

function readKnownSource(db: ReadableDb, id: number): KnownSource | null {
  const record = readSource(db, id);
  if (!record) return null;
  const headings = JSON.parse(record.headings) as readonly string[];
  const { columns } = JSON.parse(record.mapping) as Mapping;
  const targets = headings.map((_heading, at) => targetsOf(columns[columnAddress(headings, at)] ?? columns[`#${at + 1}`] ?? []));
  return { sha256: record.sha256, headings, targets };
}

/** -1 where the row alone says it. */
function columnOf(source: KnownSource, cells: readonly string[], { value = "", targets = [] }: Claim): number {
  const mapped = targets.flatMap((target) => source.targets.flatMap((names, at) => (names.includes(target) ? [at] : [])));
  const filled = mapped.filter((at) => (cells[at] ?? "").trim() !== "");
  const exact = value === "" ? filled[0] : filled.find((at) => says(cells[at]!, value));
  const anywhere = value === "" ? -1 : cells.findIndex((cell) => says(cell, value));
  return exact ?? (anywhere >= 0 ? anywhere : (filled[0] ?? -1));
}

export function createCiter(db: ReadableDb, show: Masker): Citer {
  const isMasked = show !== openMasker;
  const sources = new Map<number, KnownSource | null>();
  const rows = new Map<string, readonly string[]>();
  const sourceOf = (id: number): KnownSource | null => {
    const known = sources.get(id);
    if (known !== undefined) return known;
    const found = readKnownSource(db, id);
    sources.set(id, found);
    return found;
  };
  const cellsOf = ({ sourceId, row }: Citation): readonly string[] => {
    const key = `${sourceId} ${row}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    if (rows.size >= mostRemembered) rows.clear();
    const cells = readRawRows(db, sourceId, row, 1)[0]?.cells ?? [];
    rows.set(key, cells);
    return cells;
  };
  return {
    cite: (cited, claim) =>
      cited.flatMap((citation): CitedRow[] => {
        const source = sourceOf(citation.sourceId);
        if (source === null) return [];
        const cells = cellsOf(citation);
        const at = columnOf(source, cells, claim);
        const place = { source: show.fileName(citation.source), sheet: citation.sheet === null ? null : show.fileName(citation.sheet) };
        const column = at < 0 ? null : source.headings[at] || `#${at + 1}`;
        const { sourceId, row } = citation;
        return [{ sourceId, row, ...place, sha256: source.sha256, column, cell: at < 0 || isMasked ? "" : cells[at]! }];
      }),
  };
}
