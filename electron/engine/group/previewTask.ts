// What-if in a child that keeps the prepared cases: series without some identifiers.
import { previewWithout, type WithoutEffect } from "../../../shared/group/previewWithout.ts";
import type { Cut } from "../../../shared/link/withoutLinks.ts";
import type { Task } from "../jobs/task.ts";
import { prepareForNow, type StandingTaskInput } from "../link/linkTask.ts";

export interface PreviewTaskInput extends StandingTaskInput {
  /** Cases of each series. */
  readonly series: readonly (readonly string[])[];
  readonly without: readonly string[];
  readonly cuts: readonly Cut[];
}

export const previewTask: Task<PreviewTaskInput, WithoutEffect[]> = async (input, context) => {
  const prepared = prepareForNow(input, context);
  return input.series.map((cases) => previewWithout(prepared, cases, input.without, input.cuts));
};
