// A pen that draws on a page of a PDF: vectors stay vectors, letters stay letters.
import type { Paint, Pen, TextPaint } from "./drawSvg.ts";
import type { Weight } from "./fonts.ts";

type Doc = PDFKit.PDFDocument;

export const fontNames: Readonly<Record<Weight, string>> = { plain: "plain", bold: "bold" };

function strokeWith(doc: Doc, { width, dashes, cap, join }: Paint): void {
  doc.lineWidth(width).lineCap(cap).lineJoin(join);
  if (dashes.length === 2) doc.dash(dashes[0]!, { space: dashes[1]! });
  else doc.undash();
}

function drawPath(doc: Doc, outline: string, paint: Paint, opacity: number): void {
  doc.path(outline);
  doc.fillOpacity(opacity * paint.fillOpacity).strokeOpacity(opacity);
  if (paint.stroke !== null) strokeWith(doc, paint);
  if (paint.fill !== null && paint.stroke !== null) doc.fillAndStroke(paint.fill, paint.stroke);
  else if (paint.fill !== null) doc.fill(paint.fill);
  else if (paint.stroke !== null) doc.stroke(paint.stroke);
  else doc.addContent("n");
}

const shift = { start: 0, middle: 0.5, end: 1 } as const;

function drawText(doc: Doc, words: string, x: number, y: number, paint: TextPaint, opacity: number): void {
  doc.font(paint.isBold ? fontNames.bold : fontNames.plain).fontSize(paint.size);
  const left = x - shift[paint.anchor] * doc.widthOfString(words);
  const options = { lineBreak: false, baseline: "alphabetic" } as const;
  doc.fillOpacity(opacity).strokeOpacity(opacity);
  if (paint.halo !== null) {
    doc.undash().lineWidth(paint.halo.width).lineJoin("round").strokeColor(paint.halo.colour);
    doc.text(words, left, y, { ...options, stroke: true, fill: false });
  }
  doc.fillColor(paint.fill).text(words, left, y, { ...options, stroke: false, fill: true });
}

export function createPdfPen(doc: Doc): Pen {
  const opacities = [1];
  const opacity = () => opacities.at(-1)!;
  return {
    push: ({ x, y, scale }, faded) => {
      doc.save();
      if (x !== 0 || y !== 0) doc.translate(x, y);
      if (scale !== 1) doc.scale(scale);
      opacities.push(opacity() * faded);
    },
    pop: () => {
      doc.restore();
      opacities.pop();
    },
    path: (outline, paint) => drawPath(doc, outline, paint, opacity()),
    text: (words, x, y, paint) => {
      if (words !== "") drawText(doc, words, x, y, paint, opacity());
    },
  };
}
