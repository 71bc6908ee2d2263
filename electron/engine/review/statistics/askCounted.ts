// Puts a question to the child that holds the counted cases.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Selection } from "../../../../shared/review/statistics/question.ts";
import type { JobContext } from "../../handler.ts";
import type { TaskName } from "../../jobs/tasks.ts";
import { readLinkState } from "../../store/sqlite/tables/linkState.ts";

/** Questions about the same cases go to the same child. */
const keep = "statistics";

function requireOrder({ from, to }: Selection): void {
  if (from !== null && to !== null && from > to)
    throw new CaseweaveError("bad-request", { problems: [{ field: "to", problem: "form", expected: `≥ ${from}` }] });
}

export async function askCounted<Result>(name: TaskName, question: Selection, job: JobContext): Promise<Result> {
  requireOrder(question);
  const { path, key } = job.workspace;
  const input = { path, key, state: readLinkState(job.db), question };
  return await job.jobs.run<Result>(name, input, { signal: job.signal, report: job.report, keep });
}
