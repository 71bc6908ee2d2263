// A picture of 256 colours as PNG (W3C PNG, third edition, colour type 3): a third of what a browser writes of an interface.
import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const mostColours = 256;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

const colourAt = (rgba: Uint8Array, at: number): number => (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!;

/** The most frequent colours, of equals the smaller first. */
function choosePalette(rgba: Uint8Array): readonly number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) counts.set(colourAt(rgba, at), (counts.get(colourAt(rgba, at)) ?? 0) + 1);
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  return byCount.slice(0, mostColours).map(([colour]) => colour);
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255)) as [number, number, number];
  return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

/** Colour → index of the nearest of the palette; each colour is looked up once. */
function createMatcher(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const hit = known.get(colour);
    if (hit !== undefined) return hit;
    const nearest = palette.reduce((best, other, index) => (distance(colour, other) < distance(colour, palette[best]!) ? index : best), 0);
    known.set(colour, nearest);
    return nearest;
  };
}

/** PNG of opaque RGBA pixels, row by row. */
export function encodePalettePng(rgba: Uint8Array, width: number, height: number): Buffer {
  const palette = choosePalette(rgba);
  const indexOf = createMatcher(palette);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: 0, none
  for (let pixel = 0; pixel < width * height; pixel++) {
    rows[pixel + Math.floor(pixel / width) + 1] = indexOf(colourAt(rgba, pixel * 4));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("PLTE", colours), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}
