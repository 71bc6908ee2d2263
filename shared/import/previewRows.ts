// The first rows of a sheet before and after a mapping, with what becomes of each.
import { CaseweaveError } from "../errors.ts";
import type { CompiledMapping } from "./applyMapping.ts";
import type { Doubt, PreviewRow } from "./calls.ts";
import { outcomeText } from "./cells/outcomeText.ts";
import { FactSink } from "./factSink.ts";

/** Rows as they would be stored; where the mapping lacks something, only as they are. */
export function previewRows(compile: () => CompiledMapping, rows: readonly (readonly string[])[]): readonly PreviewRow[] {
  const compiled = compileOrNull(compile);
  if (compiled === null)
    return rows.map((before, i) => ({ row: i + 1, before, after: {}, verdict: "rejected", reason: "unreadable", blame: "" }));
  let current = 0;
  compiled.lookAhead((offset) => rows[current + offset]);
  return rows.map((before, i) => {
    current = i;
    const sink = new FactSink(1);
    const note = compiled.apply(before, i + 1, undefined, sink);
    return {
      row: i + 1,
      before,
      after: note === null ? outcomeText(compiled.plan, compiled.extend(before), sink) : {},
      verdict: note?.verdict ?? "stored",
      reason: note?.reason ?? null,
      blame: note?.column ?? "",
    };
  });
}

/** Doubts that only rows tell and that no column of the check does. */
const doubtsOfRows = new Set(["time-ahead", "case-two-incidents"]);

export function rowDoubts(compile: () => CompiledMapping, rows: readonly (readonly string[])[]): readonly Doubt[] {
  const compiled = compileOrNull(compile);
  if (compiled === null) return [];
  let current = 0;
  compiled.lookAhead((offset) => rows[current + offset]);
  for (const [i, cells] of rows.entries()) {
    current = i;
    compiled.apply(cells, i + 1, undefined, new FactSink(1));
  }
  return compiled.plan.doubts.list().filter(({ code }) => doubtsOfRows.has(code));
}

function compileOrNull(compile: () => CompiledMapping): CompiledMapping | null {
  try {
    return compile();
  } catch (error) {
    if (error instanceof CaseweaveError && error.code === "mapping-invalid") return null;
    throw error;
  }
}
