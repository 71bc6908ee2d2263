// A paper as PDF pages: the same blocks as in the document, notes at the end, figures as vectors.
import type { CitedRow } from "../../../../../shared/review/paper/citation.ts";
import type { Block, Figure, Paper, Sentence } from "../../../../../shared/review/paper/paper.ts";
import type { Table } from "../../../../../shared/review/paper/table.ts";
import { drawSvg, lettersOf } from "../../picture/drawSvg.ts";
import { closePdf, openPdf } from "../../picture/openPdf.ts";
import { createPdfPen, fontNames } from "../../picture/pdfPen.ts";
import { readSvg } from "../../picture/readSvg.ts";

type Doc = PDFKit.PDFDocument;

export interface PaperPdfOptions {
  readonly noteOf: (rows: readonly CitedRow[]) => string;
  /** Heading over the notes. */
  readonly notesTitle: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

interface Page {
  readonly doc: Doc;
  readonly notes: string[];
  readonly noteOf: PaperPdfOptions["noteOf"];
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly margin: number;
}

const size = { title: 20, one: 14, two: 12, body: 11, small: 9.5, form: 9.5, cell: 8, mark: 6.5, foot: 8 } as const;
const colours = { text: "#18202E", quiet: "#5D6778", line: "#9AA5B5", shade: "#EFF2F6" } as const;
const a4 = { short: 595.28, long: 841.89 } as const;
/** A wide page is for a wide table. */
const marginOf = ({ isLandscape }: Pick<Paper, "isLandscape">): number => (isLandscape ? 36 : 56);

function room(page: Page, height: number): void {
  if (page.doc.y + height > page.bottom) page.doc.addPage();
}

function write(page: Page, text: string, points: number, options: PDFKit.Mixins.TextOptions & { readonly bold?: boolean } = {}): void {
  const { bold, ...rest } = options;
  page.doc
    .font(bold ? fontNames.bold : fontNames.plain)
    .fontSize(points)
    .fillColor(colours.text);
  page.doc.text(text, page.left, page.doc.y, { width: page.width, lineGap: points * 0.35, ...rest });
}

function note(page: Page, rows: readonly CitedRow[]): string {
  if (rows.length === 0) return "";
  page.notes.push(page.noteOf(rows));
  return `[${page.notes.length}]`;
}

/** Sentences of one paragraph, each with the number of its note in small. */
function writeSentences(page: Page, sentences: readonly Sentence[], before = ""): void {
  const { doc } = page;
  room(page, size.body * 3);
  const lineGap = size.body * 0.45;
  doc.x = page.left;
  sentences.forEach(({ text, citations }, i) => {
    const mark = note(page, citations);
    const isLast = i === sentences.length - 1;
    doc.font(fontNames.plain).fontSize(size.body).fillColor(colours.text);
    const options = { width: page.width, lineGap, continued: mark !== "" || !isLast };
    if (i === 0) doc.text(before + text, page.left, doc.y, options);
    else doc.text(text, options);
    if (mark !== "") doc.fontSize(size.mark).fillColor(colours.quiet).text(mark, { continued: !isLast });
  });
  doc.moveDown(0.35);
}

const alignOf = { left: "left", right: "right", centre: "center" } as const;
const pad = 3;

interface TableForm {
  readonly table: Table;
  readonly widths: readonly number[];
  /** Of its letters. */
  readonly points: number;
}

function writeRow(page: Page, cells: readonly string[], form: TableForm, isHead: boolean): void {
  const { table, widths, points } = form;
  const { doc } = page;
  doc.font(isHead ? fontNames.bold : fontNames.plain).fontSize(points);
  const heights = cells.map((text, at) => doc.heightOfString(text || " ", { width: widths[at]! - 2 * pad }));
  const height = Math.min(page.bottom - page.margin - 20, Math.max(...heights) + 2 * pad);
  if (doc.y + height > page.bottom) {
    doc.addPage();
    if (!isHead)
      writeRow(
        page,
        table.columns.map(({ heading }) => heading),
        form,
        true,
      );
    doc.font(isHead ? fontNames.bold : fontNames.plain).fontSize(points);
  }
  const top = doc.y;
  let x = page.left;
  cells.forEach((text, at) => {
    const width = widths[at]!;
    doc.lineWidth(0.5).undash().strokeOpacity(1).fillOpacity(1);
    doc.rect(x, top, width, height);
    if (isHead) doc.fillAndStroke(colours.shade, colours.line);
    else doc.stroke(colours.line);
    const align = isHead ? "center" : alignOf[table.columns[at]?.align ?? "left"];
    doc.fillColor(colours.text).text(text, x + pad, top + pad, { width: width - 2 * pad, height: height - pad, align });
    x += width;
  });
  doc.x = page.left;
  doc.y = top + height;
}

function writeTable(page: Page, { table, citations = [], isForm = false }: BlockOf<"table">): void {
  const units = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => (page.width * width) / units);
  const form: TableForm = { table, widths, points: isForm ? size.form : size.cell };
  writeRow(
    page,
    table.columns.map(({ heading }) => heading),
    form,
    true,
  );
  table.rows.forEach((cells, i) => {
    const mark = note(page, citations[i] ?? []);
    const marked = mark === "" ? cells : cells.map((text, at) => (at === cells.length - 1 ? `${text} ${mark}` : text));
    writeRow(page, marked, form, false);
  });
  page.doc.moveDown(0.6);
}

