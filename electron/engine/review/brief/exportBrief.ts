// A briefing as a file: documents as all reports are written, slides by the writer of storyboards.
import type { z } from "zod";
import type { briefCalls } from "../../../../shared/review/briefCalls.ts";
import type { ExportedFile } from "../../../../shared/review/exportCalls.ts";
import type { ReportDraft } from "../../../../shared/review/reportDraft.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import { statementsOf } from "../report/appendix.ts";
import { printedBlocks } from "../report/composed.ts";
import { exportDraft, requireCited } from "../report/exportReport.ts";
import { gatherReport } from "../report/gatherReport.ts";
import type { DeckTaskInput } from "../storyboard/deckTask.ts";
import { briefSlides } from "./briefDeck.ts";
import { draftOf, periodOf } from "./briefDraft.ts";
import { keepHead, printedHead, readBriefHead } from "./briefHead.ts";

type Question = z.infer<(typeof briefCalls)["brief.export"]["params"]>;

async function writeSlides(draft: ReportDraft, { language, isDark }: Question, job: JobContext): Promise<ExportedFile> {
  const say = createSentences(language);
  const { title, sections } = await gatherReport({ draft, language }, {}, job);
  const blocks = printedBlocks(sections);
  requireCited(blocks);
  const kept = readBriefHead(draft, language, job);
  const slides = briefSlides({ title, blocks, head: printedHead(kept, language, job), isMasked: isMaskedSession(job) }, say);
  const input: DeckTaskInput = { deck: { title, isDark, footer: printMark(job, say), slides, at: job.clock() }, format: "pptx" };
  const bytes = await job.jobs.run<Uint8Array>("writeDeck", input, { signal: job.signal, report: job.report });
  await keepHead(draft, kept, language, job);
  return exportedFile(title, "pptx", bytes, statementsOf(blocks).length, isMaskedSession(job));
}

export async function exportBrief(question: Question, job: JobContext): Promise<ExportedFile> {
  const { format, language, previous, template, from, to } = question;
  const { draft } = draftOf(job.db, periodOf({ from, to }));
  if (format === "pptx") return await writeSlides(draft, question, job);
  return await exportDraft(draft, { format, language, previous, template }, job);
}
