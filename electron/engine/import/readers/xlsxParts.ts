// The parts of an .xlsx besides its sheets: which sheets there are, shared strings, which cell styles show a date.
import { isDateFormat } from "hucre";
import { TextPool } from "./textPool.ts";
import { attributeOf, XmlScanner } from "./xmlScanner.ts";
import type { ZipEntry } from "./zipContainer.ts";

export interface SheetPart {
  readonly name: string;
  /** Name of the entry that holds the rows. */
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  readonly stringsPart: string | null;
  readonly stylesPart: string | null;
}

type Entries = ReadonlyMap<string, ZipEntry>;

export async function scanPart(entry: ZipEntry, scanner: XmlScanner): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of entry.read()) scanner.push(decoder.decode(chunk, { stream: true }));
  scanner.push(decoder.decode());
  scanner.finish();
}

const ignore = () => {};

/** Null when the container is no workbook. */
export async function readWorkbook(entries: Entries): Promise<WorkbookParts | null> {
  const part = [...entries.keys()].find((name) => /^xl\/workbook\d*\.xml$/i.test(name));
  if (part === undefined) return null;
  const targets = await readRelations(entries, part);
  const found: { name: string; id: string }[] = [];
  let is1904 = false;
  const open = (name: string, attributes: string) => {
    if (name === "workbookPr") is1904 = /^(1|true)$/.test(attributeOf(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    const id = /:id=["']([^"']*)/.exec(attributes)?.[1] ?? "";
    found.push({ name: attributeOf(attributes, "name") ?? "", id });
  };
  await scanPart(entries.get(part)!, new XmlScanner({ open, close: ignore, text: ignore }));
  const sheets = found.flatMap(({ name, id }) => {
    const target = targets.get(id);
    return target?.type.endsWith("/worksheet") ? [{ name, part: target.part }] : [];
  });
  const partOf = (type: string) => [...targets.values()].find((target) => target.type.endsWith(type))?.part ?? null;
  return { sheets, is1904, stringsPart: partOf("/sharedStrings"), stylesPart: partOf("/styles") };
}

async function readRelations(entries: Entries, part: string): Promise<Map<string, { type: string; part: string }>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations = entries.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const targets = new Map<string, { type: string; part: string }>();
  if (!relations) return targets;
  const open = (name: string, attributes: string) => {
    if (name !== "Relationship") return;
    const target = attributeOf(attributes, "Target") ?? "";
    const resolved = target.startsWith("/") ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, "").replace(/\.\//g, "");
    targets.set(attributeOf(attributes, "Id") ?? "", { type: attributeOf(attributes, "Type") ?? "", part: resolved });
  };
  await scanPart(relations, new XmlScanner({ open, close: ignore, text: ignore }));
  return targets;
}

/** Rich text is joined, phonetic guides (`rPh`) are left out. */
export async function readSharedStrings(entry: ZipEntry | undefined): Promise<TextPool> {
  const strings = new TextPool();
  if (!entry) return strings;
  let value = "";
  let isText = false;
  let isGuide = false;
  const open = (name: string) => {
    if (name === "si") value = "";
    else if (name === "t") isText = !isGuide;
    else if (name === "rPh") isGuide = true;
  };
  const close = (name: string) => {
    if (name === "si") strings.add(decodeEscapes(value));
    else if (name === "t") isText = false;
    else if (name === "rPh") isGuide = false;
  };
  const text = (piece: string) => {
    if (isText) value += piece;
  };
  await scanPart(entry, new XmlScanner({ open, close, text }));
  return strings;
}

/** ECMA-376 part 1, 22.9.2.19: characters that XML cannot hold stand as _xHHHH_. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export type DateStyle = "date" | "time" | null;

// ECMA-376 part 1, 18.8.30: formats that are built in. 27–36 and 50–58 are the dates of East Asian languages.
const builtInDates: ReadonlySet<number> = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInTimes: ReadonlySet<number> = new Set([18, 19, 20, 21, 22, 32, 33, 45, 46, 47, 55, 56]);

/** For each cell style whether it shows a date, and whether that has hours. */
export async function readDateStyles(entry: ZipEntry | undefined): Promise<DateStyle[]> {
  const styles: DateStyle[] = [];
  if (!entry) return styles;
  const formats = new Map<number, string>();
  let isCellStyles = false;
  const open = (name: string, attributes: string) => {
    if (name === "numFmt") formats.set(Number(attributeOf(attributes, "numFmtId")), attributeOf(attributes, "formatCode") ?? "");
    else if (name === "cellXfs") isCellStyles = true;
    else if (name === "xf" && isCellStyles) styles.push(dateStyle(Number(attributeOf(attributes, "numFmtId") ?? 0), formats));
  };
  const close = (name: string) => {
    if (name === "cellXfs") isCellStyles = false;
  };
  await scanPart(entry, new XmlScanner({ open, close, text: ignore }));
  return styles;
}

function dateStyle(format: number, formats: ReadonlyMap<number, string>): DateStyle {
  const code = formats.get(format);
  if (code === undefined) return builtInTimes.has(format) ? "time" : builtInDates.has(format) ? "date" : null;
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, "");
  if (!isDateFormat(code) && !/[yd年月日]/i.test(bare)) return null;
  return /[hs时]/i.test(bare) ? "time" : "date";
}
