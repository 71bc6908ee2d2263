// A mapping that stands in a file: read, checked, and what is wrong said in words with the field it stands in.
import { basename } from "node:path";
import type { z } from "zod";
import { CaseweaveError } from "../../shared/errors.ts";
import { problemsOf } from "../../shared/problems.ts";
import { readGivenFile } from "./givenFile.ts";

/** Throws `file-missing`, `file-unreadable`, or `mapping-invalid` with the problems or with what is no JSON. */
export function readMappingFile<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const file = basename(path);
  const text = readGivenFile(path);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new CaseweaveError("mapping-invalid", { file, reason: (error as Error).message });
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new CaseweaveError("mapping-invalid", { file, problems: problemsOf(parsed.error.issues, given) });
}
