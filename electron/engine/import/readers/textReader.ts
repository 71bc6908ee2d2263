// Reads csv, tsv and other delimited text. One pass finds out encoding and hash, every reading after it is a stream.
import { createHash, type Hash } from "node:crypto";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Doubt } from "../../../../shared/import/calls.ts";
import { type ByteSource, describe, tellProgress, unreadable } from "./byteSource.ts";
import { cleanCell } from "./cleanCell.ts";
import { decodeText } from "./decodeText.ts";
import { EncodingScan, type EncodingVerdict, readMark, readNulPattern } from "./encoding.ts";
import { countReplaced, judgeReplaced } from "./replacedCharacters.ts";
import {
  batchSize,
  type FormatReader,
  type OpenOptions,
  type RawRow,
  type ReadContext,
  type RowOptions,
  type RowSource,
} from "./rowSource.ts";
import { type Shape, sniffShape } from "./sniffDelimiter.ts";
import { RecordSplitter, UnclosedQuote } from "./splitRecords.ts";

const headCharacters = 128 * 1024;

export interface TextFacts {
  /** Length of the text, unpacked. */
  readonly bytes: number;
  readonly sha256: string;
  readonly verdict: EncodingVerdict;
  readonly doubts: readonly Doubt[];
}

export const textReader: FormatReader = {
  name: "text",
  fits: (head) => readMark(head) !== null || readNulPattern(head) !== null || !looksBinary(head),
  open: openText,
};

async function openText(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const { options } = context;
  const facts = await scanText(source, options);
  const head = await readTextHead(source, facts.verdict);
  if (head.trim() === "") throw new CaseweaveError("file-empty", describe(source));
  const shape = sniffShape(head, options.quotes ?? true, options.delimiter);
  const { name: file, path, entry, size } = source;
  const { sha256, doubts, verdict } = facts;
  const rows = (wanted?: RowOptions) => readRows(source, facts, shape, options.quotes ?? true, wanted ?? {});
  return [{ file, path, entry, sheet: null, size, sha256, encoding: verdict.label, delimiter: shape.delimiter, doubts, rows }];
}

/** Hash and encoding; reads a second time only where the encoding can leave characters that do not fit. */
export async function scanText(source: ByteSource, options: OpenOptions): Promise<TextFacts> {
  const hash: Hash = createHash("sha256");
  const scan = new EncodingScan();
  let bytes = 0;
  for await (const chunk of source.read()) {
    bytes += chunk.length;
    hash.update(chunk);
    scan.push(chunk);
  }
  const found = scan.finish();
  const verdict = options.encoding === undefined ? found : forceEncoding(found, options.encoding, source);
  const sha256 = hash.digest("hex");
  if (verdict.label === "utf-8" && verdict === found && !found.isMixed) return { bytes, sha256, verdict, doubts: [] };
  const replaced = await countReplaced(decodeText(source.read(), verdict));
  return { bytes, sha256, verdict, doubts: judgeReplaced(source, verdict, found, replaced) };
}

function forceEncoding(found: EncodingVerdict, encoding: string, source: ByteSource): EncodingVerdict {
  try {
    const label = new TextDecoder(encoding).encoding;
    const isGb = label === "gbk" || label === "gb18030";
    return { label: isGb ? "gb18030" : label, markBytes: label === found.label ? found.markBytes : 0, isMixed: false };
  } catch (error) {
    throw new CaseweaveError("encoding-wrong", describe(source, { encoding, guess: found.label, line: 1, count: 0 }), { cause: error });
  }
}

async function readTextHead(source: ByteSource, verdict: EncodingVerdict): Promise<string> {
  let head = "";
  for await (const text of decodeText(source.read(), verdict)) {
    head += text;
    // Blank lines at the top do not count as a head.
    if (head.length >= headCharacters && head.trim() !== "") break;
  }
  return head.slice(0, Math.max(headCharacters, head.search(/\S/) + headCharacters));
}

async function* readRows(
  source: ByteSource,
  facts: TextFacts,
  shape: Shape,
  quotes: boolean,
  wanted: RowOptions,
): AsyncGenerator<RawRow[]> {
  const splitter = new RecordSplitter({ delimiter: shape.delimiter, quotes, width: shape.width });
  const chunks = tellProgress(source.read(), facts.bytes, wanted.onProgress);
  const limit = wanted.limit ?? Infinity;
  let line = 0;
  let batch: RawRow[] = [];
  try {
    for await (const records of splitAll(decodeText(chunks, facts.verdict), splitter)) {
      for (const cells of records) {
        line += 1;
        batch.push(toRow(cells, line, shape.width));
        if (batch.length < batchSize && line < limit) continue;
        yield batch;
        batch = [];
        if (line >= limit) return;
      }
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw quoteError(source, error);
  }
}

async function* splitAll(texts: AsyncIterable<string>, splitter: RecordSplitter): AsyncGenerator<string[][]> {
  for await (const text of texts) yield splitter.push(text);
  yield splitter.finish();
}

function toRow(cells: string[], line: number, width: number): RawRow {
  for (let column = 0; column < cells.length; column += 1) cells[column] = cleanCell(cells[column]!);
  const isBlank = cells.length === 1 && cells[0] === "";
  return cells.length === width || isBlank ? { line, cells } : { line, cells, ragged: true };
}

function quoteError(source: ByteSource, error: unknown): CaseweaveError {
  if (!(error instanceof UnclosedQuote)) return unreadable(source, error);
  const facts = { line: error.line, column: error.column + 1, advice: "quotes:false" };
  return new CaseweaveError("unclosed-quote", describe(source, facts), { cause: error });
}

/** Control characters other than tab, line ends, form feed, escape and NUL do not stand in texts. */
export function looksBinary(head: Buffer): boolean {
  let odd = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 0 && !(byte >= 9 && byte <= 13) && byte !== 0x1a && byte !== 0x1b) odd += 1;
  return odd > head.length / 20;
}
