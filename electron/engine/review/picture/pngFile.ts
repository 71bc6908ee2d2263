// A PNG written band by band (RFC 2083): eight bits red, green, blue, no text chunks, nothing about who made it.
import { crc32, createDeflate } from "node:zlib";

const signature = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 2, 0, 0, 0], 8);
  return chunk("IHDR", data);
}

/** `bands` give whole rows of three bytes a pixel, from the top. */
export async function writePng(
  width: number,
  height: number,
  bands: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
  const deflate = createDeflate({ level: 6 });
  const packed: Buffer[] = [];
  deflate.on("data", (part: Buffer) => packed.push(part));
  const isPacked = new Promise<void>((resolve, reject) => deflate.on("end", resolve).on("error", reject));
  const rowBytes = width * 3;
  for await (const band of bands) {
    const rows = band.length / rowBytes;
    const filtered = Buffer.alloc(band.length + rows); // a filter byte of 0 before every row
    for (let row = 0; row < rows; row++) filtered.set(band.subarray(row * rowBytes, (row + 1) * rowBytes), row * (rowBytes + 1) + 1);
    await new Promise<void>((resolve, reject) => deflate.write(filtered, (error) => (error ? reject(error) : resolve())));
  }
  deflate.end();
  await isPacked;
  return Buffer.concat([signature, header(width, height), ...packed.map((part) => chunk("IDAT", part)), chunk("IEND", new Uint8Array())]);
}
