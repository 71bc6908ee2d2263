// 冻结: accounts whose records show that traced money is still there. A freeze holds six months and may be renewed.
import { fenOf } from "../../model/money.ts";
import { compareLines, createDescription } from "./describeAccount.ts";
import type { MoneyList } from "./listLine.ts";
import { createServiceAccounts } from "./serviceAccounts.ts";

const freezeMonths = 6;

export const listFreezes: MoneyList = (context) => {
  const describe = createDescription(context);
  const isService = createServiceAccounts(context);
  return context.money.accounts
    .filter((account) => account.outcome === "held" && fenOf(account.held)! > 0 && !isService(account))
    .map((account) => {
      const { freeze } = context.accountOf(account.entity);
      return describe(account, {
        amount: account.held,
        reason: freeze === null ? "held" : "frozen",
        deadline: freeze?.until ?? addMonths(context.asOf, freezeMonths),
      });
    })
    .sort(compareLines);
};

function addMonths(at: number, months: number): number {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}
