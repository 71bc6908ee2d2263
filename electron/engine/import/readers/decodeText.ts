// Bytes to text as a stream. A file whose lines differ in encoding (pieces of two exports in one file) is decoded line by line.
import { isUtf8 } from "node:buffer";
import { type EncodingVerdict, isSurelyUtf8, splitLines } from "./encoding.ts";

export async function* decodeText(chunks: AsyncIterable<Buffer>, verdict: EncodingVerdict): AsyncGenerator<string> {
  const body = dropMark(chunks, verdict.markBytes);
  yield* verdict.isMixed ? decodeByLine(body, verdict.label) : decodeEvenly(body, verdict.label);
}

async function* dropMark(chunks: AsyncIterable<Buffer>, markBytes: number): AsyncGenerator<Buffer> {
  let left = markBytes;
  for await (const chunk of chunks) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    if (chunk.length > cut) yield chunk.subarray(cut);
  }
}

async function* decodeEvenly(chunks: AsyncIterable<Buffer>, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

async function* decodeByLine(chunks: AsyncIterable<Buffer>, label: string): AsyncGenerator<string> {
  const utf8 = new TextDecoder("utf-8");
  const chinese = new TextDecoder("gb18030");
  // The mark of UTF-8 may stand before a piece in the middle of the file: the decoder takes it off.
  const takesUtf8 = label === "utf-8" ? isUtf8 : isSurelyUtf8;
  const decodeLine = (line: Buffer): string => (takesUtf8(line) ? utf8 : chinese).decode(line);
  let tail = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const joined = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const end = joined.lastIndexOf(0x0a) + 1;
    tail = Buffer.from(joined.subarray(end));
    if (end > 0) yield splitLines(joined.subarray(0, end)).map(decodeLine).join("");
  }
  if (tail.length > 0) yield decodeLine(tail);
}
