// A paper as DOCX: body, footnotes, footer with who and when, pictures as vectors.
import type { CitedRow } from "../../../../../shared/review/paper/citation.ts";
import type { Paper } from "../../../../../shared/review/paper/paper.ts";
import { zipPackage } from "../zipPackage.ts";
import { blockXml, type Gathered, paragraph, run } from "./bodyXml.ts";
import {
  contentTypes,
  declaration,
  footerXml,
  office,
  type Relation,
  relationsXml,
  settingsXml,
  stylesXml,
  word,
} from "./documentParts.ts";
import { headXml } from "./headXml.ts";

/** A4 in twentieths of a point. */
const short = 11_906;
const long = 16_838;

function sectionXml(isLandscape: boolean, margin: number): string {
  const size = isLandscape ? `w:w="${long}" w:h="${short}" w:orient="landscape"` : `w:w="${short}" w:h="${long}"`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz ${size}/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`;
}

function footnotesXml(notes: readonly string[]): string {
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const body = notes.map((text, i) => `<w:footnote w:id="${i + 1}">${paragraph("FootnoteText", `${mark}${run(` ${text}`)}`)}</w:footnote>`);
  const fixed =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';
  return `${declaration}<w:footnotes xmlns:w="${word}">${fixed}${body.join("")}</w:footnotes>`;
}

const fixedRelations: readonly Relation[] = [
  { id: "rIdStyles", type: "styles", target: "styles.xml" },
  { id: "rIdSettings", type: "settings", target: "settings.xml" },
  { id: "rIdNotes", type: "footnotes", target: "footnotes.xml" },
  { id: "rIdFooter", type: "footer", target: "footer1.xml" },
];

export function writeDocx(paper: Paper, noteOf: (rows: readonly CitedRow[]) => string): Uint8Array {
  const margin = paper.isLandscape ? 900 : 1360;
  const width = (paper.isLandscape ? long : short) - 2 * margin;
  const gathered: Gathered = { notes: [], figures: [] };
  const body = paper.blocks.map((block) => blockXml(block, gathered, { noteOf, width })).join("");
  const { figures, notes } = gathered;
  const pictures = figures.flatMap((_figure, i): Relation[] => [
    { id: `rIdPng${i + 1}`, type: "image", target: `media/figure${i + 1}.png` },
    { id: `rIdSvg${i + 1}`, type: "image", target: `media/figure${i + 1}.svg` },
  ]);
  const namespaces = `xmlns:w="${word}" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`;
  return zipPackage({
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relationsXml([{ id: "rId1", type: "officeDocument", target: "word/document.xml" }]),
    "word/document.xml": `${declaration}<w:document ${namespaces}><w:body>${headXml(paper, width)}${body}${sectionXml(paper.isLandscape, margin)}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationsXml([...fixedRelations, ...pictures]),
    "word/styles.xml": stylesXml(),
    "word/settings.xml": settingsXml(),
    "word/footnotes.xml": footnotesXml(notes),
    "word/footer1.xml": footerXml(paper.footer, width),
    ...Object.fromEntries(
      figures.flatMap(({ svg, png }, i) => [
        [`word/media/figure${i + 1}.png`, png],
        [`word/media/figure${i + 1}.svg`, svg],
      ]),
    ),
  });
}
