// 返还: what is still held, by victim: traced to one alone it is that victim's; among several each gets what was traced of theirs.
import { decimalOf, fenOf } from "../../model/money.ts";
import { compareLines, describeAccount } from "./describeAccount.ts";
import type { MoneyList } from "./listLine.ts";

export const listReturns: MoneyList = (context) => {
  const { money } = context;
  return money.accounts
    .filter(({ held, outcome }) => outcome === "held" && fenOf(held)! > 0)
    .flatMap((account) => {
      const byCase = new Map<string | null, number>();
      for (const { seed, held } of account.bySeed) {
        const owner = money.seeds[seed]!.case;
        byCase.set(owner, (byCase.get(owner) ?? 0) + fenOf(held)!);
      }
      const shares = [...byCase].filter(([, fen]) => fen > 0);
      return shares.map(([owner, fen]) =>
        describeAccount(context, account, { amount: decimalOf(fen), reason: shares.length === 1 ? "traced" : "proportion", case: owner }),
      );
    })
    .sort((a, b) => ((a.case ?? "") < (b.case ?? "") ? -1 : (a.case ?? "") > (b.case ?? "") ? 1 : compareLines(a, b)));
};
