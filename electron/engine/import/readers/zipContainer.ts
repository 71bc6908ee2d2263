// Opens ZIP containers (archives and .xlsx). The directory is read and judged before a byte is unpacked; every entry then stops
// at its declared size.
import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import * as yauzl from "yauzl";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, readWhole, unreadable } from "./byteSource.ts";
import type { ArchiveLimits, ReadContext } from "./rowSource.ts";

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly isEncrypted: boolean;
  read(): AsyncIterable<Buffer>;
}

export interface ZipContainer {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  close(): void;
}

const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true } as const;

export async function openZip(source: ByteSource, context: Pick<ReadContext, "limits">): Promise<ZipContainer> {
  try {
    const zip = await openFile(source, context.limits);
    try {
      return await readDirectory(zip, source, context.limits);
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    throw unreadable(source, error);
  }
}

async function openFile(source: ByteSource, limits: ArchiveLimits): Promise<yauzl.ZipFile> {
  if (source.isPlainFile) return yauzl.openPromise(source.path, options);
  return yauzl.fromBufferPromise(await readWhole(source, limits.containerBytes), options);
}

async function readDirectory(zip: yauzl.ZipFile, source: ByteSource, limits: ArchiveLimits): Promise<ZipContainer> {
  const refuse = (reason: string, more = {}) => new CaseweaveError("archive-unsafe", describe(source, { reason, ...more }));
  if (zip.entryCount > limits.entries) throw refuse("entries", { count: zip.entryCount, limit: limits.entries });
  const entries = new Map<string, ZipEntry>();
  let [packed, unpacked] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    const isBomb = entry.uncompressedSize > limits.ratioFloorBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio;
    const name = decodeName(entry);
    if (isBomb) throw refuse("ratio", { inner: name, limit: limits.ratio });
    if (unpacked > limits.unpackedBytes) throw refuse("unpacked-size", { limit: limits.unpackedBytes });
    // Entries that lie over each other share packed bytes: only bombs do that.
    if (packed > source.size) throw refuse("overlap");
    if (!name.endsWith("/")) entries.set(name, toEntry(zip, entry, name, source));
  }
  return { entries, close: () => zip.close() };
}

function toEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string, source: ByteSource): ZipEntry {
  const isEncrypted = entry.isEncrypted();
  const read = () => readEntry(zip, entry, name, source);
  return { name, size: entry.uncompressedSize, isEncrypted, read };
}

async function* readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string, source: ByteSource): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new CaseweaveError("file-locked", describe(source, { inner: name }));
  let stream: Readable | null = null;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw unreadable(source, error, { inner: name });
  } finally {
    stream?.destroy();
  }
}

/** Names are UTF-8 where flagged (bit 11) or valid as such; Chinese Windows writes them in GBK without any flag. */
function decodeName(entry: yauzl.Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const isMarked = (entry.generalPurposeBitFlag & 0x800) !== 0;
  const name = new TextDecoder(isMarked || isUtf8(raw) ? "utf-8" : "gb18030").decode(raw);
  return name.replaceAll("\\", "/");
}
