// A picture as PDF: on one sheet from A4 to A0, or on many with overlap, cut marks and the place of each sheet.
import { type PaperChoice, planSheets, type SheetPlan } from "../../../../shared/chart/paper.ts";
import { drawSvg, lettersOf } from "./drawSvg.ts";
import { closePdf, openPdf } from "./openPdf.ts";
import { createPdfPen, fontNames } from "./pdfPen.ts";
import { readSvg, type SvgElement } from "./readSvg.ts";

export interface PdfOptions extends PaperChoice {
  readonly title: string;
  /** At the foot of every sheet. */
  readonly footer: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

const grey = "#5D6778";
const footSize = 8;
const markLength = 12;

/** Corners of the part that is glued under the next sheet. */
function drawCutMarks(doc: PDFKit.PDFDocument, { margin, width, height }: SheetPlan, bottom: number): void {
  doc.lineWidth(0.4).undash().strokeOpacity(1).strokeColor(grey);
  for (const x of [margin, width - margin])
    for (const y of [margin, bottom]) {
      const [outX, outY] = [x === margin ? -markLength : markLength, y === margin ? -markLength : markLength];
      doc
        .moveTo(x, y)
        .lineTo(x + outX, y)
        .stroke();
      if (y + outY > 0 && y + outY < height)
        doc
          .moveTo(x, y)
          .lineTo(x, y + outY)
          .stroke();
    }
}

function drawFoot(doc: PDFKit.PDFDocument, plan: SheetPlan, footer: string, place: string): void {
  const y = plan.height - plan.margin;
  doc.font(fontNames.plain).fontSize(footSize).fillOpacity(1).fillColor(grey);
  doc.text(footer, plan.margin, y, { lineBreak: false, baseline: "alphabetic" });
  if (place !== "") doc.text(place, plan.width - plan.margin - doc.widthOfString(place), y, { lineBreak: false, baseline: "alphabetic" });
}

/** One sheet: what of the picture falls onto it, clipped to its margins. */
function drawSheet(doc: PDFKit.PDFDocument, root: SvgElement, plan: SheetPlan, column: number, row: number): void {
  const { margin, width, height, stepX, stepY, scale, left, top } = plan;
  const bottom = height - margin - footSize * 1.8;
  doc
    .save()
    .rect(margin, margin, width - 2 * margin, bottom - margin)
    .clip();
  doc.translate(margin + left - column * stepX, margin + top - row * stepY).scale(scale);
  drawSvg(root, createPdfPen(doc));
  doc.restore();
  if (plan.columns * plan.rows > 1) drawCutMarks(doc, plan, bottom);
}

export async function writePdf(svg: string, options: PdfOptions): Promise<Uint8Array> {
  const root = readSvg(svg);
  const size = { width: Number(root.attributes.width), height: Number(root.attributes.height) };
  const plan = planSheets(size.width, size.height, options);
  const { plain, bold } = lettersOf(root);
  const doc = await openPdf({ ...options, plain: `${plain}${options.footer}0123456789-/ `, bold });
  for (let row = 0; row < plan.rows; row++)
    for (let column = 0; column < plan.columns; column++) {
      doc.addPage({ size: [plan.width, plan.height], margin: 0 });
      drawSheet(doc, root, plan, column, row);
      const isMany = plan.rows * plan.columns > 1;
      drawFoot(doc, plan, options.footer, isMany ? `${row + 1}-${column + 1} / ${plan.rows}-${plan.columns}` : "");
    }
  return await closePdf(doc);
}
