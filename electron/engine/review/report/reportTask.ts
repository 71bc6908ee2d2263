// Writes a report in a child: draws its figures, then its pages.

import type { ReportFormat } from "../../../../shared/review/exportCalls.ts";
import { noteText } from "../../../../shared/review/paper/citation.ts";
import type { Block, Paper } from "../../../../shared/review/paper/paper.ts";
import type { Language } from "../../../../shared/words.ts";
import { createSentences } from "../../../words.ts";
import type { Task } from "../../jobs/task.ts";
import { readSvg } from "../picture/readSvg.ts";
import { writePicture } from "../picture/writePicture.ts";
import { fillTemplate } from "../writeExport/docx/fillTemplate.ts";
import { writeDocx } from "../writeExport/docx/writeDocx.ts";
import { writePaperPdf } from "../writeExport/pdf/writePaperPdf.ts";

export interface ReportTaskInput {
  /** Its figures have no pixels yet. */
  readonly paper: Paper;
  readonly format: ReportFormat;
  readonly language: Language;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** A DOCX to fill, base64; null: our own. */
  readonly template: string | null;
}

/** Room for a figure on an upright page, points. */
const room = { width: 455, height: 600 } as const;
/** Dots for readers that cannot draw vectors: 200 to the inch of the printed figure. */
const dotsPerPoint = 200 / 72;

async function drawFigure(block: Block): Promise<Block> {
  if (block.kind !== "figure") return block;
  const { svg } = block.figure;
  const { attributes } = readSvg(svg);
  const [width, height] = [Number(attributes.width), Number(attributes.height)];
  const scale = Math.min(room.width / width, room.height / height);
  const png = await writePicture(svg, scale * dotsPerPoint);
  return { ...block, figure: { svg, png, width: width * scale, height: height * scale } };
}

export const reportTask: Task<ReportTaskInput, Uint8Array> = async ({ paper, format, language, at, template }) => {
  const say = createSentences(language);
  const blocks = await Promise.all(paper.blocks.map(drawFigure));
  const drawn = { ...paper, blocks };
  const noteOf = (rows: Parameters<typeof noteText>[0]) => noteText(rows, say);
  if (format === "docx" && template !== null) return fillTemplate(Buffer.from(template, "base64"), drawn, noteOf);
  return format === "docx" ? writeDocx(drawn, noteOf) : await writePaperPdf(drawn, { noteOf, notesTitle: say("report.notes.title"), at });
};
