// Counts in a child: reads the cases once for a state of the workspace and keeps them for the next question.
import type { CountedCase } from "../../../../shared/review/statistics/countedCase.ts";
import { type CasePage, pageOfCases } from "../../../../shared/review/statistics/listCases.ts";
import { withPoints } from "../../../../shared/review/statistics/placePoints.ts";
import type { PopulationRecord } from "../../../../shared/review/statistics/population.ts";
import type { CasesQuestion, TableQuestion, TrendQuestion } from "../../../../shared/review/statistics/question.ts";
import { withRates } from "../../../../shared/review/statistics/rates.ts";
import type { Tabulated } from "../../../../shared/review/statistics/tableShape.ts";
import { tabulate } from "../../../../shared/review/statistics/tabulate.ts";
import { readTrend, type Trend } from "../../../../shared/review/statistics/trend.ts";
import type { Task } from "../../jobs/task.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { listPopulations } from "../../store/sqlite/tables/population.ts";
import { loadCounted } from "./loadCounted.ts";

export interface CountTaskInput<Question> {
  readonly path: string;
  readonly key: string | null;
  /** What cases and identities were when asked: the same text finds the cases of the task before. */
  readonly state: string;
  readonly question: Question;
}

interface Counted {
  readonly cases: readonly CountedCase[];
  readonly populations: readonly PopulationRecord[];
}

let warm: (Counted & { readonly state: string }) | null = null;

export function countedOnce({ path, key, state }: CountTaskInput<unknown>): Counted {
  const whole = `${path} ${state}`;
  if (warm?.state !== whole) {
    const connection = openWorkspaceFile(path, { readOnly: true, key });
    try {
      warm = { state: whole, cases: loadCounted(connection), populations: listPopulations(connection) };
    } finally {
      connection.close();
    }
  }
  return warm;
}

export const tabulateTask: Task<CountTaskInput<TableQuestion>, Tabulated> = async (input) => {
  const { cases, populations } = countedOnce(input);
  return withPoints(withRates(tabulate(cases, input.question), populations), cases, input.question);
};

export const trendTask: Task<CountTaskInput<TrendQuestion>, Trend> = async (input) => readTrend(countedOnce(input).cases, input.question);

export const countedCasesTask: Task<CountTaskInput<CasesQuestion>, CasePage> = async (input) =>
  pageOfCases(countedOnce(input).cases, input.question);
