// Writes the slides of a storyboard in a child.

import type { Deck } from "../../../../shared/review/stage/deck.ts";
import { wall } from "../../../../shared/review/stage/stageLook.ts";
import { writeSlideSvg } from "../../../../shared/review/stage/writeSlideSvg.ts";
import type { StoryboardFormat } from "../../../../shared/review/storyboardCalls.ts";
import type { Task } from "../../jobs/task.ts";
import { drawSvg, lettersOf } from "../picture/drawSvg.ts";
import { closePdf, openPdf } from "../picture/openPdf.ts";
import { createPdfPen } from "../picture/pdfPen.ts";
import { readSvg } from "../picture/readSvg.ts";
import { writePptx } from "../writeExport/pptx/writePptx.ts";

export interface DeckTaskInput {
  readonly deck: Deck;
  readonly format: StoryboardFormat;
}

/** Points in a px of the wall: a slide is 13.3 inches wide. */
const points = 0.5;

async function writeDeckPdf(deck: Deck): Promise<Uint8Array> {
  const pages = deck.slides.map((slide) => readSvg(writeSlideSvg(slide, deck)));
  const letters = pages.map(lettersOf);
  const join = (weight: "plain" | "bold") => letters.map((one) => one[weight]).join("");
  const doc = await openPdf({ title: deck.title, at: deck.at, plain: join("plain"), bold: join("bold") });
  for (const page of pages) {
    doc.addPage({ size: [wall.width * points, wall.height * points], margin: 0 });
    doc.scale(points);
    drawSvg(page, createPdfPen(doc));
  }
  return await closePdf(doc);
}

const writers: Readonly<Record<StoryboardFormat, (deck: Deck) => Uint8Array | Promise<Uint8Array>>> = {
  pptx: writePptx,
  pdf: writeDeckPdf,
};

export const deckTask: Task<DeckTaskInput, Uint8Array> = async ({ deck, format }) => await writers[format](deck);
