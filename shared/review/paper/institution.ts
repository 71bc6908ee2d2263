// Who acts on a line of a list: the bank as one house whatever branch holds the account, a payment platform by its name.
import { platformName } from "../../link/publicEntities.ts";
import type { ListLine } from "../../trace/lists/listLine.ts";

/** The banks of the whole country by the name that people use, with what else they are called. */
const houses: Readonly<Record<string, readonly string[]>> = {
  工商银行: ["工行"],
  农业银行: ["农行"],
  中国银行: ["中行"],
  建设银行: ["建行"],
  交通银行: ["交行"],
  邮政储蓄银行: ["邮储银行", "邮政银行", "邮储"],
  招商银行: ["招行"],
  浦发银行: ["浦东发展银行", "浦发"],
  中信银行: [],
  光大银行: [],
  民生银行: [],
  兴业银行: [],
  平安银行: [],
  广发银行: ["广东发展银行"],
  华夏银行: [],
};

const company = /股份有限公司|有限责任公司|有限公司/g;
const house = /^.*?(?:银行|信用社|信用联社|联合社|农信社?|信合|商行)/;

/** 中国工商银行股份有限公司云津分行 → 工商银行; what is no bank that is known stays as it is. */
export function bankHouse(bank: string): string {
  const text = bank.replaceAll(/\s/g, "");
  const known = Object.entries(houses).find(([name, others]) => text.includes(name) || others.some((other) => text.startsWith(other)));
  if (known !== undefined) return known[0];
  return house.exec(text)?.[0] ?? text.replaceAll(company, "");
}

/** "" where nobody knows. A pool is asked through its platform, not through the bank that keeps its account. */
export function institutionOf({ reason, account, name, bank }: Pick<ListLine, "reason" | "account" | "name" | "bank">): string {
  if (reason === "pool") return platformName(account, name) || name || bankHouse(bank);
  return bankHouse(bank) || platformName(account, name);
}
