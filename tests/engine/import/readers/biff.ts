// Writes a minimal .xls (BIFF8 in an OLE container) for the tests: text and numbers, one date style, any number of sheets.
// Sources: MS-XLS 2.4 (records), MS-CFB 2.2–2.6 (header, FAT, directory).

type Cell = string | number | { readonly serial: number };

const record = (id: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
};

const begin = (type: number): Buffer => record(0x809, u16(0x600, type, 0x0dbb, 0x07cc, 0, 0, 6, 0));
const endOfStream = record(0x0a, Buffer.alloc(0));
const generalStyle = record(0xe0, Buffer.concat([u16(0, 0), Buffer.alloc(16)]));
const dateStyle = record(0xe0, Buffer.concat([u16(0, 22), Buffer.alloc(16)]));
const wideText = (text: string): Buffer => Buffer.concat([Buffer.from([1]), Buffer.from(text, "utf16le")]);

function cellRecord(row: number, column: number, cell: Cell): Buffer {
  if (typeof cell === "string") return record(0x204, Buffer.concat([u16(row, column, 0, cell.length), wideText(cell)]));
  const number = Buffer.alloc(8);
  number.writeDoubleLE(typeof cell === "number" ? cell : cell.serial);
  return record(0x203, Buffer.concat([u16(row, column, typeof cell === "number" ? 0 : 1), number]));
}

export interface XlsSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** `isLocked` puts a FILEPASS record where an encrypted workbook has it. */
export function makeXls(sheets: readonly XlsSheet[], isLocked = false): Buffer {
  const locked = isLocked ? record(0x2f, Buffer.alloc(54)) : Buffer.alloc(0);
  const bodies = sheets.map(({ rows }) =>
    Buffer.concat([begin(0x10), ...rows.flatMap((row, at) => row.map((cell, column) => cellRecord(at, column, cell))), endOfStream]),
  );
  const entry = (name: string, position: number): Buffer => {
    const place = Buffer.alloc(4);
    place.writeUInt32LE(position);
    return record(0x85, Buffer.concat([place, Buffer.from([0, 0, name.length]), wideText(name)]));
  };
  const globals = (positions: readonly number[]): Buffer =>
    Buffer.concat([begin(5), locked, generalStyle, dateStyle, ...sheets.map(({ name }, at) => entry(name, positions[at]!)), endOfStream]);
  let place = globals(sheets.map(() => 0)).length;
  const positions = bodies.map((body) => {
    place += body.length;
    return place - body.length;
  });
  return makeOle([{ name: "Workbook", content: Buffer.concat([globals(positions), ...bodies]) }]);
}

export interface OleStream {
  readonly name: string;
  readonly content: Buffer;
}

const sector = 512;
const [endOfChain, fatSector, free] = [0xfffffffe, 0xfffffffd, 0xffffffff];

/** Streams are padded to 4,096 bytes, so that none lies in the mini stream; one FAT sector, one directory sector. */
export function makeOle(streams: readonly OleStream[]): Buffer {
  const fat: number[] = [fatSector, endOfChain];
  const entries = [directoryEntry("Root Entry", 5, endOfChain, 0, 1)];
  const contents = streams.map(({ name, content }, at) => {
    const padded = Buffer.alloc(Math.ceil(Math.max(content.length, 4096) / sector) * sector);
    content.copy(padded);
    entries.push(directoryEntry(name, 2, fat.length, padded.length, at + 2 <= streams.length ? at + 2 : free));
    const first = fat.length;
    for (let step = 1; step <= padded.length / sector; step += 1) fat.push(step === padded.length / sector ? endOfChain : first + step);
    return padded;
  });
  while (fat.length < sector / 4) fat.push(free);
  const table = Buffer.alloc(sector);
  for (const [at, next] of fat.entries()) table.writeUInt32LE(next, at * 4);
  const directory = Buffer.alloc(sector);
  Buffer.concat(entries).copy(directory);
  return Buffer.concat([oleHeader(), table, directory, ...contents]);
}

function directoryEntry(name: string, type: number, start: number, size: number, link: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, "utf16le");
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = type;
  entry[67] = 1;
  entry.writeUInt32LE(free, 68);
  entry.writeUInt32LE(type === 5 ? free : link, 72);
  entry.writeUInt32LE(type === 5 ? link : free, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

function oleHeader(): Buffer {
  const header = Buffer.alloc(sector, 0xff);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.fill(0, 8, 76);
  u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  header.writeUInt32LE(0, 76);
  return header;
}
