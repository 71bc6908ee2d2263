// A report as a file: its statements are gathered with their rows, its figure drawn, the unit's own words kept, and all of it written in a child.
import type { z } from "zod";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { ExportedFile, exportCalls, ReportKind } from "../../../../shared/review/exportCalls.ts";
import { maskResult } from "../../../../shared/review/maskResult.ts";
import type { Block, Paper } from "../../../../shared/review/paper/paper.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { moneyInput, optionsOf } from "../../trace/moneyInput.ts";
import { chartSvg } from "../chartSvg.ts";
import { listCitedSources } from "../citedSources.ts";
import { layOutSubject, maskContent } from "../exportChart.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import { readEdits } from "../writeExport/docx/readEdits.ts";
import { appendixBlocks, statementsOf } from "./appendix.ts";
import { writeBundle } from "./bundle.ts";
import { writeCallsReport } from "./callsReport.ts";
import { createCiter } from "./citer.ts";
import { writeMergeReport } from "./mergeReport.ts";
import { type MoneyFacts, writeMoneyReport } from "./moneyReport.ts";
import type { ReportContext, ReportParts } from "./reportContext.ts";
import type { ReportTaskInput } from "./reportTask.ts";
import { writeRingReport } from "./ringReport.ts";

export type ReportQuestion = z.infer<(typeof exportCalls)["review.writeReport"]["params"]>;

/** The chart of the subject as a figure; its pixels are drawn in the child. */
async function figureOf(context: ReportContext, { subject, language }: ReportQuestion): Promise<Block> {
  const { job, say } = context;
  const content = maskContent(await layOutSubject(job, subject), job);
  const { paper, scale, format } = { paper: { paper: "A4", sheet: "A4" }, scale: 1, format: "svg" } as const;
  const svg = chartSvg({ ...content, footer: "", at: job.clock(), isMasked: isMaskedSession(job), format, language, paper, scale });
  const caption = say("report.figure.chart", { title: content.title });
  return { kind: "figure", figure: { svg, png: new Uint8Array(), width: 0, height: 0 }, caption };
}

const reportLists: readonly ListName[] = ["stop", "freeze", "request"];

async function readMoney({ job }: ReportContext, { subject, policy }: ReportQuestion): Promise<MoneyFacts> {
  const asked = { from: [subject], policy, since: null, until: null, currency: null, levels: 99 };
  const money = await job.jobs.run<MoneyDocument>("traceMoney", moneyInput(asked, job), optionsOf(job));
  const lists: Partial<Record<ListName, readonly ListLine[]>> = {};
  for (const list of reportLists) {
    const lines = await job.jobs.run<ListLine[]>("listMoney", { ...moneyInput(asked, job), list, asOf: null }, optionsOf(job));
    lists[list] = isMaskedSession(job) ? (maskResult(lines, job.show) as ListLine[]) : lines;
  }
  return { money, lists };
}

/** Without `kind:` there is nothing to report on. */
function nameIn(subject: string, kind: string): string {
  if (!subject.startsWith(`${kind}:`))
    throw new CaseweaveError("bad-request", { problems: [{ field: "subject", problem: "form", expected: `${kind}:…` }] });
  return subject.slice(kind.length + 1);
}

type ReportWriter = (context: ReportContext, question: ReportQuestion) => Promise<ReportParts>;

const writers: Readonly<Record<ReportKind, ReportWriter>> = {
  merge: async (context, question) => {
    const series = nameIn(question.subject, "series");
    return writeMergeReport(context, series, await figureOf(context, question));
  },
  ring: async (context, question) => {
    const series = nameIn(question.subject, "series");
    return writeRingReport(context, series, await figureOf(context, question));
  },
  money: async (context, question) => writeMoneyReport(context, await readMoney(context, question), null),
  calls: async (context, question) => {
    nameIn(question.subject, "phone");
    const { path, key } = context.job.workspace;
    const input = { path, key, phone: question.subject, since: null, until: null };
    return writeCallsReport(context, await context.job.jobs.run<CallProfileDocument>("profileCalls", input, optionsOf(context.job)));
  },
};

/** No statement without its rows leaves: what cannot be cited is a defect of the report, not of the reader. */
function requireCited(blocks: readonly Block[]): void {
  const bare = statementsOf(blocks).filter(({ citations }) => citations.length === 0);
  if (bare.length > 0) throw new CaseweaveError("report-uncited", { count: bare.length, first: bare[0]!.text });
}

const subjectName = (subject: string, { show }: JobContext): string => {
  const kind = subject.slice(0, subject.indexOf(":"));
  const name = subject.slice(kind.length + 1);
  return kind === "series" || kind === "case" ? name : show.label(kind, name);
};

async function writePaper(question: ReportQuestion, job: JobContext) {
  const say = createSentences(question.language);
  const edits = question.previous === null ? {} : readEdits(Buffer.from(question.previous, "base64"));
  const context: ReportContext = { job, say, citer: createCiter(job.db, job.show), edits };
  const { title, blocks } = await writers[question.kind](context, question);
  requireCited(blocks);
  const cited = statementsOf(blocks).flatMap(({ citations }) => citations);
  const sources = listCitedSources(job.db, cited, job.show);
  const facts = [
    say("report.head.subject", { subject: subjectName(question.subject, job) }),
    say("report.head.cited", { count: sources.length }),
  ];
  const paper: Paper = {
    title,
    isLandscape: false,
    footer: printMark(job, say),
    blocks: [
      { kind: "facts", lines: facts },
      ...blocks,
      { kind: "signatures", words: [say("export.sign.by"), say("export.sign.checked"), say("export.sign.approved")] },
      ...appendixBlocks(blocks, sources, say),
    ],
  };
  return { paper, statements: statementsOf(blocks), sources };
}

export async function exportReport(question: ReportQuestion, job: JobContext): Promise<ExportedFile> {
  const { paper, statements, sources } = await writePaper(question, job);
  const { format, language } = question;
  const write = (one: ReportTaskInput["format"]) => {
    const input: ReportTaskInput = { paper, format: one, language, at: job.clock() };
    return job.jobs.run<Uint8Array>("writeReport", input, { signal: job.signal, report: job.report });
  };
  const title = `${paper.title} ${subjectName(question.subject, job)}`;
  const isMasked = isMaskedSession(job);
  if (format !== "zip") return exportedFile(title, format, await write(format), statements.length, isMasked);
  const documents = { "report.docx": await write("docx"), "report.pdf": await write("pdf") };
  const bundle = writeBundle({ title, documents, statements, sources, isMasked, job });
  return exportedFile(title, "zip", bundle, statements.length, isMasked);
}
