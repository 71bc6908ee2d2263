// An analyst's own SELECT over the documented views: in a child, on a read-only connection, so that a slow one can be ended.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { QueryResult } from "../../../shared/workspace/queryResult.ts";
import type { Task } from "../jobs/task.ts";
import { queryReadOnly } from "../store/sqlite/queryReadOnly.ts";

export interface QueryInput {
  readonly path: string;
  readonly key: string | null;
  readonly sql: string;
}

const views = new Set([
  "v_entity",
  "v_attribute",
  "v_link",
  "v_link_attribute",
  "v_event",
  "v_transfer",
  "v_call",
  "v_stay",
  "v_capture",
  "v_login",
  "v_case",
  "v_source",
  "json_each",
]);

/** Only SELECT or WITH, only the documented views and names that the statement itself defines. */
export function checkQuery(sql: string): void {
  const bare = sql.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  if (!/^\s*(select|with)\b/i.test(bare)) throw new CaseweaveError("query-refused", { reason: "SELECT" });
  const own = new Set(
    [...bare.matchAll(/\b(\w+)\s*(?:\([^()]*\)\s*)?as\s*(?:not\s+materialized\s*|materialized\s*)?\(/gi)].map((match) =>
      match[1]!.toLowerCase(),
    ),
  );
  for (const match of bare.matchAll(/\b(?:from|join)\s+(["'`[]?\w+)/gi)) {
    const name = match[1]!.toLowerCase().replace(/^["`[]/, "");
    if (!views.has(name) && !own.has(name))
      throw new CaseweaveError("query-refused", { reasonKey: "reason.sql.view", name, views: [...views].join(", ") });
  }
}

export const queryTask: Task<QueryInput, QueryResult> = async ({ path, key, sql }) => {
  checkQuery(sql);
  return queryReadOnly(path, key, sql);
};
