// Which period a statement covers, per account or number: from its first to its last row, or what its banner says.
import { TimeReader } from "../cells/timeReader.ts";
import type { FactSink } from "../factSink.ts";
import type { CoverageFact } from "../facts.ts";
import type { RowPlan } from "../rowPlan.ts";

export interface CoverageTally {
  add(key: string, at: number, precision: number): void;
  write(sink: FactSink): void;
}

const day = 86_400_000;
const dayPrecision = 2;

export function coverageOf(plan: RowPlan, entityKind: string, kind: CoverageFact["kind"]): CoverageTally {
  const periods = new Map<string, { from: number; until: number }>();
  const stated = statedPeriod(plan);
  return {
    add(key, at, precision) {
      const until = precision === dayPrecision ? at + day - 1 : at;
      const known = periods.get(key);
      if (known === undefined) periods.set(key, { from: at, until });
      else {
        if (at < known.from) known.from = at;
        if (until > known.until) known.until = until;
      }
    },
    write(sink) {
      const isAlone = periods.size === 1;
      for (const [key, seen] of periods) {
        const { from, until } =
          isAlone && stated !== null ? { from: Math.min(stated.from, seen.from), until: Math.max(stated.until, seen.until) } : seen;
        sink.coverage.push({ entity: sink.entity(entityKind, key, "", 1), from, until, kind });
      }
    },
  };
}

/** The period that the lines above the heading state. */
function statedPeriod(plan: RowPlan): { from: number; until: number } | null {
  const { banner } = plan.context;
  const [start, end] = [banner.get("period.from"), banner.get("period.until")];
  if (start === undefined || end === undefined) return null;
  const reader = new TimeReader({ utcOffset: plan.utcOffset });
  if (!reader.read(start)) return null;
  const from = reader.at;
  if (!reader.read(end)) return null;
  return { from, until: reader.precision === dayPrecision ? reader.at + day - 1 : reader.at };
}
