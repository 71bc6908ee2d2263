// Runs one statement of the user's on a connection that cannot write.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { QueryResult } from "../../../../shared/workspace/queryResult.ts";
import { openWorkspaceFile } from "./open.ts";
import { translateStoreError } from "./storeErrors.ts";

export function queryReadOnly(path: string, key: string | null, text: string): QueryResult {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const rows = connection.all<Record<string, string | number | null>>({ text, values: [] });
    return { columns: Object.keys(rows[0] ?? {}), rows };
  } catch (error) {
    const known = translateStoreError(error, path, key !== null);
    if (known instanceof CaseweaveError) throw known;
    throw new CaseweaveError("query-refused", { reason: (error as Error).message }, { cause: error });
  } finally {
    connection.close();
  }
}
