// Reads json (a list of objects or of arrays) and json lines. The first row holds the keys in order of first appearance.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, tellProgress, unreadable } from "./byteSource.ts";
import { decodeText } from "./decodeText.ts";
import { JsonItems } from "./jsonItems.ts";
import { numberText } from "./numberText.ts";
import { batchSize, type FormatReader, type RawRow, type ReadContext, type RowOptions, type RowSource } from "./rowSource.ts";
import { scanText, type TextFacts } from "./textReader.ts";

export const jsonReader: FormatReader = {
  name: "json",
  fits: (head) => /^\W{0,64}?(\{\s*("|\})|\[\s*([[{"\]\d-]|$|null|true|false))/.test(stripMark(head)),
  open: openJson,
};

/** Byte order mark and the NULs of UTF-16 do not matter for the first characters. */
const stripMark = (head: Buffer): string =>
  head
    .toString("latin1")
    .replace(/^(ï»¿|ÿþ|þÿ)/, "")
    .replaceAll("\0", "")
    .trimStart();

async function openJson(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const facts = await scanText(source, context.options);
  const lists = await findLists(source, facts);
  if (lists.length < 2) return [await openList(source, facts, lists[0] ?? null, null)];
  return await Promise.all(lists.map((list) => openList(source, facts, list, list)));
}

async function openList(source: ByteSource, facts: TextFacts, list: string | null, sheet: string | null): Promise<RowSource> {
  const keys = new Set<string>();
  let count = 0;
  for await (const items of readItems(source, facts, list)) {
    count += items.length;
    for (const item of items) if (isRecord(item)) for (const key of Object.keys(item)) keys.add(key);
  }
  if (count === 0) throw new CaseweaveError("file-empty", describe(source));
  const { name: file, path, entry, size } = source;
  const { sha256, doubts, verdict } = facts;
  const rows = (wanted?: RowOptions) => readRows(source, facts, list, [...keys], wanted ?? {});
  return { file, path, entry, sheet, size, sha256, encoding: verdict.label, delimiter: null, doubts, rows };
}

/** Interfaces often answer `{"code":0,"data":[…]}`, networks `{"nodes":[…],"links":[…]}`: the rows are the lists under keys, a sheet each. None when the items themselves are the rows. */
async function findLists(source: ByteSource, facts: TextFacts): Promise<string[]> {
  const first: unknown[] = [];
  for await (const items of readItems(source, facts, null)) {
    first.push(...items.slice(0, 2));
    if (first.length > 1) return [];
  }
  const [item] = first;
  return isRecord(item) ? Object.keys(item).filter((key) => isList(item[key])) : [];
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.some((item) => isRecord(item) || Array.isArray(item));

async function* readItems(
  source: ByteSource,
  facts: TextFacts,
  list: string | null,
  tell?: (share: number) => void,
): AsyncGenerator<unknown[]> {
  const chunks = tellProgress(source.read(), facts.bytes, tell);
  const splitter = new JsonItems();
  let count = 0;
  const parse = (text: string): unknown => {
    count += 1;
    try {
      return JSON.parse(text, keepDigits);
    } catch (error) {
      throw new CaseweaveError("file-unreadable", describe(source, { line: count, reason: (error as Error).message }), { cause: error });
    }
  };
  try {
    for await (const text of decodeText(chunks, facts.verdict)) yield unfold(splitter.push(text).map(parse), list);
    yield unfold(splitter.finish().map(parse), list);
  } catch (error) {
    throw unreadable(source, error);
  }
}

const unfold = (items: unknown[], list: string | null): unknown[] =>
  list === null ? items : items.flatMap((item) => (isRecord(item) ? (item[list] as unknown[]) : []));

/** Numbers as they are written (TC39 source text access), so that 19 digits stay 19 digits. */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" && context?.source !== undefined ? new WrittenNumber(context.source) : value;
}

class WrittenNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  /** Inside a nested value the digits stand unquoted, as in the file. */
  toJSON(): unknown {
    return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(this.source);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

async function* readRows(
  source: ByteSource,
  facts: TextFacts,
  list: string | null,
  keys: readonly string[],
  wanted: RowOptions,
): AsyncGenerator<RawRow[]> {
  const limit = wanted.limit ?? Infinity;
  let line = keys.length > 0 ? 1 : 0;
  let batch: RawRow[] = keys.length > 0 && limit > 0 ? [{ line, cells: [...keys] }] : [];
  for await (const items of readItems(source, facts, list, wanted.onProgress)) {
    for (const item of items) {
      if (line >= limit) break;
      line += 1;
      batch.push({ line, cells: toCells(item, keys) });
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (line >= limit) break;
  }
  if (batch.length > 0) yield batch;
}

function toCells(item: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(item)) return item.map(cellText);
  if (!isRecord(item)) return [cellText(item)];
  return keys.map((key) => (Object.hasOwn(item, key) ? cellText(item[key]) : ""));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  // Only the exponent is written out: other numbers stay as they are, final zeros included.
  if (value instanceof WrittenNumber) return /e/i.test(value.source) ? numberText(value.source).text : value.source;
  return JSON.stringify(value);
}
