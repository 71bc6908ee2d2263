// Sheets of one template: the same headings in the same order. What a person decided about one of them holds for the others.
import type { SheetPreview } from "./calls.ts";
import type { Mapping } from "./mapping.ts";

type Sheet = Pick<SheetPreview, "headings" | "mapping" | "headerRow">;

export function isAlike(a: Sheet, b: Sheet): boolean {
  return (
    a.headings.length === b.headings.length &&
    a.headings.some((heading) => heading !== "") &&
    a.headings.every((heading, i) => heading === b.headings[i])
  );
}

const isOwners = (target: string) => target.startsWith("own.");

/** The mapping of one sheet laid on another of its kind: where the heading stands and whose statement it is stay the other's own. */
export function carryMapping(from: Mapping, to: Sheet): Mapping {
  const { sheet, encoding, delimiter, year, caseNumbers } = to.mapping.format ?? {};
  const { sheet: _sheet, encoding: _encoding, delimiter: _delimiter, year: fromYear, caseNumbers: _numbers, ...format } = from.format ?? {};
  const constants = Object.fromEntries([
    ...Object.entries(from.constants ?? {}).filter(([target]) => !isOwners(target)),
    ...Object.entries(to.mapping.constants ?? {}).filter(([target]) => isOwners(target)),
  ]);
  const { constants: _constants, ...rest } = from;
  return {
    ...rest,
    format: {
      ...format,
      headerRow: to.headerRow,
      ...(sheet !== undefined && { sheet }),
      ...(caseNumbers && { caseNumbers }),
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter }),
      ...((year ?? fromYear) !== undefined && { year: year ?? fromYear }),
    },
    ...(Object.keys(constants).length > 0 && { constants }),
  };
}
