// Opens .gz: what is inside is read as if it stood there unpacked, with the same caps as archives.

import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type ByteSource, describe, hashBytes, unreadable } from "./byteSource.ts";
import type { ArchiveLimits, FormatReader, ReadContext, RowSource } from "./rowSource.ts";

const maxDepth = 2;

export const gzipReader: FormatReader = {
  name: "gzip",
  fits: (head) => head[0] === 0x1f && head[1] === 0x8b,
  open: openGzip,
};

/** The sources keep the packed file's name, size and hash: that is the evidence that was handed over. */
async function openGzip(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  if (context.depth >= maxDepth) throw new CaseweaveError("archive-unsafe", describe(source, { reason: "nested", limit: maxDepth }));
  const inner: ByteSource = { ...source, isPlainFile: false, size: 0, read: () => unpack(source, context.limits) };
  const sources = await context.openInner(inner);
  const sha256 = await hashBytes(source);
  return sources.map((found) => (found.entry === source.entry ? { ...found, size: source.size, sha256 } : found));
}

async function* unpack(source: ByteSource, limits: ArchiveLimits): AsyncGenerator<Buffer> {
  const packed = Readable.from(source.read());
  const stream = packed.pipe(createGunzip({ chunkSize: 2 ** 18 }));
  packed.on("error", (error) => stream.destroy(error));
  let unpacked = 0;
  try {
    for await (const chunk of stream) {
      unpacked += (chunk as Buffer).length;
      const isBomb = unpacked > limits.ratioFloorBytes && unpacked > source.size * limits.ratio;
      const refused = unpacked > limits.unpackedBytes ? "unpacked-size" : isBomb ? "ratio" : null;
      if (refused) throw new CaseweaveError("archive-unsafe", describe(source, { reason: refused }));
      yield chunk as Buffer;
    }
  } catch (error) {
    throw unreadable(source, error);
  } finally {
    stream.destroy();
    packed.destroy();
  }
}