function writeFigure(page: Page, { svg, width, height }: Figure, caption: string): void {
  const { doc } = page;
  const root = readSvg(svg);
  const scale = Math.min(page.width / Number(root.attributes.width), (page.bottom - page.margin - 40) / Number(root.attributes.height));
  const drawn = { width: Math.min(width, Number(root.attributes.width) * scale), height: Number(root.attributes.height) * scale };
  room(page, Math.min(height, drawn.height) + 30);
  const top = doc.y;
  doc
    .save()
    .translate(page.left + (page.width - drawn.width) / 2, top)
    .scale(scale);
  drawSvg(root, createPdfPen(doc));
  doc.restore();
  doc.fillOpacity(1).strokeOpacity(1);
  doc.y = top + drawn.height + 4;
  write(page, caption, size.small, { align: "center" });
  doc.moveDown(0.5);
}

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

const writers: { readonly [Kind in Block["kind"]]: (page: Page, block: BlockOf<Kind>) => void } = {
  heading: (page, { level, text }) => {
    room(page, 50);
    page.doc.moveDown(level === 1 ? 0.6 : 0.3);
    write(page, text, level === 1 ? size.one : size.two, { bold: true });
    page.doc.moveDown(0.2);
  },
  facts: (page, { lines }) => {
    for (const line of lines) write(page, line, size.small);
    page.doc.moveDown(0.3);
  },
  paragraph: (page, { sentences }) => writeSentences(page, sentences, "　　"),
  points: (page, { items }) => {
    for (const [i, item] of items.entries()) writeSentences(page, [item], `${i + 1}. `);
  },
  table: writeTable,
  figure: (page, { figure, caption }) => writeFigure(page, figure, caption),
  editable: (page, { prompt, text }) => {
    write(page, text.trim() === "" ? `（${prompt}）` : text, size.body);
    page.doc.moveDown(0.4);
  },
  signatures: (page, { words }) => {
    if (words.length === 0) return;
    room(page, 60);
    page.doc.moveDown(2);
    write(page, words.map((name) => `${name}____________`).join("　"), size.small);
  },
  pageBreak: ({ doc }) => void doc.addPage(),
};

const writeBlock = <Kind extends Block["kind"]>(page: Page, block: BlockOf<Kind>): void => writers[block.kind](page, block);

/** Everything that is written, so that the fonts hold every letter. */
function lettersIn(paper: Paper, { noteOf, notesTitle }: PaperPdfOptions): { readonly plain: string; readonly bold: string } {
  const figures = paper.blocks.flatMap((block) => (block.kind === "figure" ? [lettersOf(readSvg(block.figure.svg))] : []));
  const cited = paper.blocks.flatMap((block) => {
    if (block.kind === "paragraph") return block.sentences.map(({ citations }) => citations);
    if (block.kind === "points") return block.items.map(({ citations }) => citations);
    return block.kind === "table" ? (block.citations ?? []) : [];
  });
  const words = paper.blocks.map((block) => (block.kind === "figure" ? block.caption : JSON.stringify({ ...block, citations: null })));
  const all = [
    paper.title,
    JSON.stringify(paper.head ?? ""),
    paper.footer,
    notesTitle,
    ...words,
    ...cited.map(noteOf),
    "　（）[]0123456789/. _",
  ].join("");
  const letters = [...new Set(`${all}${figures.map(({ plain, bold }) => plain + bold).join("")}`)].join("");
  return { plain: letters, bold: letters };
}

function writeFooters(doc: Doc, { footer }: Paper, { left, width, margin }: Page): void {
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i);
    const y = doc.page.height - margin / 2;
    doc.page.margins.bottom = 0;
    doc.font(fontNames.plain).fontSize(size.foot).fillColor(colours.quiet).fillOpacity(1);
    doc.text(footer, left, y, { lineBreak: false });
    const place = `${i + 1} / ${count}`;
    doc.text(place, left + width - doc.widthOfString(place), y, { lineBreak: false });
  }
}

/** The title, with what a unit circulates about it: as in the document. */
function writeHead(page: Page, { title, head }: Paper): void {
  const { doc, left, width } = page;
  if (head !== undefined && head.notice !== "") write(page, head.notice, size.body, { bold: true });
  write(page, title, size.title, { bold: true, align: "center" });
  if (head !== undefined) {
    if (head.issue !== "") write(page, head.issue, size.two, { align: "center" });
    doc.moveDown(0.3);
    const top = doc.y;
    write(page, head.unit, size.body);
    const under = doc.y;
    doc.text(head.date, left, top, { width, align: "right" });
    doc
      .moveTo(left, under + 2)
      .lineTo(left + width, under + 2)
      .lineWidth(1)
      .stroke(colours.text);
    doc.y = under + 6;
    if (head.people.length > 0) write(page, head.people.join("　"), size.small);
  }
  doc.moveDown(0.5);
}

export async function writePaperPdf(paper: Paper, options: PaperPdfOptions): Promise<Uint8Array> {
  const doc = await openPdf({ title: paper.title, at: options.at, ...lettersIn(paper, options) });
  const [width, height] = paper.isLandscape ? [a4.long, a4.short] : [a4.short, a4.long];
  const margin = marginOf(paper);
  doc.options.size = [width, height];
  doc.options.margins = { top: margin, bottom: margin, left: margin, right: margin };
  doc.addPage();
  const box = { left: margin, width: width - 2 * margin, bottom: height - margin - 8, margin };
  const page: Page = { doc, notes: [], noteOf: options.noteOf, ...box };
  writeHead(page, paper);
  for (const block of paper.blocks) writeBlock(page, block);
  if (page.notes.length > 0) {
    writeBlock(page, { kind: "heading", level: 1, text: options.notesTitle });
    page.notes.forEach((text, i) => {
      room(page, 20);
      write(page, `[${i + 1}] ${text}`, size.cell);
    });
  }
  writeFooters(doc, paper, page);
  return await closePdf(doc);
}
