// Doubts of a sheet that nobody has answered yet: trying another mapping does not answer them.
import type { Doubt, SheetPreview } from "../../shared/import/calls.ts";
import { targetsOf } from "../../shared/import/mapping.ts";
import { reusedCode } from "../../shared/import/reusedNumber.ts";

export const doubtKeyOf = (doubt: Doubt): string =>
  `${doubt.code}|${doubt.column}${doubt.code === reusedCode ? `|${doubt.values.number}` : ""}`;

/** About one sheet and what stands in the workspace: another sheet is asked anew. */
export const isOfSheetAlone = ({ code }: Doubt): boolean => code === reusedCode;

const isMoot = ({ code, values }: Doubt, mapped: ReadonlySet<string>): boolean => {
  if (code === reusedCode) return true;
  if (code.startsWith("direction")) return ["direction", "debit", "credit"].some((target) => mapped.has(target));
  if (code !== "target-missing") return false;
  return String(values.target)
    .split(" / ")
    .some((target) => mapped.has(target));
};

/** A mapping that was tried is read as given: what was asked before and not answered is still asked. */
export function withOpenDoubts(fresh: SheetPreview, before: SheetPreview): SheetPreview {
  const told = new Set(fresh.doubts.map(doubtKeyOf));
  const mapped = new Set(Object.values(fresh.mapping.columns).flatMap(targetsOf));
  const open = before.doubts.filter((doubt) => doubt.blocking && !told.has(doubtKeyOf(doubt)) && !isMoot(doubt, mapped));
  if (open.length === 0) return fresh;
  return { ...fresh, doubts: [...open, ...fresh.doubts], sure: before.sure, confidence: before.confidence };
}
