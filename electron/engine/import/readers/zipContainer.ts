// Opens ZIP containers (archives and .xlsx). The directory is read and judged before a byte is unpacked; every entry then stops
// at its declared size. No container stays open between readings, so that hundreds of sources hold no file.
import { isUtf8 } from "node:buffer";
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import * as yauzl from "yauzl";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, readWhole, unreadable } from "./byteSource.ts";
import type { ArchiveLimits } from "./rowSource.ts";

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly isEncrypted: boolean;
  read(): AsyncIterable<Buffer>;
}

type OpenContainer = () => Promise<yauzl.ZipFile>;

const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true } as const;

/** Files of the container by name, folders left out. */
export async function readZip(source: ByteSource, limits: ArchiveLimits): Promise<Map<string, ZipEntry>> {
  const open = containerOf(source, limits);
  try {
    const zip = await open();
    try {
      const entries = await readDirectory(zip, source, limits);
      return new Map(entries.map((entry) => [entry.name, { ...entry, read: () => readEntry(open, entry, source) }]));
    } finally {
      zip.close();
    }
  } catch (error) {
    throw unreadable(source, error);
  }
}

/** Inside another archive the container is unpacked into memory, and again when the memory was needed in between. */
function containerOf(source: ByteSource, limits: ArchiveLimits): OpenContainer {
  if (source.isPlainFile) return () => yauzl.openPromise(source.path, options);
  let kept: WeakRef<Buffer> | null = null;
  return async () => {
    const bytes = kept?.deref() ?? (await readWhole(source, limits.containerBytes));
    kept = new WeakRef(bytes);
    return yauzl.fromBufferPromise(bytes, options);
  };
}

interface ListedEntry {
  readonly name: string;
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly record: yauzl.Entry;
}

async function readDirectory(zip: yauzl.ZipFile, source: ByteSource, limits: ArchiveLimits): Promise<ListedEntry[]> {
  const refuse = (reason: string, more = {}) => new CaseweaveError("archive-unsafe", describe(source, { reason, ...more }));
  if (zip.entryCount > limits.entries) throw refuse("entries", { count: zip.entryCount, limit: limits.entries });
  const entries: ListedEntry[] = [];
  let [packed, unpacked] = [0, 0];
  for await (const record of zip.eachEntry()) {
    const name = decodeName(record);
    const size = record.uncompressedSize;
    packed += record.compressedSize;
    unpacked += size;
    if (size > limits.ratioFloorBytes && size > record.compressedSize * limits.ratio)
      throw refuse("ratio", { inner: name, limit: limits.ratio });
    if (unpacked > limits.unpackedBytes) throw refuse("unpacked-size", { limit: limits.unpackedBytes });
    // Entries that lie over each other share packed bytes: only bombs do that.
    if (packed > zip.fileSize) throw refuse("overlap");
    if (!name.endsWith("/")) entries.push({ name, size, isEncrypted: record.isEncrypted(), record });
  }
  return entries;
}

async function* readEntry(open: OpenContainer, entry: ListedEntry, source: ByteSource): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new CaseweaveError("file-locked", describe(source, { inner: entry.name }));
  try {
    const zip = await open();
    try {
      yield* checkContent(await openUnpacked(zip, entry.record), entry);
    } finally {
      zip.close();
    }
  } catch (error) {
    throw unreadable(source, error, { inner: entry.name });
  }
}

/** Unpacks in larger pieces than yauzl does: fewer turns through the thread pool. */
async function openUnpacked(zip: yauzl.ZipFile, record: yauzl.Entry): Promise<Readable> {
  const isDeflated = record.compressionMethod === 8;
  if (!isDeflated) return zip.openReadStreamPromise(record);
  const packed = await zip.openReadStreamPromise(record, { decodeFileData: false });
  const inflate = createInflateRaw({ chunkSize: 2 ** 18 });
  return pipeline(packed, inflate, () => {}) as unknown as Readable;
}

/** An entry that is longer or shorter than declared, or whose sum differs, is damaged or a bomb. */
async function* checkContent(stream: Readable, entry: ListedEntry): AsyncGenerator<Buffer> {
  let [length, sum] = [0, 0];
  for await (const chunk of stream) {
    length += (chunk as Buffer).length;
    sum = crc32(chunk as Buffer, sum);
    if (length > entry.size) throw new Error("entry-larger-than-declared");
    yield chunk as Buffer;
  }
  if (length !== entry.size || sum !== entry.record.crc32) throw new Error("entry-damaged");
}

/** Names are UTF-8 where flagged (bit 11) or valid as such; Chinese Windows writes them in GBK without any flag. */
function decodeName(record: yauzl.Entry): string {
  const raw = record.fileName as unknown as Buffer;
  const isMarked = (record.generalPurposeBitFlag & 0x800) !== 0;
  const name = new TextDecoder(isMarked || isUtf8(raw) ? "utf-8" : "gb18030").decode(raw);
  return name.replaceAll("\\", "/");
}
