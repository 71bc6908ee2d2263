// The place that a register row means: by its address, and by the code of a standard address where the row states one.
import { statedCodeAttribute } from "../address/levels.ts";
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { placeKey } from "./places.ts";

/** -1 where the row states neither. `isRepeated` codes of one place are told once. */
export function compileStandardPlace(plan: RowPlan, addressTarget: string, codeTarget: string) {
  const [address, code] = [plan.text(addressTarget), plan.text(codeTarget)];
  return (cells: Cells, row: number, sink: FactSink): number => {
    const [words, stated] = [address(cells), code(cells)];
    const key = placeKey(words) || stated;
    if (key === "") return -1;
    const place = sink.entity("place", key, words || stated, row);
    sink.repeatedAttribute(place, statedCodeAttribute, stated, row);
    return place;
  };
}

/** From and until of living, working or owning at a place; milliseconds since 1970, null where the row states none. */
export function compilePeriod(plan: RowPlan, fromTarget: string, untilTarget: string) {
  const [from, until] = [plan.time(fromTarget), plan.time(untilTarget)];
  return (cells: Cells): { readonly at: number | null; readonly until: number | null } => ({
    at: from.read(cells) === "ok" ? from.reader.at : null,
    until: until.read(cells) === "ok" ? until.reader.at : null,
  });
}
