// Rows of sources as printed statements cite them: by the number of the source, which a table at the end names with its file and hash.
import type { Citation } from "../../model/source.ts";
import type { Say } from "./say.ts";
import type { Table } from "./table.ts";

/** A source as that table names it. */
export interface CitedSource {
  readonly id: number;
  /** File, with its folder inside an archive. */
  readonly file: string;
  readonly sheet: string | null;
  readonly rows: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

export interface CitedRow extends Citation {
  readonly sha256: string;
  /** Heading of the column that says it, null where the whole row does. */
  readonly column: string | null;
  /** The cell as it stands in the file; "" where the whole row says it or the document is masked. */
  readonly cell: string;
}

/** Each cell once: a row that tells number, type and loss in one column is cited once for all three. */
export function uniqueCells(rows: readonly CitedRow[]): CitedRow[] {
  const cells = new Map<string, CitedRow>();
  for (const row of rows) {
    const name = `${row.sourceId} ${row.row} ${row.column ?? ""}`;
    if (!cells.has(name)) cells.set(name, row);
  }
  return [...cells.values()];
}

const shownHash = 12;
const mostRows = 8;

function rowNumbers(rows: readonly Citation[], say: Say): string {
  const numbers = [...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b);
  const shown = numbers.slice(0, mostRows).join(say("report.cite.comma"));
  return numbers.length > mostRows ? `${shown}${say("report.cite.more", { count: numbers.length - mostRows })}` : shown;
}

const bySource = <Row extends Citation>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  [...Map.groupBy(rows, ({ sourceId }) => sourceId)].sort(([a], [b]) => a - b).map(([, same]) => same);

/** `[12] 第 3、8 行`: short, beside a table of the sources. */
export const citationText = (rows: readonly Citation[], say: Say): string =>
  bySource(rows)
    .map((same) => say("report.cite.short", { id: same[0]!.sourceId, rows: rowNumbers(same, say) }))
    .join(say("report.cite.semicolon"));

/** `[12] 工行.csv〔明细〕第 3、8 行`: where no table of the sources stands by. */
export const citationWithFile = (rows: readonly Citation[], say: Say): string =>
  bySource(rows)
    .map((same) => longText(same, say))
    .join(say("report.cite.semicolon"));

function longText(same: readonly Citation[], say: Say): string {
  const { sourceId, source, sheet } = same[0]!;
  const place = sheet === null ? "" : say("report.cite.sheet", { sheet });
  return say("report.cite.long", { id: sourceId, source, sheet: place, rows: rowNumbers(same, say) });
}

/** The long text with the columns and the beginning of each file's hash, as a note prints it; the appendix has the hash whole. */
export const noteText = (rows: readonly CitedRow[], say: Say): string =>
  bySource(rows)
    .map((same) => {
      const columns = [...new Set(same.flatMap(({ column }) => column ?? []))];
      const where = columns.length === 0 ? "" : say("report.cite.columns", { columns: columns.join(say("report.cite.comma")) });
      return `${longText(same, say)}${where}${say("report.cite.hash", { hash: same[0]!.sha256.slice(0, shownHash) })}`;
    })
    .join(say("report.cite.semicolon"));

/** The sources that a document cites: number, file, sheet, rows, hash. */
export const sourceTable = (sources: readonly CitedSource[], say: Say): Table => ({
  columns: [
    { heading: say("report.sources.id"), width: 4, align: "centre" },
    { heading: say("report.sources.file"), width: 22 },
    { heading: say("report.sources.sheet"), width: 9 },
    { heading: say("report.sources.rows"), width: 5, align: "right" },
    { heading: "SHA-256", width: 26 },
  ],
  rows: sources.map(({ id, file, sheet, rows, sha256 }) => [`[${id}]`, file, sheet ?? "", String(rows), sha256]),
});
