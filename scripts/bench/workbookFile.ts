// Writes a workbook of any size as a stream: `node workbookFile.ts PATH ROWS ROWS…`, a sheet each, texts shared as a spreadsheet saves them.
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { seededRandom } from "../../shared/random.ts";

const headings = ["交易卡号", "账户开户名称", "交易时间", "交易金额", "交易余额", "收付标志", "交易对手账卡号", "对手户名", "对手开户银行", "摘要说明", "交易币种", "交易流水号"]; // biome-ignore format: one line of twelve
const names = ["何某芳", "吴某", "许女士", "黄某平", "覃某", "林先生", "孙女士", "刘先生"];
const memos = ["转账", "货款", "还款", "工资", "消费", "备付金提现"];
const accounts = 60_000;
const rowsAtOnce = 2_000;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const two = (value: number) => String(value).padStart(2, "0");

/** Numbers of texts in the order in which they are first used. */
class SharedTexts {
  readonly numbers = new Map<string, number>();

  cell(column: string, row: number, text: string): string {
    const number = this.numbers.get(text) ?? this.numbers.size;
    if (number === this.numbers.size) this.numbers.set(text, number);
    return `<c r="${column}${row}" t="s"><v>${number}</v></c>`;
  }
}

const numberCell = (column: string, row: number, value: number) => `<c r="${column}${row}"><v>${value}</v></c>`;

function* writeSheet(rows: number, seed: number, texts: SharedTexts): Generator<string> {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const card = (i: number) => `621700${String(1_000_000_000_000 + i * 7919).padStart(13, "0")}`;
  const heads = headings.map((heading, i) => texts.cell("ABCDEFGHIJKL"[i]!, 1, heading)).join("");
  let piece = `${declaration}<worksheet xmlns="${main}"><sheetData><row r="1">${heads}</row>`;
  for (let row = 2; row <= rows + 1; row++) {
    const own = pick(accounts);
    const other = (own * 31 + pick(12) * 7919) % accounts;
    const time = `2026-${two(5 + pick(6))}-${two(1 + pick(28))} ${two(pick(24))}:${two(pick(60))}:${two(pick(60))}`;
    const text = (column: string, value: string) => texts.cell(column, row, value);
    const money = numberCell("D", row, pick(10_000_000) / 100) + numberCell("E", row, pick(100_000_000) / 100);
    const first = text("A", card(own)) + text("B", names[own % 8]!) + text("C", time) + money + text("F", pick(2) ? "进" : "出");
    const last = text("G", card(other)) + text("H", names[other % 8]!) + text("I", "建设银行云津支行") + text("J", memos[pick(6)]!);
    piece += `<row r="${row}">${first}${last}${text("K", "人民币")}${text("L", `LS${seed}${row}`)}</row>`;
    if (row % rowsAtOnce !== 0) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sheetData></worksheet>`;
}

function* writeTexts(texts: SharedTexts): Generator<string> {
  yield `${declaration}<sst xmlns="${main}">`;
  let piece = "";
  for (const [text, number] of texts.numbers) {
    piece += `<si><t>${text}</t></si>`;
    if (number % 10_000 !== 0) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sst>`;
}

interface Entry {
  readonly name: string;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Fields that the local header and the directory share (APPNOTE 4.4): method 8, no flags, no time. */
function commonFields({ sum, packed, size, name }: Omit<Entry, "offset">): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

class ZipWriter {
  private readonly out;
  private readonly path: string;
  private readonly entries: Entry[] = [];
  private offset = 0;

  constructor(path: string) {
    this.path = path;
    this.out = createWriteStream(path);
  }

  private async write(bytes: Buffer): Promise<void> {
    this.offset += bytes.length;
    if (!this.out.write(bytes)) await once(this.out, "drain");
  }

  /** Packed beside first: the header before the bytes states their length. */
  async add(name: string, pieces: Iterable<string>): Promise<void> {
    const beside = `${this.path}.part`;
    let [sum, size] = [0, 0];
    const count = function* (): Generator<Buffer> {
      for (const piece of pieces) {
        const bytes = Buffer.from(piece);
        sum = crc32(bytes, sum);
        size += bytes.length;
        yield bytes;
      }
    };
    const part = createWriteStream(beside);
    await pipeline(count, createDeflateRaw({ level: 1 }), part);
    const entry = { name, sum, size, packed: part.bytesWritten };
    this.entries.push({ ...entry, offset: this.offset });
    await this.write(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), commonFields(entry), Buffer.from(name)]));
    for await (const chunk of createReadStream(beside)) await this.write(chunk as Buffer);
    await rm(beside);
  }

  async finish(): Promise<void> {
    const start = this.offset;
    for (const entry of this.entries) {
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(entry.offset, 10);
      await this.write(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), commonFields(entry), rest, Buffer.from(entry.name)]));
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.write(end);
    this.out.end();
    await once(this.out, "finish");
  }
}

async function writeWorkbook(path: string, sheets: readonly number[]): Promise<void> {
  const zip = new ZipWriter(path);
  const texts = new SharedTexts();
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const ids = sheets.map((_, i) => i + 1);
  const list = ids.map((id) => `<sheet name="明细${id}" sheetId="${id}" r:id="rId${id}"/>`).join("");
  await zip.add("_rels/.rels", [relations(relation("rId1", "officeDocument", "xl/workbook.xml"))]);
  await zip.add("xl/workbook.xml", [`${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list}</sheets></workbook>`]);
  const targets = ids.map((id) => relation(`rId${id}`, "worksheet", `worksheets/sheet${id}.xml`)).join("");
  await zip.add("xl/_rels/workbook.xml.rels", [relations(`${targets}${relation("rIdT", "sharedStrings", "sharedStrings.xml")}`)]);
  for (const [i, rows] of sheets.entries()) await zip.add(`xl/worksheets/sheet${i + 1}.xml`, writeSheet(rows, i + 1, texts));
  await zip.add("xl/sharedStrings.xml", writeTexts(texts));
  await zip.finish();
}

const [path, ...sheets] = process.argv.slice(2);
await writeWorkbook(path!, sheets.map(Number));
