// The body of a DOCX: every block of a paper as WordprocessingML; notes and pictures are gathered on the way.
import { escapeXml } from "../../../../../shared/chart/xmlText.ts";
import type { CitedRow } from "../../../../../shared/review/paper/citation.ts";
import type { Block, Figure, Sentence } from "../../../../../shared/review/paper/paper.ts";
import type { Table } from "../../../../../shared/review/paper/table.ts";

/** What the body refers to in other parts. */
export interface Gathered {
  /** Texts of the footnotes, the first has id 1. */
  readonly notes: string[];
  readonly figures: Figure[];
}

export interface BodyOptions {
  readonly noteOf: (rows: readonly CitedRow[]) => string;
  /** Width between the margins, twentieths of a point. */
  readonly width: number;
}

/** Text in a run; line ends become breaks. */
export const run = (text: string, properties = ""): string => {
  const parts = text.split("\n").map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${parts.join("<w:br/>")}</w:r>`;
};

export const paragraph = (style: string, inside: string, more = ""): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inside}</w:p>`;

const noteMark = (id: number): string =>
  `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;

function cite(rows: readonly CitedRow[], gathered: Gathered, { noteOf }: BodyOptions): string {
  if (rows.length === 0) return "";
  const text = noteOf(rows);
  gathered.notes.push(text);
  return noteMark(gathered.notes.length);
}

const sentenceXml = ({ text, citations }: Sentence, gathered: Gathered, options: BodyOptions): string =>
  run(text) + cite(citations, gathered, options);

const alignOf = { left: "left", right: "right", centre: "center" } as const;

function tableXml(
  { columns, rows }: Table,
  citations: readonly (readonly CitedRow[])[] | undefined,
  gathered: Gathered,
  options: BodyOptions,
): string {
  const units = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((options.width * width) / units));
  const cell = (at: number, inside: string, shade = "") =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${shade}<w:vAlign w:val="center"/></w:tcPr>${inside}</w:tc>`;
  const head = columns.map(({ heading }, at) =>
    cell(at, paragraph("Cell", run(heading, "<w:b/>"), '<w:jc w:val="center"/>'), '<w:shd w:val="clear" w:color="auto" w:fill="EFF2F6"/>'),
  );
  const body = rows.map((cells, i) => {
    const inside = columns.map(({ align = "left" }, at) => {
      const mark = at === columns.length - 1 ? cite(citations?.[i] ?? [], gathered, options) : "";
      return cell(at, paragraph("Cell", run(cells[at] ?? "") + mark, `<w:jc w:val="${alignOf[align]}"/>`));
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${inside.join("")}</w:tr>`;
  });
  const edge = (name: string) => `<w:${name} w:val="single" w:sz="4" w:color="9AA5B5"/>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${options.width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join("")}</w:tr>${body.join("")}</w:tbl>${paragraph("Cell", "")}`;
}

const emu = 12_700; // to a point

/** A picture in the line: the SVG for readers that draw it, the pixels for others (Office 2016 svgBlip). */
function figureXml(figure: Figure, caption: string, gathered: Gathered): string {
  gathered.figures.push(figure);
  const id = gathered.figures.length;
  const size = `cx="${Math.round(figure.width * emu)}" cy="${Math.round(figure.height * emu)}"`;
  const name = escapeXml(caption);
  const vector = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdSvg${id}"/></a:ext></a:extLst>`;
  const drawing = `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${id}" name="${name}" descr="${name}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPng${id}">${vector}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  return paragraph("Caption", `<w:r>${drawing}</w:r>`) + paragraph("Caption", run(caption));
}

/** A content control: what stands in it is read back when the document is written anew over its file. */
function editableXml(id: string, prompt: string, text: string): string {
  const isEmpty = text.trim() === "";
  const lines = isEmpty ? [prompt] : text.split("\n");
  const grey = isEmpty ? '<w:color w:val="8A94A6"/>' : "";
  const inside = lines.map((line) => paragraph("Body", run(line, grey))).join("");
  return `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(prompt)}"/><w:tag w:val="edit:${escapeXml(id)}"/>${isEmpty ? "<w:showingPlcHdr/>" : ""}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
}

const signatureXml = (words: readonly string[]): string =>
  paragraph("Facts", words.map((name) => run(`${name}________________`)).join(run("　　")), '<w:spacing w:before="480"/>');

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

const blockWriters: { readonly [Kind in Block["kind"]]: (block: BlockOf<Kind>, gathered: Gathered, options: BodyOptions) => string } = {
  heading: ({ level, text }) => paragraph(`Heading${level}`, run(text)),
  facts: ({ lines }) => lines.map((line) => paragraph("Facts", run(line))).join(""),
  paragraph: ({ sentences }, gathered, options) =>
    paragraph("Body", sentences.map((sentence) => sentenceXml(sentence, gathered, options)).join("")),
  points: ({ items }, gathered, options) =>
    items.map((item, i) => paragraph("Point", run(`${i + 1}. `) + sentenceXml(item, gathered, options))).join(""),
  table: ({ table, citations }, gathered, options) => tableXml(table, citations, gathered, options),
  figure: ({ figure, caption }, gathered) => figureXml(figure, caption, gathered),
  editable: ({ id, prompt, text }) => editableXml(id, prompt, text),
  signatures: ({ words }) => signatureXml(words),
  pageBreak: () => '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
};

export function blockXml<Kind extends Block["kind"]>(block: BlockOf<Kind>, gathered: Gathered, options: BodyOptions): string {
  return blockWriters[block.kind](block, gathered, options);
}
