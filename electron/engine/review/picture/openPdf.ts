// A PDF document whose bytes depend on what is drawn alone: own fonts, no name of a machine, no time but the one that is given.
import PDFDocument from "pdfkit";
import { fontOf } from "./fonts.ts";
import { fontNames } from "./pdfPen.ts";

export interface PdfFacts {
  readonly title: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Letters that the pages write. */
  readonly plain: string;
  readonly bold: string;
}

export async function openPdf({ title, at, plain, bold }: PdfFacts): Promise<PDFKit.PDFDocument> {
  const [plainFont, boldFont] = await Promise.all([fontOf("plain", plain, "sfnt"), fontOf("bold", bold, "sfnt")]);
  const doc = new PDFDocument({
    autoFirstPage: false,
    compress: true,
    // None of the standard fonts: they have no Chinese and are not carried. A font given here would be opened again at every use of ours.
    font: null as unknown as string,
    info: { Title: title, Creator: "Caseweave", Producer: "Caseweave", CreationDate: new Date(at) },
    pdfVersion: "1.7",
    lang: "zh-CN",
    bufferPages: true,
  });
  doc.registerFont(fontNames.plain, plainFont);
  doc.registerFont(fontNames.bold, boldFont);
  return doc;
}

/** Ends the document and gathers its bytes. */
export async function closePdf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });
  doc.end();
  return await whole;
}
