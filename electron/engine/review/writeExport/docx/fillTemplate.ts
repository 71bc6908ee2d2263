// A report in a DOCX of the unit's own: placeholders are filled, its styles, head and foot stay. Names are checked before anything is written.
import { strFromU8, unzipSync } from "fflate";
import { escapeXml } from "../../../../../shared/chart/xmlText.ts";
import { CaseweaveError } from "../../../../../shared/errors.ts";
import type { CitedRow } from "../../../../../shared/review/paper/citation.ts";
import type { Block, Paper } from "../../../../../shared/review/paper/paper.ts";
import { zipPackage } from "../zipPackage.ts";
import { blockXml, type Gathered, paragraph, run } from "./bodyXml.ts";
import { stylesXml } from "./documentParts.ts";
import { addNotes, addRelations, addTypes, highestNote, type Parts, readPart } from "./templateParts.ts";

/** Names inside `{{…}}` that stand in a line of text, those of the head empty where a report has none. Blocks stand alone in a paragraph: facts, summary, body, signatures, appendix, `section:1` and so on. */
const words = ["title", "footer", "unit", "issue", "date", "drafted", "approved", "notice"] as const;

type Pieces = Readonly<Record<string, readonly Block[]>>;

const isSection = (block: Block): boolean => block.kind === "heading" && block.level === 1;

/** The blocks of a paper by the placeholder that they fill. */
function piecesOf({ blocks: all }: Paper): Pieces {
  const signed = all.findIndex(({ kind }) => kind === "signatures");
  const head = all[0]?.kind === "facts" ? 1 : 0;
  const body = all.slice(head, signed);
  const sections: Block[][] = [];
  for (const block of body) {
    if (isSection(block)) sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  const numbered = sections.map((section, i) => [`section:${i + 1}`, section] as const);
  // The appendix begins on a page of its own already.
  return {
    facts: all.slice(0, head),
    // What stands before the first section.
    summary: body.slice(0, Math.max(0, body.findIndex(isSection))),
    body,
    signatures: all.slice(signed, signed + 1),
    appendix: all.slice(signed + 1),
    ...Object.fromEntries(numbered),
  };
}

const paragraphs = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g;
const placeholder = /\{\{\s*([^{}\s]+)\s*\}\}/g;
const texts = /(<w:t(?: [^>]*)?>)([^<]*)(<\/w:t>)/g;

const textOf = (xml: string): string => [...xml.matchAll(texts)].map(([, , text]) => text!).join("");

/** Names of the placeholders of a document, as often as they stand there; Word may cut one into several runs. */
const namesIn = (document: string): readonly string[] =>
  [...document.matchAll(paragraphs)].flatMap(([xml]) => [...textOf(xml).matchAll(placeholder)].map(([, name]) => name!));

function requireNames(document: string, pieces: Pieces): void {
  const names = namesIn(document);
  const known = [...words, ...Object.keys(pieces)];
  const unknown = [...new Set(names.filter((name) => !known.includes(name)))];
  if (unknown.length > 0) throw new CaseweaveError("template-placeholder", { names: unknown.join(", "), known: known.join(", ") });
  if (!names.some((name) => name === "body" || name.startsWith("section:")))
    throw new CaseweaveError("template-empty", { known: known.join(", ") });
}

const wordsOf = ({ title, footer, head }: Paper): Readonly<Record<string, string>> => {
  const { people: _, ...fields } = head ?? { people: [] };
  return { ...fields, title, footer };
};

/** The whole text in the first run, so that a placeholder cut by Word is one again. */
function withWords(xml: string, values: Readonly<Record<string, string>>): string {
  const filled = textOf(xml).replace(placeholder, (_whole, name: string) => escapeXml(values[name] ?? ""));
  let isFirst = true;
  return xml.replace(texts, (_whole, open: string, _text: string, close: string) => {
    const text = isFirst ? filled : "";
    isFirst = false;
    return `${open.replace(/>$/, open.includes("xml:space") ? ">" : ' xml:space="preserve">')}${text}${close}`;
  });
}

/** Our style ids → those of the template where it has a style of the same name; and the styles that it lacks. */
function styleMap(styles: string): { readonly ids: ReadonlyMap<string, string>; readonly missing: string } {
  const read = (xml: string) =>
    [...xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[\s\S]*?<\/w:style>/g)].map(([whole, id]) => ({
      whole,
      id: id!,
      name: (/<w:name w:val="([^"]+)"/.exec(whole)?.[1] ?? "").toLowerCase(),
    }));
  const theirs = new Map(read(styles).map(({ name, id }) => [name, id]));
  const ours = read(stylesXml());
  const ids = new Map(ours.map(({ id, name }) => [id, theirs.get(name) ?? id]));
  const missing = ours.filter(({ name }) => !theirs.has(name)).map(({ whole }) => whole.replace(' w:default="1"', ""));
  return { ids, missing: missing.join("") };
}

/** Width between the margins of its last section, twentieths of a point. */
function widthOf(document: string): number {
  const size = Number(/<w:pgSz [^>]*w:w="(\d+)"/.exec(document)?.[1] ?? 11_906);
  const side = (name: string) => Number(new RegExp(`<w:pgMar [^>]*w:${name}="(\\d+)"`).exec(document)?.[1] ?? 1360);
  return size - side("left") - side("right");
}

export function fillTemplate(template: Uint8Array, paper: Paper, noteOf: (rows: readonly CitedRow[]) => string): Uint8Array {
  let parts: Parts;
  try {
    parts = unzipSync(template);
  } catch (error) {
    throw new CaseweaveError("template-unreadable", {}, { cause: error });
  }
  if (parts["word/document.xml"] === undefined) throw new CaseweaveError("template-unreadable");
  const document = strFromU8(parts["word/document.xml"]);
  const pieces = piecesOf(paper);
  requireNames(document, pieces);
  const first = highestNote(parts) + 1;
  const gathered: Gathered = { notes: Array.from({ length: first - 1 }, () => ""), figures: [] };
  const { ids, missing } = styleMap(readPart(parts, "word/styles.xml"));
  const options = { noteOf, width: widthOf(document) };
  const restyle = (xml: string) =>
    xml.replace(/(<w:[pr]Style w:val=")([^"]+)"/g, (_whole, head: string, id: string) => `${head}${ids.get(id) ?? id}"`);
  const xmlOf = (some: readonly Block[]) =>
    restyle(some.map((block) => blockXml(block, gathered, options)).join("") || paragraph("Body", run("")));
  const filled = document.replace(paragraphs, (xml) => {
    const text = textOf(xml).trim();
    const [, name] = /^\{\{\s*([^{}\s]+)\s*\}\}$/.exec(text) ?? [];
    if (name !== undefined && name in pieces) return xmlOf(pieces[name]!);
    return text.includes("{{") ? withWords(xml, wordsOf(paper)) : xml;
  });
  return zipPackage({
    ...parts,
    ...addNotes(parts, gathered.notes, first, restyle),
    ...addRelations(parts, gathered.figures),
    ...addTypes(parts),
    "word/styles.xml": readPart(parts, "word/styles.xml").replace("</w:styles>", `${missing}</w:styles>`),
    "word/document.xml": withNamespaces(filled),
  });
}

const needed = {
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
} as const;

function withNamespaces(document: string): string {
  return document.replace(/<w:document[^>]*>/, (head) => {
    const lacking = Object.entries(needed).filter(([name]) => !head.includes(`xmlns:${name}=`));
    return head.replace(/>$/, `${lacking.map(([name, address]) => ` xmlns:${name}="${address}"`).join("")}>`);
  });
}
