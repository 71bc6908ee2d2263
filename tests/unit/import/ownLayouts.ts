// Statements as nobody prints them yet: each turns the same made-up ledger into rows in a way of its own. What must come out is the ledger.
import type { Ledger, Movement } from "./syntheticLedger.ts";

export interface OwnLayout {
  readonly name: string;
  readonly fileName?: (ledger: Ledger) => string;
  /** All lines of the sheet. */
  readonly print: (ledger: Ledger) => readonly (readonly string[])[];
  /** What of a time the sheet tells: to the second, the minute or the day. */
  readonly precision: "second" | "minute" | "day";
  /** Nothing says the side of the oldest row: it is rejected, with that reason. */
  readonly isOldestOpen?: boolean;
  /** Codes of doubts, one of which must be told: the sheet leaves something open. */
  readonly doubts?: readonly string[];
}

const partsOf = (at: number) => {
  const [day = "", clock = ""] = new Date(at).toISOString().slice(0, 19).split("T");
  const [y = "", m = "", d = ""] = day.split("-");
  const [h = "", i = "", s = ""] = clock.split(":");
  return { day, clock, y, m, d, h, i, s };
};
const yuan = (fen: number): string => (fen / 100).toFixed(2);
const grouped = (fen: number): string => yuan(fen).replace(/\B(?=(\d{3})+\.)/g, ",");
const signed = ({ fen, isIn }: Movement): number => (isIn ? fen : -fen);
const opening = ({ movements: [first] }: Ledger): number => first!.balanceFen - signed(first!);
const sum = (movements: readonly Movement[], isIn: boolean): string =>
  yuan(movements.filter((one) => one.isIn === isIn).reduce((total, { fen }) => total + fen, 0));

