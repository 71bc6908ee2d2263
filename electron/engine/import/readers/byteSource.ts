// Where bytes come from: a file on disk, an unpacked .gz, an entry of an archive. Read as a stream, as often as needed.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { CaseweaveError, type ErrorDetails } from "../../../../shared/errors.ts";

const chunkBytes = 2 ** 18;

export interface ByteSource {
  readonly name: string;
  readonly path: string;
  readonly entry: string | null;
  readonly size: number;
  /** True when `path` itself holds these bytes, so that they can be read at random. */
  readonly isPlainFile: boolean;
  read(): AsyncIterable<Buffer>;
}

export async function fileBytes(path: string): Promise<ByteSource> {
  const name = basename(path);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const code = error.code === "ENOENT" || error.code === "ENOTDIR" ? "file-missing" : "file-unreadable";
    throw new CaseweaveError(code, { file: name, path, reason: error.code ?? error.message });
  });
  if (!found.isFile()) throw new CaseweaveError("file-unreadable", { file: name, path, reason: "not-a-file" });
  const read = () => readFile(path, name);
  return { name, path, entry: null, size: found.size, isPlainFile: true, read };
}

async function* readFile(path: string, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) yield chunk as Buffer;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CaseweaveError(reason === "ENOENT" ? "file-missing" : "file-unreadable", { file: name, path, reason });
  }
}

/** The first `count` bytes (fewer when the source is shorter). */
export async function readHead(source: ByteSource, count: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.read()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}

/** All bytes in memory; refuses more than `limit`. */
export async function readWhole(source: ByteSource, limit: number): Promise<Buffer> {
  if (source.size > limit) throw tooLarge(source, limit);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.read()) {
    length += chunk.length;
    if (length > limit) throw tooLarge(source, limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function tooLarge(source: ByteSource, limit: number): CaseweaveError {
  return new CaseweaveError("file-too-large", describe(source, { size: source.size, limit }));
}

/** Passes chunks on and tells which share of `total` has gone by. */
export async function* tellProgress(chunks: AsyncIterable<Buffer>, total: number, tell?: (share: number) => void): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of chunks) {
    yield chunk;
    length += chunk.length;
    tell?.(total > 0 ? Math.min(1, length / total) : 1);
  }
}

export async function hashBytes(source: ByteSource): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of source.read()) hash.update(chunk);
  return hash.digest("hex");
}

/** Facts of an error about this source. */
export function describe(source: ByteSource, more: ErrorDetails = {}): ErrorDetails {
  return { file: source.name, path: source.path, entry: source.entry, ...more };
}

/** Our own errors as they are, anything else as `file-unreadable` with its reason. */
export function unreadable(source: ByteSource, error: unknown, more: ErrorDetails = {}): CaseweaveError {
  if (error instanceof CaseweaveError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new CaseweaveError("file-unreadable", describe(source, { reason, ...more }), { cause: error });
}
