// Target → cleaned value of one row, as the preview shows it: events from what was made of the row, the rest from its cells.
import { decimalOf } from "../../model/money.ts";
import { isoDate, isoTime } from "../../model/time.ts";
import type { FactSink } from "../factSink.ts";
import { targetsOf } from "../mapping.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";

const dayPrecision = 2;
const paid = 1;
const received = 2;

export function outcomeText(plan: RowPlan, cells: Cells, sink: FactSink): Record<string, string> {
  const after: Record<string, string> = {};
  for (const target of [...Object.values(plan.mapping.columns).flatMap(targetsOf), ...Object.keys(plan.mapping.constants ?? {})]) {
    const text = plan.text(target)(cells);
    if (text !== "") after[target] = text;
  }
  for (const { name, value } of sink.attributes) if (after[name] !== undefined || isComposed(after, name)) after[name] = value;
  return withoutParts({ ...after, ...eventText(plan, sink) });
}

const isComposed = (after: Readonly<Record<string, string>>, name: string): boolean => after[`${name}.date`] !== undefined;

/** A day and a clock that were made one moment are shown as that moment. */
function withoutParts(after: Readonly<Record<string, string>>): Record<string, string> {
  const isPart = (target: string) => {
    const base = /^(.+)\.(?:date|time)$/.exec(target)?.[1];
    return base !== undefined && after[base] !== undefined;
  };
  return Object.fromEntries(Object.entries(after).filter(([target]) => !isPart(target)));
}

function eventText(plan: RowPlan, sink: FactSink): Record<string, string> {
  const { transfers } = sink;
  if (transfers.count === 0) return {};
  const at = transfers.at[0]!;
  const side = transfers.side[0];
  const key = (index: number) => (index < 0 ? "" : sink.entities[index]!.key.replace(/^#.*/, ""));
  const ends: Record<string, string> =
    side === paid
      ? { "own.account": key(transfers.from[0]!), "counterparty.account": key(transfers.to[0]!) }
      : side === received
        ? { "own.account": key(transfers.to[0]!), "counterparty.account": key(transfers.from[0]!) }
        : { "from.account": key(transfers.from[0]!), "to.account": key(transfers.to[0]!) };
  return {
    time: transfers.precision[0] === dayPrecision ? isoDate(at, plan.utcOffset) : isoTime(at, plan.utcOffset),
    amount: decimalOf(transfers.amountFen[0]!),
    currency: transfers.currency[0]!,
    ...(side !== 0 && { direction: transfers.state[0] === 4 ? "neutral" : side === paid ? "out" : "in" }),
    ...ends,
  };
}
