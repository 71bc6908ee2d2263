// Reads the rows of one worksheet as a stream: value at the top left of merged cells, cached values of formulas, all as text.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, tellProgress } from "./byteSource.ts";
import { numberText, serialText } from "./numberText.ts";
import { batchSize, type RawRow, type RowOptions } from "./rowSource.ts";
import type { TextPool } from "./textPool.ts";
import { type DateStyle, decodeEscapes } from "./xlsxParts.ts";
import { attributeOf, XmlScanner } from "./xmlScanner.ts";
import type { ZipEntry } from "./zipContainer.ts";

export interface SheetTables {
  /** Null where only the question is whether a cell holds anything. */
  readonly strings: TextPool | null;
  readonly styles: readonly DateStyle[];
  readonly is1904: boolean;
}

const maxColumns = 16_384;
const maxCellCharacters = 2 ** 20;
/** Rows that are blank between two others count; of a longer gap only its end does. */
const maxGap = 1_000;

export async function* readSheet(source: ByteSource, entry: ZipEntry, tables: SheetTables, wanted: RowOptions): AsyncGenerator<RawRow[]> {
  const builder = new SheetBuilder(tables);
  const decoder = new TextDecoder();
  const scanner = new XmlScanner(builder);
  const limit = wanted.limit ?? Infinity;
  let given = 0;
  for await (const chunk of tellProgress(entry.read(), entry.size, wanted.onProgress)) {
    scanPiece(source, scanner, decoder.decode(chunk, { stream: true }));
    while (builder.rows.length >= batchSize || builder.rows.length >= limit - given) {
      const batch = builder.rows.splice(0, Math.min(batchSize, limit - given));
      given += batch.length;
      yield batch;
      if (given >= limit) return;
    }
  }
  scanPiece(source, scanner, decoder.decode(), true);
  const rest = builder.rows.splice(0, limit - given);
  for (let from = 0; from < rest.length; from += batchSize) yield rest.slice(from, from + batchSize);
}

function scanPiece(source: ByteSource, scanner: XmlScanner, text: string, isLast = false): void {
  try {
    scanner.push(text);
    if (isLast) scanner.finish();
  } catch (error) {
    throw new CaseweaveError("file-unreadable", describe(source, { reason: (error as Error).message }), { cause: error });
  }
}

/** A cell as nearly all are written: read in one piece it costs a third of what its five marks do one by one. */
const plainCell = /<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="([a-z]+)")?><v>([^<&]+)<\/v><\/c>/y;
const letterC = 0x63;

/** Handlers of the scanner; finished rows wait in `rows`. */
class SheetBuilder {
  readonly rows: RawRow[] = [];
  readonly #tables: SheetTables;
  #line = 0;
  #lastGiven = 0;
  #cells: string[] = [];
  #lost: number[] = [];
  #column = -1;
  #type = "";
  #style = 0;
  #value = "";
  #isValue = false;
  #isGuide = false;

  constructor(tables: SheetTables) {
    this.#tables = tables;
  }

  take(text: string, from: number): number {
    if (text.charCodeAt(from + 1) !== letterC || text.charCodeAt(from + 2) !== 0x20) return -1;
    plainCell.lastIndex = from;
    const found = plainCell.exec(text);
    if (found === null) return -1;
    this.#startCell(columnOf(found[1]!), found[3] ?? "n", found[2] === undefined ? -1 : Number(found[2]));
    this.#isValue = true;
    this.text(found[4]!);
    this.#isValue = false;
    this.#closeCell();
    return plainCell.lastIndex;
  }

  open(name: string, attributes: string): void {
    if (name === "c") this.#openCell(attributes);
    else if (name === "v" || name === "t") this.#isValue = !this.#isGuide;
    else if (name === "row") this.#openRow(attributes);
    else if (name === "rPh") this.#isGuide = true;
  }

  text(piece: string): void {
    if (!this.#isValue) return;
    this.#value += piece;
    if (this.#value.length > maxCellCharacters) throw new Error("cell-too-long");
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#isValue = false;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
    else if (name === "rPh") this.#isGuide = false;
  }

  #openRow(attributes: string): void {
    const number = Number(attributeOf(attributes, "r") ?? this.#line + 1);
    this.#line = Number.isInteger(number) && number > this.#line ? number : this.#line + 1;
    this.#cells = [];
    this.#lost = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const column = columnOf(attributeOf(attributes, "r"));
    this.#startCell(column, attributeOf(attributes, "t") ?? "n", Number(attributeOf(attributes, "s") ?? -1));
  }

  #startCell(column: number, type: string, style: number): void {
    this.#column = column < 0 ? this.#column + 1 : column;
    if (this.#column >= maxColumns) throw new Error("too-many-columns");
    this.#type = type;
    this.#style = style;
    this.#value = "";
  }

  #closeCell(): void {
    if (this.#value === "") return;
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = this.#cellText();
  }

  #cellText(): string {
    const value = this.#value;
    if (this.#type === "s") return this.#tables.strings === null ? value : this.#tables.strings.get(Number(value));
    if (this.#type === "b") return value === "1" || value === "true" ? "TRUE" : "FALSE";
    if (this.#type === "d") return value;
    if (this.#type !== "n") return decodeEscapes(value);
    const style = this.#tables.styles[this.#style] ?? null;
    const serial = Number(value);
    if (style !== null && serial >= 0 && serial < 2_958_466) return serialText(serial, this.#tables.is1904, style === "time");
    const number = numberText(value);
    if (number.isLost) this.#lost.push(this.#column);
    return number.text;
  }

  /** Blank rows are given out only when a row with text follows: sheets often end in thousands of formatted blank rows. */
  #closeRow(): void {
    if (!this.#cells.some((cell) => cell !== "")) return;
    for (let line = Math.max(this.#lastGiven + 1, this.#line - maxGap); line < this.#line; line += 1) this.rows.push({ line, cells: [] });
    this.#lastGiven = this.#line;
    const row = { line: this.#line, cells: this.#cells };
    this.rows.push(this.#lost.length > 0 ? { ...row, lost: this.#lost } : row);
  }
}

/** `AB12` → 27; -1 without a reference. */
function columnOf(reference: string | null): number {
  if (reference === null) return -1;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
