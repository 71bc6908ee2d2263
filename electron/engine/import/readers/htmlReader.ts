// Reads tables that were saved as a web page, most often under the name .xls. Cells are taken as text, nothing is guessed.
import { fromHtml } from "hucre";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, readWhole, unreadable } from "./byteSource.ts";
import { cleanCell } from "./cleanCell.ts";
import { decodeText } from "./decodeText.ts";
import { batchSize, type FormatReader, type RawRow, type ReadContext, type RowOptions, type RowSource } from "./rowSource.ts";
import { scanText, type TextFacts } from "./textReader.ts";

export const htmlReader: FormatReader = {
  name: "html",
  fits: (head) =>
    /^[^<]{0,16}(<!doctype html|<html|<table|<meta|<head|<\?xml[^>]*>\s*<html)/i.test(head.toString("latin1").replaceAll("\0", "")),
  open: openHtml,
};

async function openHtml(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const facts = await scanText(source, context.options);
  const limit = context.limits.containerBytes;
  if ((await readTable(source, facts, limit)).length === 0) throw new CaseweaveError("file-empty", describe(source));
  const { name: file, path, entry, size } = source;
  const { sha256, doubts, verdict } = facts;
  const rows = (options?: RowOptions) => readRows(source, facts, limit, options?.limit ?? Infinity);
  return [{ file, path, entry, sheet: null, size, sha256, encoding: verdict.label, delimiter: null, doubts, rows }];
}

async function readTable(source: ByteSource, facts: TextFacts, limit: number): Promise<string[][]> {
  const bytes = await readWhole(source, limit);
  let html = "";
  const once = async function* () {
    yield bytes;
  };
  for await (const text of decodeText(once(), facts.verdict)) html += text;
  try {
    const sheet = fromHtml(html.replaceAll("&nbsp;", "\u00a0"), { typeInference: false, classes: false });
    return sheet.rows.map((row) => row.map((cell) => cleanCell(cell === null ? "" : String(cell))));
  } catch (error) {
    throw unreadable(source, error);
  }
}

async function* readRows(source: ByteSource, facts: TextFacts, bytes: number, limit: number): AsyncGenerator<RawRow[]> {
  const rows = (await readTable(source, facts, bytes)).slice(0, limit).map((cells, index) => ({ line: index + 1, cells }));
  for (let from = 0; from < rows.length; from += batchSize) yield rows.slice(from, from + batchSize);
}