export const ownLayouts: readonly OwnLayout[] = [
  {
    name: "a first row with nothing but the balance",
    precision: "second",
    print: (ledger) => [
      ["客户账单", "", "", "", "", ""],
      [`查询账号:${ledger.accounts[0]}`, "", "", "", "", ""],
      ["发生时间", "转出", "转入", "结余", "交易对方账号", "用途"],
      ["", "", "", grouped(opening(ledger)), "", "期初余额"],
      ...ledger.movements.map((one) => {
        const { day, clock } = partsOf(one.at);
        return [
          `${day} ${clock}`,
          one.isIn ? "" : grouped(one.fen),
          one.isIn ? grouped(one.fen) : "",
          grouped(one.balanceFen),
          one.other,
          one.memo,
        ];
      }),
    ],
  },
  {
    name: "currency glued to amounts, its word behind them",
    precision: "minute",
    print: (ledger) => [
      ["卡号", "日期时间", "金额", "卡内结余", "对手卡号", "对手姓名"],
      ...ledger.movements.map((one) => {
        const { y, m, d, h, i } = partsOf(one.at);
        const amount = `${one.isIn ? "+" : "-"}RMB${grouped(one.fen)}`;
        return [one.own, `${y}.${Number(m)}.${Number(d)} ${h}:${i}`, amount, `${grouped(one.balanceFen)}元`, one.other, one.otherName];
      }),
    ],
  },
  {
    name: "names of database fields, flags 1 and 2, the owner in the file's name",
    precision: "second",
    fileName: ({ accounts }) => `TRX_DTL_${accounts[0]}_2025Q1.csv`,
    print: (ledger) => [
      ["TRX_DT", "TRX_TM", "DC_FLG", "TRX_AMT", "ACCT_BAL", "OPP_ACCT_NO", "OPP_ACCT_NM", "SEQ_NO"],
      ...ledger.movements.map((one) => {
        const { y, m, d, h, i, s } = partsOf(one.at);
        return [
          `${y}${m}${d}`,
          `${h}${i}${s}`,
          one.isIn ? "2" : "1",
          yuan(one.fen),
          yuan(one.balanceFen),
          one.other,
          one.otherName,
          one.reference,
        ];
      }),
    ],
  },
  {
    name: "进 and 出, days without a year, the year in the lines above",
    precision: "minute",
    print: (ledger) => [
      ["户名：韩清明"],
      [`账号：${ledger.accounts[0]}`],
      ["查询期间：2025-03-01 至 2025-06-30"],
      ["月日", "进出", "数额", "余额", "对方", "对方账户"],
      ...ledger.movements.map((one) => {
        const { m, d, h, i } = partsOf(one.at);
        return [`${m}/${d} ${h}:${i}`, one.isIn ? "进" : "出", yuan(one.fen), yuan(one.balanceFen), one.otherName, one.other];
      }),
    ],
  },
  {
    name: "times of eight and nine digits with thousandths, noughts in front lost",
    precision: "second",
    print: (ledger) => [
      ["ACCOUNT", "DATE", "TIME", "OUT", "IN", "BALANCE", "OTHER ACCOUNT", "OTHER NAME"],
      ...ledger.movements.map((one, at) => {
        const { y, m, d, h, i, s } = partsOf(one.at);
        const time = String(Number(`${h}${i}${s}${100 + ((at * 37) % 900)}`));
        return [
          one.own,
          `${y}${m}${d}`,
          time,
          one.isIn ? "0" : yuan(one.fen),
          one.isIn ? yuan(one.fen) : "0",
          yuan(one.balanceFen),
          one.other,
          one.otherName,
        ];
      }),
    ],
  },
  {
    name: "a day number and the fraction of a day beside it",
    precision: "second",
    print: (ledger) => [
      ["本方账号", "交易日期", "交易时间", "借方金额", "贷方金额", "余额", "对方账号", "摘要"],
      ...ledger.movements.map((one) => {
        const serial = one.at / 86_400_000 + 25_569;
        const fraction = (serial - Math.floor(serial)).toFixed(10);
        return [
          one.own,
          String(Math.floor(serial)),
          fraction,
          one.isIn ? "" : yuan(one.fen),
          one.isIn ? yuan(one.fen) : "",
          yuan(one.balanceFen),
          one.other,
          one.memo,
        ];
      }),
    ],
  },
  {
    name: "pages with their totals and the heading again in the middle, totals not in the first column",
    precision: "second",
    print: (ledger) => {
      const heading = ["序号", "交易时间", "账号", "支出金额", "存入金额", "账户余额", "对方账号", "对方户名"];
      const pages = [0, 20, 40].map((from) => ledger.movements.slice(from, from + 20));
      return pages.flatMap((page, at) => [
        ...(at === 0 ? [["账户交易明细表"]] : [[`第 ${at + 1} 页`]]),
        heading,
        ...page.map((one, n) => {
          const { day, clock } = partsOf(one.at);
          const money = [one.isIn ? "" : yuan(one.fen), one.isIn ? yuan(one.fen) : "", yuan(one.balanceFen)];
          return [String(at * 20 + n + 1), `${day} ${clock}`, one.own, ...money, one.other, one.otherName];
        }),
        ["", "本页小计", "", sum(page, false), sum(page, true), "", "", ""],
      ]);
    },
  },
  {
    name: "two rows of headings, the upper one merged",
    precision: "second",
    fileName: ({ accounts }) => `${accounts[0]}(韩清明)流水.xlsx`,
    print: (ledger) => [
      ["交易", "", "发生额", "", "", "对手", "", ""],
      ["日期", "时刻", "减少", "增加", "余额", "户名", "账号", "开户行"],
      ...ledger.movements.map((one) => {
        const { y, m, d, clock } = partsOf(one.at);
        return [
          `${y}年${m}月${d}日`,
          clock,
          one.isIn ? "" : grouped(one.fen),
          one.isIn ? grouped(one.fen) : "",
          grouped(one.balanceFen),
          one.otherName,
          one.other,
          "澄江支行",
        ];
      }),
    ],
  },
  {
    name: "amounts in units of ten thousand, told in the heading",
    precision: "day",
    print: (ledger) => [
      ["账号", "日期", "收入（万元）", "支出（万元）", "余额（万元）", "对方账号"],
      ...ledger.movements.map((one) => {
        const wan = (fen: number) => (fen / 1_000_000).toFixed(6);
        return [one.own, partsOf(one.at).day, one.isIn ? wan(one.fen) : "", one.isIn ? "" : wan(one.fen), wan(one.balanceFen), one.other];
      }),
    ],
  },
  {
    name: "amounts in fen, told in the heading",
    precision: "second",
    print: (ledger) => [
      ["own_card", "txn_time", "amount(分)", "balance(分)", "io", "peer_card", "peer_name"],
      ...ledger.movements.map((one) => {
        const { day, clock } = partsOf(one.at);
        return [one.own, `${day}T${clock}+08:00`, String(one.fen), String(one.balanceFen), one.isIn ? "I" : "O", one.other, one.otherName];
      }),
    ],
  },
  {
    name: "newest first, the side told by the balance only",
    precision: "second",
    isOldestOpen: true,
    print: (ledger) => [
      [`账户 ${ledger.accounts[0]} 的流水`],
      ["时间", "业务", "金额", "可用余额", "收付款人", "收付款账号"],
      ...[...ledger.movements].reverse().map((one) => {
        const { y, m, d, clock } = partsOf(one.at);
        return [`${d}/${m}/${y} ${clock}`, one.memo, grouped(one.fen), grouped(one.balanceFen), one.otherName, one.other];
      }),
    ],
  },
  {
    name: "both sides in one cell each, name and number",
    precision: "second",
    doubts: ["read-by-content", "unsure", "target-missing", "column-ambiguous"],
    print: (ledger) => [
      ["何时", "谁付", "谁收", "多少"],
      ...ledger.movements.map((one) => {
        const { day, clock } = partsOf(one.at);
        const [own, other] = [`韩清明 ${one.own}`, `${one.otherName} ${one.other}`];
        return [`${day} ${clock}`, one.isIn ? other : own, one.isIn ? own : other, yuan(one.fen)];
      }),
    ],
  },
  {
    name: "two heading rows on every page, the owner's number again above them, times with hundredths, a column of fees",
    precision: "second",
    print: (ledger) => {
      const upper = ["序号", "记账信息", "", "交易金额", "", "", "账户余额", "对方信息", "", "", "摘要"];
      const lower = ["", "记账日", "记账时间", "借贷标志", "发生额(元)", "手续费", "", "账户", "户名", "行名", ""];
      const [own] = ledger.accounts;
      const movements = ledger.movements.filter((one) => one.own === own);
      const pages = Array.from({ length: Math.ceil(movements.length / 12) }, (_, i) => movements.slice(i * 12, i * 12 + 12));
      return pages.flatMap((page, at) => [
        ["农村商业银行股份有限公司 客户账户交易明细清单"],
        [`户名：${page[0]!.otherName}    账号：${own}    第${at + 1}页`],
        upper,
        lower,
        ...page.map((one, n) => {
          const { y, m, d, h, i, s } = partsOf(one.at);
          const time = `${h}${i}${s}${String((n * 37) % 100).padStart(2, "0")}`;
          const money = [one.isIn ? "贷" : "借", yuan(one.fen), "0.00", yuan(one.balanceFen)];
          return [String(n + 1), `${y}${m}${d}`, time, ...money, one.other, one.otherName, "城东支行", one.memo];
        }),
        ["", "", "本页小计", "借方合计", sum(page, false), "", "", "贷方合计", sum(page, true), "", ""],
        [],
      ]);
    },
  },
  {
    name: "headings of a register over a statement whose balance recomputes, midnight beside nine digits",
    precision: "second",
    print: (ledger) => [
      ["账户明细查询结果"],
      ["卡号", "交易日", "交易时刻", "交易场所", "收支标识符", "记账金额(收入/支出)", "币种余额", "对方姓名", "对方账卡号", "交易类型"],
      ...ledger.movements.map((one, at) => {
        const { y, m, d, h, i, s } = partsOf(one.at);
        const stamp = [`${y}/${Number(m)}/${Number(d)} 0:00`, `${h}${i}${s}${String((at * 137) % 1000).padStart(3, "0")}`];
        const money = [one.isIn ? "I" : "O", `${one.isIn ? "+" : "-"}${grouped(one.fen)} CNY`, `CNY ${grouped(one.balanceFen)}`];
        return [one.own, ...stamp, "手机银行", ...money, one.otherName, one.other, "跨行汇款"];
      }),
    ],
  },
  {
    name: "a wallet with its number in a cell beside the word, amounts in two columns with 元 glued on",
    precision: "minute",
    print: (ledger) => {
      const [own] = ledger.accounts;
      const movements = ledger.movements.filter((one) => one.own === own);
      return [
        ["数字钱包交易查询结果", "", "", "", "", "", "", ""],
        ["钱包编号", own!, "", "所属运营机构", "某行", "", "", ""],
        ["流水", "日期时间", "转入金额", "转出金额", "可用余额", "对手钱包编号", "对手名称", "备注"],
        ...movements.map((one, n) => {
          const { y, m, d, h, i } = partsOf(one.at);
          const money = [one.isIn ? `${yuan(one.fen)}元` : "", one.isIn ? "" : `${yuan(one.fen)}元`, `${yuan(one.balanceFen)}元`];
          return [`E${n}`, `${y}${m}${d}${h}${i}`, ...money, one.other, one.otherName, "钱包转钱"];
        }),
        ["合计", "", `${sum(movements, true)}元`, `${sum(movements, false)}元`, "", "", "", ""],
      ];
    },
  },
];
