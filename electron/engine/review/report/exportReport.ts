// A report as a file: what was gathered and composed, checked for rows, and written in a child.
import type { z } from "zod";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { ExportedFile, exportCalls } from "../../../../shared/review/exportCalls.ts";
import type { Block, Paper } from "../../../../shared/review/paper/paper.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import { type ReportDraft, reportDraftSchema } from "../../../../shared/review/reportDraft.ts";
import { subjectMark } from "../../../../shared/review/reportKinds.ts";
import type { Language } from "../../../../shared/words.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { keepHead, printedHead, readBriefHead } from "../brief/briefHead.ts";
import { listCitedSources } from "../citedSources.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import { readEdits } from "../writeExport/docx/readEdits.ts";
import { appendixBlocks, statementsOf } from "./appendix.ts";
import { writeBundle } from "./bundle.ts";
import { printedBlocks } from "./composed.ts";
import { gatherReport } from "./gatherReport.ts";
import { requireReport } from "./readDraft.ts";
import type { ReportTaskInput } from "./reportTask.ts";

export type ReportQuestion = z.infer<(typeof exportCalls)["review.writeReport"]["params"]>;

/** No statement without its rows leaves: what cannot be cited is a defect of the report, not of the reader. */
export function requireCited(blocks: readonly Block[]): void {
  const bare = statementsOf(blocks).filter(({ citations }) => citations.length === 0);
  if (bare.length > 0) throw new CaseweaveError("report-uncited", { count: bare.length, first: bare[0]!.text });
}

const nameOfOne = (subject: string, { show }: JobContext): string => {
  const kind = subject.slice(0, subject.indexOf(":"));
  const name = subject.slice(kind.length + 1);
  if (kind === "period") return name.replace("..", " – ");
  return kind === "series" || kind === "case" || kind === "ring" ? name : show.label(kind, name);
};

/** A report on several is named by the first and their number. */
function subjectName(subject: string, job: JobContext, say: Say): string {
  const [first = "", ...others] = subject.split(subjectMark);
  return others.length === 0
    ? nameOfOne(first, job)
    : say("report.head.several", { first: nameOfOne(first, job), count: others.length + 1 });
}

/** The report that was composed, else a fresh one on the subject. */
const draftOf = ({ report, kind, subject, policy }: ReportQuestion, { db }: JobContext): ReportDraft =>
  report === null ? reportDraftSchema.parse({ version: 1, kind, subject, policy }) : requireReport(db, report).draft;

/** A briefing is on days, not on somebody. */
const isPeriod = ({ subject }: ReportDraft): boolean => subject.startsWith("period:");

/** How a draft is written. */
export type DraftQuestion = Pick<ReportQuestion, "format" | "language" | "previous" | "template">;

/** The head of a briefing, which signs by name; other reports are signed by hand. */
function headOf(draft: ReportDraft, language: Language, job: JobContext) {
  const say = createSentences(language);
  if (!isPeriod(draft)) return { words: [say("export.sign.by"), say("export.sign.checked"), say("export.sign.approved")] };
  const kept = readBriefHead(draft, language, job);
  const head = printedHead(kept, language, job);
  const words = [
    ...(head.drafted === "" ? [say("brief.head.draftedBy", { name: "" })] : []),
    ...(head.approved === "" ? [say("brief.head.approvedBy", { name: "" })] : []),
  ];
  return { kept, head, words };
}

async function writePaper(draft: ReportDraft, { language, previous }: DraftQuestion, job: JobContext) {
  const say = createSentences(language);
  const earlier = previous === null ? {} : readEdits(Buffer.from(previous, "base64"));
  const { title, sections } = await gatherReport({ draft, language }, earlier, job);
  const blocks = printedBlocks(sections);
  requireCited(blocks);
  const cited = statementsOf(blocks).flatMap(({ citations }) => citations);
  const sources = listCitedSources(job.db, cited, job.show);
  const facts = [
    say(isPeriod(draft) ? "report.head.period" : "report.head.subject", { subject: subjectName(draft.subject, job, say) }),
    say("report.head.cited", { count: sources.length }),
  ];
  const { kept, head, words } = headOf(draft, language, job);
  const paper: Paper = {
    title,
    ...(head && { head }),
    isLandscape: false,
    footer: printMark(job, say),
    blocks: [{ kind: "facts", lines: facts }, ...blocks, { kind: "signatures", words }, ...appendixBlocks(blocks, sources, say)],
  };
  // The title of a briefing tells its period.
  const name = isPeriod(draft) ? title : `${title} ${subjectName(draft.subject, job, say)}`;
  return { paper, statements: statementsOf(blocks), sources, name, keep: () => (kept ? keepHead(draft, kept, language, job) : null) };
}

export const exportReport = (question: ReportQuestion, job: JobContext): Promise<ExportedFile> =>
  exportDraft(draftOf(question, job), question, job);

export async function exportDraft(draft: ReportDraft, question: DraftQuestion, job: JobContext): Promise<ExportedFile> {
  const { paper, statements, sources, name, keep } = await writePaper(draft, question, job);
  const { format, language, template } = question;
  const write = (one: ReportTaskInput["format"]) => {
    const input: ReportTaskInput = { paper, format: one, language, at: job.clock(), template };
    return job.jobs.run<Uint8Array>("writeReport", input, { signal: job.signal, report: job.report });
  };
  const isMasked = isMaskedSession(job);
  const bundle = async () => {
    const documents = { "report.docx": await write("docx"), "report.pdf": await write("pdf") };
    return writeBundle({ title: name, documents, statements, sources, isMasked, job });
  };
  const bytes = format === "zip" ? await bundle() : await write(format);
  await keep();
  return exportedFile(name, format, bytes, statements.length, isMasked);
}
