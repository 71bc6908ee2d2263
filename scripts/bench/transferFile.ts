// A bank's statement of any size: 12 columns, GB18030, two-sided, as a query-feedback sheet has them.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { encodeGb18030 } from "../../electron/engine/demo/gb18030.ts";
import { seededRandom } from "../../shared/random.ts";

const headings =
  "交易卡号,账户开户名称,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,对手户名,对手开户银行,摘要说明,交易币种,交易流水号";
const names = ["何某芳", "吴某", "许女士", "黄某平", "覃某", "林先生", "孙女士", "刘先生"];
const memos = ["转账", "货款", "还款", "工资", "消费", "备付金提现"];
const rowsAtOnce = 5000;
/** People pay the same few: an account has so many others that it deals with. */
const contactsAnAccount = 12;

const two = (value: number) => String(value).padStart(2, "0");

/** Number of the i-th account. */
export const cardOf = (i: number): string => `621700${String(1000000000000 + i * 7919).padStart(13, "0")}`;

/** Writes `rows` rows over `accounts` accounts; the same arguments give the same bytes. */
export async function writeTransferFile(path: string, rows: number, accounts: number, seed = 1): Promise<void> {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const out = createWriteStream(path);
  let lines = [headings];
  for (let i = 0; i < rows; i++) {
    const time = `2026-${two(5 + pick(6))}-${two(1 + pick(28))} ${two(pick(24))}:${two(pick(60))}:${two(pick(60))}`;
    const amount = (pick(10_000_000) / 100).toFixed(2);
    const own = pick(accounts);
    const other = (own * 31 + pick(contactsAnAccount) * 7919) % accounts;
    lines.push(
      [
        cardOf(own),
        names[own % 8],
        time,
        amount,
        (pick(100_000_000) / 100).toFixed(2),
        pick(2) ? "进" : "出",
        cardOf(other),
        names[other % 8],
        "建设银行云津支行",
        memos[pick(6)],
        "人民币",
        `LS${seed}${i}`,
      ].join(","),
    );
    if (lines.length >= rowsAtOnce) {
      if (!out.write(encodeGb18030(`${lines.join("\r\n")}\r\n`))) await once(out, "drain");
      lines = [];
    }
  }
  out.end(encodeGb18030(lines.length > 0 ? `${lines.join("\r\n")}\r\n` : ""));
  await once(out, "finish");
}
