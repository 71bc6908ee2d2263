// 已控: accounts that need no stop: stopped or frozen already, stopped as often as may be, held back as their cases record, or those of fees.
// What cases record names no account, so only that counts which must lie here even if all other money of the case were held back first.
import { decimalOf, fenOf } from "../../model/money.ts";
import type { TracedAccount } from "../moneyDocument.ts";
import { isStopOver, sharesOf } from "./claims.ts";
import { compareLines, createDescription } from "./describeAccount.ts";
import type { CaseDetails, ListContext, ListReason, MoneyList } from "./listLine.ts";
import { createServiceAccounts } from "./serviceAccounts.ts";

/** A first stop and two renewals. */
export const mostStops = 3;

export interface Secured {
  /** What of the account's traced money is held back for certain, 1/100 of the currency. */
  readonly fen: number;
  readonly reason: ListReason | null;
  readonly until: number | null;
}

/** Sums of a case as far as they bind money at the moment of the list. */
function bindingFen(context: ListContext, details: CaseDetails): number {
  const stopped = isStopOver(context, details) ? 0 : (details.stoppedFen ?? 0);
  return Math.max(stopped, details.frozenFen ?? 0, details.returnedFen ?? 0);
}

interface CaseMoney {
  /** Traced money of the case in all accounts. */
  readonly tracedFen: number;
  /** Lost money that no traced payment explains. */
  readonly untracedFen: number;
}

function moneyOfCases(context: ListContext): ReadonlyMap<string, CaseMoney> {
  const { money } = context;
  const traced = new Map<string, number>();
  for (const account of money.accounts)
    for (const { case: owner, fen } of sharesOf(context, account)) if (owner !== null) traced.set(owner, (traced.get(owner) ?? 0) + fen);
  return new Map(
    [...traced].map(([owner, tracedFen]) => {
      const paid = money.seeds.filter((seed) => seed.case === owner).reduce((sum, { amount }) => sum + fenOf(amount)!, 0);
      return [owner, { tracedFen, untracedFen: Math.max(0, (context.caseOf(owner).lossFen ?? 0) - paid) }];
    }),
  );
}

/** One for a list. `recordedFen`: of a case's sum that must lie in an account, by which of its sums. */
export function createSecured(context: ListContext) {
  const cases = moneyOfCases(context);
  const leastHere = (owner: string, shareFen: number, recordedFen: number): number => {
    const { tracedFen, untracedFen } = cases.get(owner)!;
    return Math.min(shareFen, Math.max(0, recordedFen - (tracedFen - shareFen) - untracedFen));
  };
  const recordedIn = (account: TracedAccount): number =>
    sharesOf(context, account).reduce(
      (sum, { case: owner, fen }) => sum + (owner === null ? 0 : leastHere(owner, fen, bindingFen(context, context.caseOf(owner)))),
      0,
    );
  const securedOf = (account: TracedAccount): Secured => {
    const held = fenOf(account.held)!;
    const { stop, freeze } = context.accountOf(account.entity);
    const bound = (measure: typeof stop) => (measure === null ? 0 : Math.min(held, measure.fen ?? held));
    const found: readonly Secured[] = [
      { fen: bound(freeze), reason: "frozen", until: freeze?.until ?? null },
      { fen: bound(stop), reason: "stopped", until: stop?.until ?? null },
      { fen: recordedIn(account), reason: "recorded", until: null },
    ];
    return found.reduce((most, one) => (one.fen > most.fen ? one : most), { fen: 0, reason: null, until: null } as Secured);
  };
  const returnedOf = (owner: string | null, shareFen: number): number =>
    owner === null ? 0 : leastHere(owner, shareFen, context.caseOf(owner).returnedFen ?? 0);
  return { securedOf, returnedOf };
}

/** Accounts with traced money that can be stopped at all: not at a pool, which passes on under other names. */
export function stoppable(context: ListContext): TracedAccount[] {
  const isService = createServiceAccounts(context);
  return withMoney(context).filter((account) => !isService(account));
}

function withMoney({ money }: ListContext): TracedAccount[] {
  const pools = new Set(money.next.filter(({ reason }) => reason === "pool").map(({ entity }) => entity));
  return money.accounts.filter(({ entity, held }) => fenOf(held)! > 0 && !pools.has(entity));
}

export const listSecured: MoneyList = (context) => {
  const { securedOf } = createSecured(context);
  const describe = createDescription(context);
  const isService = createServiceAccounts(context);
  return withMoney(context)
    .flatMap((account) => {
      if (isService(account)) return describe(account, { amount: account.held, reason: "service" });
      const { fen, reason, until } = securedOf(account);
      const { stops } = context.accountOf(account.entity);
      const isWhole = fen >= fenOf(account.held)!;
      if (!isWhole && stops < mostStops) return [];
      return describe(account, {
        amount: isWhole ? decimalOf(fen) : account.held,
        reason: isWhole ? reason! : "exhausted",
        deadline: until,
        round: stops === 0 ? null : stops,
      });
    })
    .sort(compareLines);
};
