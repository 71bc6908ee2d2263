// An analyst's statement has so many seconds: a product of two large views would otherwise run until somebody ends it.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { QueryResult } from "../../../shared/workspace/queryResult.ts";
import type { JobContext } from "../handler.ts";
import type { QueryInput } from "./queryTask.ts";

interface AskedQuery {
  readonly sql: string;
  readonly seconds: number;
}

/** Ends with the child that runs it: cancelled by who asked, or after `seconds` with `query-slow`. */
export async function queryViews(
  { jobs, workspace: { path, key }, signal }: JobContext,
  { sql, seconds }: AskedQuery,
): Promise<QueryResult> {
  const input: QueryInput = { path, key, sql };
  const late = AbortSignal.timeout(seconds * 1000);
  try {
    return await jobs.run<QueryResult>("queryViews", input, { signal: AbortSignal.any([signal, late]) });
  } catch (error) {
    if (late.aborted && !signal.aborted) throw new CaseweaveError("query-slow", { seconds });
    throw error;
  }
}
