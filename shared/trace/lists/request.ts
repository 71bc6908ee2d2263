// 下一步调证: whose records to ask for, by the traced money that waits there: banks for accounts, platforms by order number for pools.
import { compareLines, createDescription } from "./describeAccount.ts";
import type { MoneyList } from "./listLine.ts";
import { recordsToRequest } from "./records.ts";

export const listRequests: MoneyList = (context) => {
  const describe = createDescription(context);
  const { money, asOf, timeOf } = context;
  const accounts = new Map(money.accounts.map((account) => [account.entity, account]));
  return money.next
    .map(({ entity, amount, reason }) => {
      // Beyond the levels that were asked for an account is known by its sum alone.
      const account = accounts.get(entity) ?? { entity, held: amount, bySeed: [], firstAt: null, lastAt: null };
      const isPool = reason === "pool";
      const { firstAt, lastAt } = account;
      const requests = recordsToRequest(context.accountOf(entity), { isPool, firstAt, lastAt, until: timeOf(asOf), timeOf });
      return describe(account, { amount, reason: isPool ? "pool" : "unknown", requests });
    })
    .sort(compareLines);
};
