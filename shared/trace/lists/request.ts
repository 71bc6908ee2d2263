// 下一步调证: whose records to ask for, by the traced money that waits there: banks for accounts, platforms by order number for pools.
import { compareLines, describeAccount } from "./describeAccount.ts";
import type { MoneyList } from "./listLine.ts";

export const listRequests: MoneyList = (context) =>
  context.money.next
    .map(({ entity, amount, reason }) => describeAccount(context, { entity }, { amount, reason: reason === "pool" ? "pool" : "unknown" }))
    .sort(compareLines);
