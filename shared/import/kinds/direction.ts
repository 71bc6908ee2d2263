// Words for which way money or a call went, from the view of the statement's owner.
import { tidyText } from "./tidy.ts";

export type Direction = "in" | "out" | "neutral";

const words: Readonly<Record<Direction, string>> = {
  in: "进 贷 收 入 收入 转入 存入 流入 入账 进账 来账 贷方 贷记 收款 汇入 C CR CREDIT 2 IN 转入方 收方 被叫 被叫话单 呼入 来电 接听 接收 接收短信 收信 短信接收 入向 MT 受话 终止",
  out: "出 借 付 O 支出 转出 取出 支取 流出 出账 往账 借方 借记 付款 汇出 消费 D DR DEBIT 1 OUT 转出方 付方 主叫 主叫话单 呼出 去电 拨打 拨出 发送 发送短信 发信 短信发送 出向 MO 起始",
  neutral: "不计收支 其他 / 中性交易 非收支",
};

const directions = new Map<string, Direction>();
for (const [direction, list] of Object.entries(words)) for (const word of list.split(" ")) directions.set(word, direction as Direction);

const longestWord = 32;

/** 1 and 2 mean out and in (查控 feedback: 1 借, 2 贷); null for an unknown or empty word. Forwarded calls (呼转) reach the owner: in. */
export function parseDirection(text: string): Direction | null {
  const known = directions.get(text);
  if (known !== undefined || text.length > longestWord) return known ?? null;
  const tidy = tidyText(text).toUpperCase().replace(/^[+]$/, "IN").replace(/^-$/, "OUT");
  const word = tidy.replace(/^\d{1,2}[-.:、](?=\D)/, "").replace(/[()（）\s]/g, "");
  return directions.get(word) ?? (/呼转|转移|呼叫前转/.test(word) ? "in" : null);
}
