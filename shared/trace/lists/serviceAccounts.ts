// Counterparties of fees and interest: a bank's hotline or another service number in the place of an account, a bank's own account of fees. They hold a
// victim's fen because a traced account paid a fee, not because anybody hides money there: no bank can stop them, so no list asks it to.
import { isServiceNumber } from "../../link/publicEntities.ts";
import { fenOf } from "../../model/money.ts";
import type { TracedAccount } from "../moneyDocument.ts";
import type { ListContext } from "./listLine.ts";

/** Names of a bank's own accounts, as statements print them. */
const feeName = /手续费|工本费|年费|短信费|服务费|管理费|利息|结息|客服(?:中心|热线)|客户服务(?:中心|热线)/;

/** 95588, 961234: no account is as short. */
const longestHotline = 6;

/** 50 yuan: more than any fee of an account; whatever is paid more is no fee, whatever it is called. */
const mostFee = 5000;

/** Never an account that a victim's payment reached, directly or in one of its transfers: money is asked for there, whatever it is called. */
export function createServiceAccounts({ money, accountOf }: ListContext): (account: TracedAccount) => boolean {
  const incoming = Map.groupBy(money.flows, ({ to }) => to);
  const payments = new Set(money.seeds.map(({ transfer }) => transfer));
  return ({ entity, level, bySeed }) => {
    if (level <= 1 || bySeed.some((seed) => seed.level <= 1)) return false;
    const flows = incoming.get(entity) ?? [];
    if (flows.length === 0 || flows.some(({ transfer, amount }) => payments.has(transfer) || fenOf(amount)! > mostFee)) return false;
    const { account, cards, name } = accountOf(entity);
    return [account, ...cards].some((one) => one.length <= longestHotline && isServiceNumber(one)) || feeName.test(name);
  };
}
