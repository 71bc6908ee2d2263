// Opens ZIP files: a workbook (.xlsx) by its sheets; in an archive every entry that holds rows becomes sources of its own; entries that cannot be read are reported beside them.
import { basename } from "node:path";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe } from "./byteSource.ts";
import type { FormatReader, ReadContext, RowSource } from "./rowSource.ts";
import { openWorkbook } from "./xlsxReader.ts";
import { readZip, type ZipEntry } from "./zipContainer.ts";

const maxDepth = 2;
/** Hidden files and what systems leave behind; a step up (../) is no hidden file. */
const leftovers = /(^|\/)(__MACOSX\/|\.(?!\.?[/\\])|~\$|Thumbs\.db$|desktop\.ini$)/i;

export const zipReader: FormatReader = {
  name: "zip",
  fits: isZip,
  open: openArchive,
};

export function isZip(head: Buffer): boolean {
  const mark = head.subarray(0, 4).toString("latin1");
  return mark === "PK\x03\x04" || mark === "PK\x05\x06";
}

async function openArchive(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const entries = await readZip(source, context.limits);
  const sheets = await openWorkbook(source, entries, context);
  if (sheets !== null) return sheets;
  if (entries.has("[Content_Types].xml") || entries.has("mimetype")) throw new CaseweaveError("unsupported-format", describe(source));
  if (context.depth >= maxDepth) throw new CaseweaveError("archive-unsafe", describe(source, { reason: "nested", limit: maxDepth }));
  const wanted = [...entries.values()].filter((entry) => !leftovers.test(entry.name));
  if (wanted.length === 0) throw new CaseweaveError("file-empty", describe(source));
  spend(source, context, wanted);
  const found: RowSource[] = [];
  for (const entry of wanted.sort((a, b) => (a.name < b.name ? -1 : 1))) found.push(...(await openEntry(source, entry, context)));
  return found;
}

/** Nested archives spend from one purse. */
function spend(source: ByteSource, context: ReadContext, entries: readonly ZipEntry[]): void {
  const { unpacked, limits } = context;
  unpacked.entries += entries.length;
  for (const entry of entries) unpacked.bytes += entry.size;
  if (unpacked.entries > limits.entries)
    throw new CaseweaveError("archive-unsafe", describe(source, { reason: "entries", limit: limits.entries }));
  const limit = limits.unpackedBytes;
  if (unpacked.bytes > limit) throw new CaseweaveError("archive-unsafe", describe(source, { reason: "unpacked-size", limit }));
}

async function openEntry(archive: ByteSource, entry: ZipEntry, context: ReadContext): Promise<RowSource[]> {
  const path = archive.entry === null ? entry.name : `${archive.entry}/${entry.name}`;
  const { size, read } = entry;
  // Nothing is unpacked to where an entry's path leads (../../x): it is read in place and called by its last part.
  const inner: ByteSource = {
    name: basename(entry.name.replaceAll("\\", "/")),
    path: archive.path,
    entry: path,
    size,
    isPlainFile: false,
    read,
  };
  try {
    if (entry.isEncrypted) throw new CaseweaveError("file-locked", describe(inner));
    return await context.openInner(inner);
  } catch (error) {
    context.report(inner, null, error);
    return [];
  }
}
