// Compares two sets of cases in the child that keeps the prepared cases.
import { compareParts, type SeriesComparison } from "../../../shared/group/compareParts.ts";
import { caseIndex } from "../../../shared/link/scorePairs.ts";
import type { Task } from "../jobs/task.ts";
import { prepareForNow, type StandingTaskInput } from "../link/linkTask.ts";

export interface CompareTaskInput extends StandingTaskInput {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

export const compareTask: Task<CompareTaskInput, SeriesComparison> = async (input, context) => {
  const prepared = prepareForNow(input, context);
  const indices = (numbers: readonly string[]) => numbers.map((number) => caseIndex(prepared, number));
  return compareParts(prepared, indices(input.one), indices(input.other));
};
