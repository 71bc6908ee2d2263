// Builds the files of the reader tests: nothing binary is kept in the repository.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { openSources } from "../../../../electron/engine/import/readers/index.ts";
import type { OpenOptions, RawRow, RowSource } from "../../../../electron/engine/import/readers/rowSource.ts";
import { CaseweaveError } from "../../../../shared/errors.ts";

export async function save(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "readers-")), name);
  await writeFile(path, content);
  return path;
}

export async function open(name: string, content: string | Uint8Array, options?: OpenOptions): Promise<RowSource[]> {
  return openSources(await save(name, content), options);
}

export async function rowsOf(source: RowSource, limit?: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of source.rows(limit === undefined ? {} : { limit })) rows.push(...batch);
  return rows;
}

/** Cells of the only sheet in a file. */
export async function cellsOf(name: string, content: string | Uint8Array, options?: OpenOptions): Promise<string[][]> {
  const [source] = await open(name, content, options);
  return (await rowsOf(source!)).map((row) => row.cells);
}

export async function errorOf(work: Promise<unknown>): Promise<CaseweaveError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CaseweaveError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const gbRows = new Map<string, number>();

/** GB18030 bytes of a text with characters of two bytes, found by decoding all of them once. */
export function toGb18030(text: string): Buffer {
  if (gbRows.size === 0) fillTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = gbRows.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else throw new Error(`no two bytes for ${character}`);
  }
  return Buffer.from(bytes);
}

function fillTable(): void {
  const decoder = new TextDecoder("gb18030");
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (character.length === 1 && character !== "\ufffd") gbRows.set(character, (high << 8) | low);
    }
  }
}

export interface ZipPart {
  readonly name: Buffer | string;
  readonly content: Uint8Array;
  /** What the headers claim, where that is a lie. */
  readonly claimedSize?: number;
  readonly isEncrypted?: boolean;
}

/** A ZIP by hand (APPNOTE 4.3), so that names, sizes and flags can be what no writer would produce. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = typeof part.name === "string" ? Buffer.from(part.name) : part.name;
    const data = deflateRawSync(part.content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((part.isEncrypted ? 1 : 0) | (typeof part.name === "string" ? 0x800 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(part.content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? part.content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from("PK\x03\x04"), fields, name, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, name);
    offset += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from("PK\x05\x06"), end]);
}
