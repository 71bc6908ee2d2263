// 返还: what is still held, by victim: traced to one alone it is that victim's; among several each gets what was traced of theirs.
import { decimalOf, fenOf } from "../../model/money.ts";
import { sharesOf } from "./claims.ts";
import { compareLines, createDescription } from "./describeAccount.ts";
import type { MoneyList } from "./listLine.ts";
import { createSecured } from "./secured.ts";

/** What the case records as returned, and must have come from here, is not returned again. */
export const listReturns: MoneyList = (context) => {
  const describe = createDescription(context);
  const { returnedOf } = createSecured(context);
  return context.money.accounts
    .filter(({ held, outcome }) => outcome === "held" && fenOf(held)! > 0)
    .flatMap((account) => {
      const shares = sharesOf(context, account);
      return shares.flatMap(({ case: owner, fen }) => {
        const open = fen - returnedOf(owner, fen);
        const reason = shares.length === 1 ? "traced" : "proportion";
        return open <= 0 ? [] : describe(account, { amount: decimalOf(open), traced: decimalOf(fen), reason, case: owner });
      });
    })
    .sort((a, b) => ((a.case ?? "") < (b.case ?? "") ? -1 : (a.case ?? "") > (b.case ?? "") ? 1 : compareLines(a, b)));
};
