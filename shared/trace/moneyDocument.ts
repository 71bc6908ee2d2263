// The answer to a money trace as the command line and the screens show it: decimal sums, accounts by level, what is held, withdrawn, gone.
import { decimalOf } from "../model/money.ts";
import type { IsOutgoingKnown, MoneyLedger } from "./ledger.ts";
import type { PolicyName } from "./policies/index.ts";
import type { AccountMoney, MoneyTrace } from "./traceMoney.ts";

export interface MoneySeed {
  readonly transfer: number;
  readonly amount: string;
  readonly at: string | null;
  readonly case: string | null;
}

/** A case whose money is followed: who lost it, and what its sheet records of it, decimal, null where it says nothing. */
export interface MoneyCase {
  readonly case: string;
  readonly victims: readonly string[];
  readonly stopped: string | null;
  readonly frozen: string | null;
  readonly returned: string | null;
}

/** How much of what a case reports as lost the transfers that are followed add up to; the case may have none. */
export interface CaseCoverage {
  readonly case: string;
  /** Null where its sheet states no loss. */
  readonly reported: string | null;
  readonly traced: string;
}

export interface TracedAccount {
  readonly entity: string;
  /** Fewest transfers from a seed's receiver, which is 1. */
  readonly level: number;
  readonly received: string;
  readonly passedOn: string;
  readonly held: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Holder and bank, "" where no source tells. */
  readonly name: string;
  readonly bank: string;
  /** All numbers of the account: its own first, then its cards. */
  readonly numbers: readonly string[];
  /** Who holds this account and others of the ledger, as an identity; null where nobody known does. */
  readonly identity: string | null;
  /** Where its held money counts: `held` with records, `left` without. */
  readonly outcome: "held" | "left";
  readonly bySeed: readonly { readonly seed: number; readonly level: number; readonly received: string; readonly held: string }[];
}

export interface TracedFlow {
  readonly transfer: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: string;
  readonly traced: string;
  readonly at: string | null;
  readonly level: number;
  /** Between two accounts of one person: the money changed its account, not its hands. */
  readonly own: boolean;
}

export interface NextRequest {
  readonly entity: string;
  readonly why: string;
  readonly reason: "records-missing" | "pool";
  readonly amount: string;
}

export interface MoneyDocument {
  readonly policy: PolicyName;
  readonly seeds: readonly MoneySeed[];
  readonly seedAmount: string;
  readonly currency: string;
  /** Those of the seeds, in the order of these. */
  readonly cases: readonly MoneyCase[];
  /** Every case that was asked for, in the order of its number; none where other money than yuan is followed. */
  readonly coverage: readonly CaseCoverage[];
  readonly accounted: { readonly held: string; readonly withdrawn: string; readonly left: string };
  readonly accounts: readonly TracedAccount[];
  readonly flows: readonly TracedFlow[];
  readonly next: readonly NextRequest[];
}

export interface MoneyNames {
  readonly policy: PolicyName;
  readonly currency: string;
  readonly seeds: readonly MoneySeed[];
  readonly cases: readonly MoneyCase[];
  readonly coverage: readonly CaseCoverage[];
  readonly entityOf: (account: number) => string;
  /** People who hold the account and others, as identities. */
  readonly ownersOf: (account: number) => readonly string[];
  readonly isKnown: IsOutgoingKnown;
  readonly holderOf: (entity: string) => {
    readonly name: string;
    readonly bank: string;
    readonly account: string;
    readonly cards: readonly string[];
  };
  readonly timeOf: (at: number) => string | null;
  /** Levels shown: deeper accounts and flows are left out of the lists, never out of the sums. */
  readonly levels: number;
}

const why: Readonly<Record<NextRequest["reason"], (amount: string) => string>> = {
  "records-missing": (amount) => `received ${amount} and its records are not here`,
  pool: (amount) => `received ${amount} and is a settlement pool: ask the platform by order number`,
};

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const levelOf = ({ bySeed }: AccountMoney) => Math.min(...[...bySeed.values()].map(({ level }) => level));
const heldOf = ({ received, passedOn }: AccountMoney) => received - passedOn;

