// A list of a money trace as a file: traced in a child, masked as the session is, written in the format asked for.
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { ExportedFile, ListFormat } from "../../../shared/review/exportCalls.ts";
import { maskResult } from "../../../shared/review/maskResult.ts";
import { citationWithFile, noteText } from "../../../shared/review/paper/citation.ts";
import { type ListFacts, listPaper, listTitleKeys, sums } from "../../../shared/review/paper/listPaper.ts";
import { listTable } from "../../../shared/review/paper/listTable.ts";
import type { Paper } from "../../../shared/review/paper/paper.ts";
import { clockText } from "../../../shared/review/paper/plainText.ts";
import type { Say } from "../../../shared/review/paper/say.ts";
import { writeCsv } from "../../../shared/review/paper/writeCsv.ts";
import type { ListName } from "../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";
import { policyKeys } from "../../../shared/trace/policies/policyKeys.ts";
import type { Language } from "../../../shared/words.ts";
import { createSentences } from "../../words.ts";
import type { JobContext } from "../handler.ts";
import { readMeta } from "../store/sqlite/tables/meta.ts";
import { listMoment, type MoneyQuestion, moneyInput, optionsOf } from "../trace/moneyInput.ts";
import type { MoneyListInput } from "../trace/moneyTask.ts";
import { listCitedSources } from "./citedSources.ts";
import { unitKey } from "./exchange/unit.ts";
import { exportedFile } from "./exportedFile.ts";
import { listBook } from "./listBook.ts";
import { isMaskedSession, printMark } from "./printMark.ts";
import type { ReportTaskInput } from "./report/reportTask.ts";
import { writeDocx } from "./writeExport/docx/writeDocx.ts";
import { writeXlsx } from "./writeExport/writeXlsx.ts";

export type ListQuestion = MoneyQuestion & {
  readonly list: ListName;
  readonly asOf: string | null;
  readonly format: ListFormat;
  readonly language: Language;
};

/** Draws pages in a child. */
type DrawPages = (paper: Paper) => Promise<Uint8Array>;
type ListWriter = (lines: readonly ListLine[], facts: ListFacts, say: Say, draw: DrawPages) => Uint8Array | Promise<Uint8Array>;

const writers: Readonly<Record<ListFormat, ListWriter>> = {
  xlsx: (lines, facts, say) => writeXlsx(listBook(lines, facts, say)),
  docx: (lines, facts, say) => writeDocx(listPaper(lines, facts, say), (rows) => noteText(rows, say)),
  pdf: (lines, facts, say, draw) => draw(listPaper(lines, facts, say)),
  csv: (lines, facts, say) => new TextEncoder().encode(writeCsv(listTable(facts.list, lines, say, citationWithFile, "file"))),
};

const named = new Set(["series", "case", "transfer"]);

/** `S-12`, `A3301…`, or the masked name of an entity. */
function subjectText(refs: readonly string[], { show }: JobContext, say: Say): string {
  return refs
    .map((ref) => {
      const kind = ref.slice(0, ref.indexOf(":"));
      const name = ref.slice(kind.length + 1);
      if (named.has(kind)) return name;
      return show.label(kind, parseEntityRef(ref).key);
    })
    .join(say("report.cite.comma"));
}

export async function exportList(question: ListQuestion, context: JobContext): Promise<ExportedFile> {
  const { list, asOf, format, language, ...asked } = question;
  const say = createSentences(language);
  const moment = listMoment(asOf, context);
  const input: MoneyListInput = { ...moneyInput(asked, context), list, asOf: moment };
  const clear = await context.jobs.run<ListLine[]>("listMoney", input, optionsOf(context));
  const isMasked = isMaskedSession(context);
  const lines = isMasked ? (maskResult(clear, context.show) as ListLine[]) : clear;
  const secured = list === "stop" ? await context.jobs.run<ListLine[]>("listMoney", { ...input, list: "secured" }, optionsOf(context)) : [];
  const services = secured.filter(({ reason }) => reason === "service");
  const facts: ListFacts = {
    list,
    subject: subjectText(asked.from, context, say),
    policy: policyKeys[asked.policy],
    asOf: clockText(isoTime(moment)),
    unit: readMeta(context.db, unitKey) ?? "",
    secured: secured.length - services.length,
    service: { count: services.length, sum: services.length === 0 ? "" : sums(services) },
    footer: printMark(context, say),
    sources: listCitedSources(
      context.db,
      clear.flatMap(({ sources, claims }) => [...sources, ...claims.flatMap(({ way }) => way.flatMap((step) => step.sources))]),
      context.show,
    ),
  };
  const draw: DrawPages = (paper) => {
    const pages: ReportTaskInput = { paper, format: "pdf", language, at: context.clock(), template: null };
    return context.jobs.run<Uint8Array>("writeReport", pages, { signal: context.signal, report: context.report });
  };
  const title = [say(listTitleKeys[list]), facts.subject].join(" ");
  return exportedFile(title, format, await writers[format](lines, facts, say, draw), lines.length, isMasked);
}
