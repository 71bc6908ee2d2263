// 止付: accounts where money may still be stopped, by amount. A stop holds 48 hours from when it is taken and may be taken three times at most.
import { decimalOf, fenOf } from "../../model/money.ts";
import { compareLines, createDescription } from "./describeAccount.ts";
import type { MoneyList } from "./listLine.ts";
import { createSecured, mostStops, stoppable } from "./secured.ts";

const stopHours = 48;
const hour = 3_600_000;

/** What is held back already is not asked for; an account that is held back whole, or had all its stops, stands in the list of those. */
export const listStops: MoneyList = (context) => {
  const { securedOf } = createSecured(context);
  const describe = createDescription(context);
  return stoppable(context)
    .flatMap((account) => {
      const { stops } = context.accountOf(account.entity);
      const fen = fenOf(account.held)! - securedOf(account).fen;
      if (fen <= 0 || stops >= mostStops) return [];
      return describe(account, {
        amount: decimalOf(fen),
        reason: account.outcome === "held" ? "held" : "unknown",
        deadline: context.asOf + stopHours * hour,
        round: stops + 1,
      });
    })
    .sort(compareLines);
};
