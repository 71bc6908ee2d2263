// An adjacency matrix as the graph that it is: a row for every name and every cell that is not empty or 0. The whole matrix is checked first.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type MatrixShape, matrixCell } from "../../../../shared/import/recognise/matrix.ts";
import type { GraphItem } from "./graphElements.ts";
import { type GraphFault, graphFaults } from "./graphFaults.ts";
import { graphColumns } from "./graphRows.ts";
import { batchSize, type RawRow, type RowOptions, type RowSource } from "./rowSource.ts";

/** Names that a matrix may have: all of its numbers are held to see whether it is the same on both sides of the diagonal. */
const maxNames = 5_000;

interface Matrix {
  readonly names: readonly string[];
  /** By the place of the name across, in the order of the rows. */
  readonly rows: readonly { readonly at: number; readonly line: number; readonly values: Float64Array }[];
  /** Both sides say the same: every link once, without direction. */
  readonly isSymmetric: boolean;
}

export async function unfoldMatrix(source: RowSource, shape: MatrixShape): Promise<RowSource> {
  const { isSymmetric } = await readMatrix(source, shape);
  const columns = graphColumns(["line", "column"]);
  const mapping = { ...columns.mapping, format: { headerRow: 1, matrix: true }, columns: { ...columns.mapping.columns } };
  for (const name of ["line", "column"]) mapping.columns[`#${columns.headings.indexOf(name) + 1}`] = "ignored";
  const rows = (options?: RowOptions) => readRows(source, shape, isSymmetric, columns, options ?? {});
  return { ...source, mapping, rows };
}

async function readMatrix(source: RowSource, shape: MatrixShape, tell?: (share: number) => void): Promise<Matrix> {
  const { names, headerRow } = shape;
  if (names.length > maxNames) throw fault(source, headerRow, "matrix-too-wide");
  const placeOf = new Map(names.map((name, at) => [name, at]));
  const rows: { at: number; line: number; values: Float64Array }[] = [];
  const seen = new Set<number>();
  let last = headerRow;
  for await (const batch of source.rows(tell ? { onProgress: tell } : {}))
    for (const { line, cells } of batch) {
      if (line <= headerRow || cells.every((cell) => cell.trim() === "")) continue;
      last = line;
      const at = placeOf.get((cells[0] ?? "").trim());
      if (at === undefined || seen.has(at)) throw fault(source, line, "matrix-row-unknown");
      seen.add(at);
      rows.push({ at, line, values: valuesOf(source, line, cells, names.length) });
    }
  if (rows.length < names.length) throw fault(source, last, "matrix-row-missing");
  const byPlace = new Map(rows.map((row) => [row.at, row.values]));
  return { names, rows, isSymmetric: rows.every(({ at, values }) => values.every((value, to) => byPlace.get(to)![at] === value)) };
}

function valuesOf(source: RowSource, line: number, cells: readonly string[], width: number): Float64Array {
  const values = Float64Array.from({ length: width }, (_, to) => matrixCell(cells[to + 1]));
  if (values.some(Number.isNaN) || cells.slice(width + 1).some((cell) => cell.trim() !== ""))
    throw fault(source, line, "matrix-cell-not-number");
  return values;
}

function fault({ file, path, entry, sheet }: RowSource, line: number, reason: GraphFault): CaseweaveError {
  return new CaseweaveError("graph-broken", { file, path, entry, sheet, line, reason, reasonKey: graphFaults[reason] });
}

const node = { isEdge: false, from: "", to: "", kind: "", weight: "", start: "", end: "", directed: false };

function* itemsOf({ names, rows, isSymmetric }: Matrix): Generator<GraphItem> {
  for (const [at, id] of names.entries()) yield { ...node, id, label: id, values: new Map([["column", String(at + 2)]]) };
  for (const { at, line, values } of rows)
    for (const [to, value] of values.entries()) {
      if (value === 0 || (isSymmetric && to < at)) continue;
      const place = new Map([
        ["line", String(line)],
        ["column", String(to + 2)],
      ]);
      const ends = { from: names[at]!, to: names[to]!, weight: String(value), directed: !isSymmetric };
      yield { ...node, ...ends, isEdge: true, id: "", label: "", values: place };
    }
}

async function* readRows(
  source: RowSource,
  shape: MatrixShape,
  isSymmetric: boolean,
  columns: ReturnType<typeof graphColumns>,
  { limit = Infinity, onProgress }: RowOptions,
): AsyncGenerator<RawRow[]> {
  const matrix = await readMatrix(source, shape, onProgress);
  let line = 1;
  let batch: RawRow[] = [{ line, cells: [...columns.headings] }];
  for (const item of itemsOf({ ...matrix, isSymmetric })) {
    if (line >= limit) break;
    batch.push({ line: ++line, cells: columns.cellsOf(item) });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
