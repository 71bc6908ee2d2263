// 止付: accounts where money may still be stopped, by amount. A stop holds 48 hours from when it is taken and may be taken three times at most.
import { fenOf } from "../../model/money.ts";
import { compareLines, describeAccount } from "./describeAccount.ts";
import type { MoneyList } from "./listLine.ts";

const stopHours = 48;
const mostRounds = 3;
const hour = 3_600_000;

/** A first stop and two renewals; an account that had them all is left out, one that is frozen needs none. */
export const listStops: MoneyList = (context) => {
  const { money, asOf } = context;
  const pools = new Set(money.next.filter(({ reason }) => reason === "pool").map(({ entity }) => entity));
  return money.accounts
    .filter(({ entity, held }) => fenOf(held)! > 0 && !pools.has(entity))
    .filter(({ entity }) => context.accountOf(entity).stops < mostRounds && context.accountOf(entity).frozenUntil === null)
    .map((account) =>
      describeAccount(context, account, {
        amount: account.held,
        reason: account.outcome === "held" ? "held" : "unknown",
        deadline: asOf + stopHours * hour,
        round: context.accountOf(account.entity).stops + 1,
      }),
    )
    .sort(compareLines);
};
