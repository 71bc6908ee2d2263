// What every list says of an account: name, bank, when the money came and by which transfers, with their rows.

import { fenOf } from "../../model/money.ts";
import type { TracedAccount } from "../moneyDocument.ts";
import type { ListContext, ListLine, ListReason } from "./listLine.ts";

const minute = 60_000;
const mostTransfers = 5;

interface Measure {
  readonly amount: string;
  readonly reason: ListReason;
  readonly deadline?: number | null;
  readonly round?: number | null;
  readonly case?: string | null;
}

export function describeAccount(context: ListContext, { entity }: Pick<TracedAccount, "entity">, measure: Measure): Omit<ListLine, "rank"> {
  const { money, asOf, timeOf } = context;
  const { account, name, bank } = context.accountOf(entity);
  const incoming = money.flows
    .filter(({ to }) => to === entity)
    .sort((a, b) => fenOf(b.traced)! - fenOf(a.traced)! || a.transfer - b.transfer);
  const last = incoming.reduce<string | null>((latest, { at }) => (at !== null && (latest === null || at > latest) ? at : latest), null);
  const details = incoming.slice(0, mostTransfers).map(({ transfer }) => context.transferOf(transfer));
  return {
    entity,
    account,
    name,
    bank,
    amount: measure.amount,
    currency: money.currency,
    at: last,
    minutes: last === null ? null : Math.max(0, Math.round((asOf - Date.parse(last)) / minute)),
    references: [...new Set(details.map(({ reference }) => reference))].filter((reference) => reference !== ""),
    deadline: measure.deadline == null ? null : timeOf(measure.deadline),
    round: measure.round ?? null,
    reason: measure.reason,
    case: measure.case ?? null,
    sources: details.flatMap(({ sources }) => sources),
  };
}

/** The largest amount first, then the latest arrival, then the account. */
export function compareLines(a: Omit<ListLine, "rank">, b: Omit<ListLine, "rank">): number {
  return (
    fenOf(b.amount)! - fenOf(a.amount)! ||
    ((a.at ?? "") < (b.at ?? "") ? 1 : (a.at ?? "") > (b.at ?? "") ? -1 : 0) ||
    (a.entity < b.entity ? -1 : 1)
  );
}
