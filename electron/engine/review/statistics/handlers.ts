// Handlers of statistics: questions go to the child that holds the cases.
import type { CasePage } from "../../../../shared/review/statistics/listCases.ts";
import type { CasesQuestion } from "../../../../shared/review/statistics/question.ts";
import type { Tabulated } from "../../../../shared/review/statistics/tableShape.ts";
import type { Trend } from "../../../../shared/review/statistics/trend.ts";
import { inWords } from "../../../../shared/review/statistics/words.ts";
import type { StatisticsCasePage, statisticsCalls } from "../../../../shared/review/statisticsCalls.ts";
import { createSentences } from "../../../words.ts";
import type { Handlers, JobContext } from "../../handler.ts";
import { citationReader } from "../../link/citedRows.ts";
import { isMaskedSession } from "../printMark.ts";
import { askCounted } from "./askCounted.ts";
import { exportStatistics } from "./exportStatistics.ts";
import { shownCase } from "./shownCase.ts";
import { shownTable } from "./shownTable.ts";

async function listCases(question: CasesQuestion, job: JobContext): Promise<StatisticsCasePage> {
  const { page, total, next } = await askCounted<CasePage>("listCountedCases", question, job);
  const cite = citationReader(job.db);
  return { items: page.map((one) => shownCase(one, question.basis, cite, isMaskedSession(job))), total, next };
}

export const statisticsHandlers: Handlers<typeof statisticsCalls> = {
  "statistics.table": async ({ language, ...question }, job) =>
    shownTable(inWords(await askCounted<Tabulated>("tabulateCases", question, job), createSentences(language)), job),
  "statistics.trend": (question, job) => askCounted<Trend>("trendCases", question, job),
  "statistics.cases": listCases,
  "statistics.export": exportStatistics,
};