export function writeMoneyDocument(ledger: MoneyLedger, trace: MoneyTrace, names: MoneyNames): MoneyDocument {
  const isHeld = ([account, money]: readonly [number, AccountMoney]) => !ledger.isPool[account] && names.isKnown(account, money.lastAt);
  const reached = [...trace.accounts];
  const total = (entries: readonly (readonly [number, AccountMoney])[]) => decimalOf(sum(entries.map(([, money]) => heldOf(money))));
  return {
    policy: names.policy,
    seeds: names.seeds,
    seedAmount: decimalOf(sum(trace.seedFen)),
    currency: names.currency,
    cases: names.cases,
    coverage: names.coverage,
    accounted: {
      held: total(reached.filter(isHeld)),
      withdrawn: decimalOf(sum(trace.withdrawnFen)),
      left: total(reached.filter((entry) => !isHeld(entry))),
    },
    accounts: reached
      .filter(([, money]) => levelOf(money) <= names.levels)
      .sort(([a, x], [b, y]) => levelOf(x) - levelOf(y) || y.received - x.received || byText(names.entityOf(a), names.entityOf(b)))
      .map(([account, money]) => toAccount(account, money, isHeld([account, money]), names)),
    flows: trace.flows.filter(({ level }) => level <= names.levels).map((flow) => toFlow(ledger, flow, names)),
    next: listNext(
      ledger,
      reached.filter((entry) => !isHeld(entry)),
      names,
    ),
  };
}

function toAccount(account: number, money: AccountMoney, isHeld: boolean, names: MoneyNames): TracedAccount {
  const { entityOf, ownersOf, timeOf, holderOf } = names;
  const entity = entityOf(account);
  const { name, bank, account: number, cards } = holderOf(entity);
  return {
    entity,
    name,
    bank,
    numbers: [number, ...cards],
    level: levelOf(money),
    received: decimalOf(money.received),
    passedOn: decimalOf(money.passedOn),
    held: decimalOf(heldOf(money)),
    firstAt: timeOf(money.firstAt),
    lastAt: timeOf(money.lastAt),
    identity: ownersOf(account)[0] ?? null,
    outcome: isHeld ? "held" : "left",
    bySeed: [...money.bySeed]
      .sort(([a], [b]) => a - b)
      .map(([seed, part]) => ({
        seed,
        level: part.level,
        received: decimalOf(part.received),
        held: decimalOf(part.received - part.passedOn),
      })),
  };
}

function toFlow(ledger: MoneyLedger, { index, traced, level }: MoneyTrace["flows"][number], names: MoneyNames): TracedFlow {
  const { entityOf, ownersOf, timeOf } = names;
  const [from, to] = [ledger.from[index]!, ledger.to[index]!];
  const name = (account: number) => (account < 0 ? null : entityOf(account));
  return {
    transfer: ledger.id[index]!,
    from: name(from),
    to: name(to),
    amount: decimalOf(ledger.fen[index]!),
    traced: decimalOf(traced),
    at: timeOf(ledger.at[index]!),
    level,
    own: from >= 0 && to >= 0 && from !== to && ownersOf(from).some((owner) => ownersOf(to).includes(owner)),
  };
}

/** Whose records to ask for next, by the traced money that waits there. */
function listNext(ledger: MoneyLedger, gone: readonly (readonly [number, AccountMoney])[], { entityOf }: MoneyNames): NextRequest[] {
  return gone
    .filter(([, money]) => heldOf(money) > 0)
    .sort(([a, x], [b, y]) => heldOf(y) - heldOf(x) || byText(entityOf(a), entityOf(b)))
    .map(([account, money]) => {
      const reason = ledger.isPool[account] ? "pool" : "records-missing";
      const amount = decimalOf(heldOf(money));
      return { entity: entityOf(account), why: why[reason](amount), reason, amount };
    });
}
