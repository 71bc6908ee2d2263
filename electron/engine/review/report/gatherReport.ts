// Gathers a report: its statements with their rows, its figure, the unit's own words, section by section.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { maskResult } from "../../../../shared/review/maskResult.ts";
import type { Block } from "../../../../shared/review/paper/paper.ts";
import type { ReportDraft } from "../../../../shared/review/reportDraft.ts";
import { type ReportKind, subjectMark } from "../../../../shared/review/reportKinds.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import type { Language } from "../../../../shared/words.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { listMoment, moneyInput, optionsOf } from "../../trace/moneyInput.ts";
import { writeBriefReport } from "../brief/briefReport.ts";
import { chartSvg } from "../chartSvg.ts";
import { layOutSubject, maskContent } from "../exportChart.ts";
import { isMaskedSession } from "../printMark.ts";
import { writeCallsReport } from "./callsReport.ts";
import { createCiter } from "./citer.ts";
import { composeSections, type Section } from "./composed.ts";
import { writeMergeReport } from "./mergeReport.ts";
import { type MoneyFacts, writeMoneyReport } from "./moneyReport.ts";
import type { ReportContext, ReportParts } from "./reportContext.ts";
import { writeRingReport } from "./ringReport.ts";
import { writeRingRunReport } from "./ringRunReport.ts";

export interface Subject {
  readonly draft: ReportDraft;
  readonly language: Language;
}

/** The chart of the subject as a figure; its pixels are drawn in the child. */
async function figureOf(context: ReportContext, { draft: { subject }, language }: Subject): Promise<Block> {
  const { job, say } = context;
  const content = maskContent(await layOutSubject(job, subject), job);
  const { paper, scale, format } = { paper: { paper: "A4", sheet: "A4" }, scale: 1, format: "svg" } as const;
  const svg = chartSvg({
    ...content,
    identities: [],
    footer: "",
    at: job.clock(),
    isMasked: isMaskedSession(job),
    format,
    language,
    paper,
    scale,
  });
  const caption = say("report.figure.chart", { title: content.title });
  return { kind: "figure", figure: { svg, png: new Uint8Array(), width: 0, height: 0 }, caption };
}

const reportLists: readonly ListName[] = ["stop", "freeze", "request"];

async function readMoney({ job }: ReportContext, { draft: { subject, policy } }: Subject): Promise<MoneyFacts> {
  const asked = { from: subject.split(subjectMark), policy, since: null, until: null, currency: null, levels: 99 };
  const money = await job.jobs.run<MoneyDocument>("traceMoney", moneyInput(asked, job), optionsOf(job));
  const lists: Partial<Record<ListName, readonly ListLine[]>> = {};
  for (const list of reportLists) {
    const lines = await job.jobs.run<ListLine[]>(
      "listMoney",
      { ...moneyInput(asked, job), list, asOf: listMoment(null, job) },
      optionsOf(job),
    );
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

type ReportWriter = (context: ReportContext, question: Subject) => Promise<ReportParts>;

const writers: Readonly<Record<ReportKind, ReportWriter>> = {
  merge: async (context, question) => {
    const series = nameIn(question.draft.subject, "series");
    return writeMergeReport(context, series, await figureOf(context, question));
  },
  ring: async (context, question) => {
    const { subject } = question.draft;
    if (subject.startsWith("ring:")) return writeRingRunReport(context, nameIn(subject, "ring"), await figureOf(context, question));
    const series = nameIn(question.draft.subject, "series");
    return writeRingReport(context, series, await figureOf(context, question));
  },
  money: async (context, question) => writeMoneyReport(context, await readMoney(context, question), null),
  brief: (context, { draft: { subject } }) => writeBriefReport(context, subject),
  calls: async (context, question) => {
    nameIn(question.draft.subject, "phone");
    const { path, key } = context.job.workspace;
    const input = { path, key, phone: question.draft.subject, since: null, until: null };
    return writeCallsReport(context, await context.job.jobs.run<CallProfileDocument>("profileCalls", input, optionsOf(context.job)));
  },
};

export interface Composed {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** `earlier`: words out of a document that was written before; they go before what the draft keeps. */
export async function gatherReport(question: Subject, earlier: Readonly<Record<string, string>>, job: JobContext): Promise<Composed> {
  const { draft, language } = question;
  const say = createSentences(language);
  const kept = Object.fromEntries(Object.entries(draft.edits).map(([place, text]) => [place, job.show.text(text)]));
  const context: ReportContext = { job, say, citer: createCiter(job.db, job.show), edits: { ...kept, ...earlier } };
  const { title, blocks } = await writers[draft.kind](context, question);
  return { title, sections: composeSections(blocks, draft, job.show) };
}
