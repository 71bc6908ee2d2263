// What every list says of an account: name, bank, when the money came and by which transfers, whose it is, with their rows.

import { decimalOf, fenOf } from "../../model/money.ts";
import type { TracedAccount, TracedFlow } from "../moneyDocument.ts";
import { createClaims } from "./claims.ts";
import type { AccountDetails, ListContext, ListLine, ListReason, RecordRequest, StandingMeasure } from "./listLine.ts";

const minute = 60_000;
const mostTransfers = 5;

interface Measure {
  readonly amount: string;
  readonly reason: ListReason;
  readonly deadline?: number | null;
  readonly round?: number | null;
  /** Only what is of this case. */
  readonly case?: string | null;
  /** Traced money that the line is about, where it is not all that the account holds. */
  readonly traced?: string;
  readonly requests?: readonly RecordRequest[];
}

export type DescribedAccount = Pick<TracedAccount, "entity" | "held" | "bySeed">;
export type Describe = (account: DescribedAccount, measure: Measure) => Omit<ListLine, "rank">;

/** One for a list. */
export function createDescription(context: ListContext): Describe {
  const claimsOf = createClaims(context);
  const incomingOf = Map.groupBy(context.money.flows, ({ to }) => to);
  return (account, measure) => {
    const claims = claimsOf(account).filter((claim) => measure.case === undefined || claim.case === measure.case);
    return { ...describeAccount(context, account, incomingOf.get(account.entity) ?? [], measure), claims };
  };
}

function describeAccount(
  context: ListContext,
  { entity, held }: DescribedAccount,
  flows: readonly TracedFlow[],
  measure: Measure,
): Omit<ListLine, "rank" | "claims"> {
  const { money, asOf, timeOf } = context;
  const details = context.accountOf(entity);
  const incoming = flows.toSorted((a, b) => fenOf(b.traced)! - fenOf(a.traced)! || a.transfer - b.transfer);
  const last = incoming.reduce<string | null>((latest, { at }) => (at !== null && (latest === null || at > latest) ? at : latest), null);
  const transfers = incoming.slice(0, mostTransfers).map(({ transfer }) => context.transferOf(transfer));
  return {
    entity,
    account: details.account,
    cards: details.cards,
    name: details.name,
    bank: details.bank,
    amount: measure.amount,
    traced: measure.traced ?? held,
    ...context.rangeOf(entity),
    currency: money.currency,
    at: last,
    minutes: last === null ? null : Math.max(0, Math.round((asOf - Date.parse(last)) / minute)),
    references: [...new Set(transfers.map(({ reference }) => reference))].filter((reference) => reference !== ""),
    deadline: measure.deadline == null ? null : timeOf(measure.deadline),
    round: measure.round ?? null,
    reason: measure.reason,
    measure: standingMeasure(details, timeOf),
    case: measure.case ?? null,
    requests: measure.requests ?? [],
    sources: transfers.flatMap(({ sources }) => sources),
  };
}

/** A freeze before a stop, as it holds longer. */
function standingMeasure({ stop, freeze }: AccountDetails, timeOf: ListContext["timeOf"]): StandingMeasure | null {
  const standing = freeze ?? stop;
  if (standing === null) return null;
  const amount = standing.fen === null ? null : decimalOf(standing.fen);
  return { kind: freeze === null ? "stop" : "freeze", until: timeOf(standing.until), amount };
}

/** The largest amount first, then the latest arrival, then the account. */
export function compareLines(a: Omit<ListLine, "rank">, b: Omit<ListLine, "rank">): number {
  return (
    fenOf(b.amount)! - fenOf(a.amount)! ||
    ((a.at ?? "") < (b.at ?? "") ? 1 : (a.at ?? "") > (b.at ?? "") ? -1 : 0) ||
    (a.entity < b.entity ? -1 : 1)
  );
}
