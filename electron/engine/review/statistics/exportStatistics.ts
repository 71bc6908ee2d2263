// A table of statistics as a file: a workbook with what stands out and the cases behind it, a text table, or a picture.
import type { z } from "zod";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { ExportedFile } from "../../../../shared/review/exportCalls.ts";
import { maskResult } from "../../../../shared/review/maskResult.ts";
import { citationText } from "../../../../shared/review/paper/citation.ts";
import { clockText, groupDigits } from "../../../../shared/review/paper/plainText.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { Table } from "../../../../shared/review/paper/table.ts";
import { writeCsv } from "../../../../shared/review/paper/writeCsv.ts";
import { drawMap } from "../../../../shared/review/statistics/drawMap.ts";
import { drawTable } from "../../../../shared/review/statistics/drawTable.ts";
import type { CasePage } from "../../../../shared/review/statistics/listCases.ts";
import { placeMap } from "../../../../shared/review/statistics/placeMap.ts";
import { crossedRates, outTable, printedTable } from "../../../../shared/review/statistics/printedTable.ts";
import type { TableQuestion } from "../../../../shared/review/statistics/question.ts";
import { rateLines } from "../../../../shared/review/statistics/rateColumns.ts";
import type { Tabulated } from "../../../../shared/review/statistics/tableShape.ts";
import { aboutLines, dimensionWord, inWords } from "../../../../shared/review/statistics/words.ts";
import type { StatisticsCase, StatisticsFormat, statisticsCalls } from "../../../../shared/review/statisticsCalls.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { citationReader } from "../../link/citedRows.ts";
import { readBaseMap } from "../../trace/baseMap.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import { writeXlsx } from "../writeExport/writeXlsx.ts";
import { askCounted } from "./askCounted.ts";
import { shownCase } from "./shownCase.ts";
import { shownPoints } from "./shownTable.ts";

type Question = z.infer<(typeof statisticsCalls)["statistics.export"]["params"]>;

interface Given {
  readonly table: Tabulated;
  readonly question: Question;
  readonly title: string;
  readonly footer: string;
  readonly say: Say;
}

/** All cases of the table, masked as the session is. */
async function readCases({ basis, from, to, where }: Question, job: JobContext): Promise<readonly StatisticsCase[]> {
  const question = { basis, from, to, where, after: null, limit: Number.MAX_SAFE_INTEGER };
  const { page } = await askCounted<CasePage>("listCountedCases", question, job);
  const cite = citationReader(job.db);
  const cases = page.map((one) => shownCase(one, basis, cite, isMaskedSession(job)));
  return isMaskedSession(job) ? (maskResult(cases, job.show) as StatisticsCase[]) : cases;
}

const caseTable = (cases: readonly StatisticsCase[], say: Say): Table => ({
  columns: [
    { heading: say("statistics.cases.number"), width: 13 },
    { heading: say("statistics.dimension.category"), width: 9 },
    { heading: say("statistics.cases.at"), width: 9 },
    { heading: say("statistics.measure.loss"), width: 7, align: "right" },
    { heading: say("statistics.dimension.place"), width: 6 },
    { heading: say("statistics.cases.address"), width: 18 },
    { heading: say("statistics.dimension.unit"), width: 14 },
    { heading: say("statistics.cases.rows"), width: 10 },
  ],
  rows: cases.map((one) => [
    one.case,
    one.type,
    clockText(one.at),
    one.loss === null ? "" : groupDigits(one.loss),
    one.district,
    one.address,
    one.unit,
    citationText(one.rows, say),
  ]),
});

/** The table, or the map of its places on the base map of the workspace. */
function drawnOf({ table, question: { look, figure }, title, footer, say }: Given, job: JobContext): string {
  if (look === "table") return drawTable(table, footer, say);
  if (figure === "rate" && table.population === null) throw new CaseweaveError("population-missing");
  const base = readBaseMap(job.db);
  const points = shownPoints(table, isMaskedSession(job));
  const map = placeMap(inWords({ ...table, points }, say), base?.geojson ?? null, figure);
  if (map.areas.length + map.circles.length === 0) throw new CaseweaveError("map-empty");
  const approval = base === null ? say("trace.map.noBase") : `${base.title} · ${base.approval}`;
  return drawMap({ map, table, figure, approval, footer }, title, say);
}

type Writer = (given: Given, job: JobContext) => Promise<Uint8Array>;

const writers: Readonly<Record<StatisticsFormat, Writer>> = {
  xlsx: async ({ table, question, title, footer, say }, job) => {
    const about = [title, ...aboutLines(table, say)];
    const out = outTable(table, say);
    const rates = crossedRates(table, say);
    const ratesTitle = say("statistics.column.yearly");
    const [outTitle, casesTitle] = [say("statistics.out.title"), say("statistics.cases.title")];
    return writeXlsx([
      { name: say("statistics.title"), heading: about, table: printedTable(table, say), footer },
      ...(rates === null ? [] : [{ name: ratesTitle, heading: [ratesTitle, ...rateLines(table, say)], table: rates, footer }]),
      ...(out.rows.length === 0 ? [] : [{ name: outTitle, heading: [outTitle], table: out, footer }]),
      { name: casesTitle, heading: [casesTitle], table: caseTable(await readCases(question, job), say), footer },
    ]);
  },
  csv: async ({ table, say }) => new TextEncoder().encode(writeCsv(printedTable(table, say))),
  svg: async (given, job) => new TextEncoder().encode(drawnOf(given, job)),
  png: async (given, job) =>
    await job.jobs.run<Uint8Array>(
      "drawPicture",
      { svg: drawnOf(given, job), scale: given.question.scale },
      { signal: job.signal, report: job.report },
    ),
};

export async function exportStatistics(question: Question, job: JobContext): Promise<ExportedFile> {
  const { from, to, basis, where, measure, format, language } = question;
  const by: TableQuestion["by"] = question.look === "map" ? ["place"] : question.by;
  const asked: TableQuestion = { from, to, basis, where, by, measure };
  const told = await askCounted<Tabulated>("tabulateCases", asked, job);
  const say = createSentences(language);
  const title = say("statistics.picture.title", { by: told.by.map((name) => dimensionWord(name, say)).join(" × ") });
  const bytes = await writers[format]({ table: told, question, title, footer: printMark(job, say), say }, job);
  return exportedFile(title, format, bytes, told.total.count, isMaskedSession(job));
}
