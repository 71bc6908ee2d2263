// Layouts of statements that no bank has: each prints the same ledger in another way. A column says what it truly is, for the tests to compare.
import type { Ledger, Movement } from "./syntheticLedger.ts";

export interface SyntheticColumn {
  readonly heading: string;
  /** Upper heading of a group, where the layout has two heading rows. */
  readonly group?: string;
  /** Targets that are right for the column; none: it must not be taken for time, money or an account. */
  readonly truth: readonly string[];
  readonly print: (movement: Movement, index: number) => string;
}

export interface SyntheticLayout {
  readonly name: string;
  readonly columns: readonly SyntheticColumn[];
  readonly banner: (ledger: Ledger) => readonly (readonly string[])[];
  readonly trailer?: readonly (readonly string[])[];
  readonly fileName?: (ledger: Ledger) => string;
  readonly isNewestFirst?: boolean;
  readonly accountCount?: number;
  /** Where the owner stands. */
  readonly own: "banner" | "file" | "column" | "nowhere" | "ledger";
}

const two = (value: number) => String(value).padStart(2, "0");
const parts = (at: number) => {
  const date = new Date(at);
  return {
    y: date.getUTCFullYear(),
    m: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
    h: date.getUTCHours(),
    i: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  };
};
const yuan = (fen: number) => (fen / 100).toFixed(2);
const grouped = (fen: number) => yuan(fen).replace(/\B(?=(\d{3})+\.)/g, ",");

export const times: Readonly<Record<string, readonly SyntheticColumn[]>> = {
  stamp: [
    {
      heading: "交易时间",
      truth: ["time"],
      print: ({ at }) => {
        const { y, m, d, h, i, s } = parts(at);
        return `${y}-${two(m)}-${two(d)} ${two(h)}:${two(i)}:${two(s)}`;
      },
    },
  ],
  loose: [
    {
      heading: "交易时间",
      truth: ["time"],
      print: ({ at }) => {
        const { y, m, d, h, i } = parts(at);
        return `${y}/${m}/${d} ${h}:${two(i)}`;
      },
    },
  ],
  packedTwo: [
    {
      heading: "交易日期",
      truth: ["time.date"],
      print: ({ at }) => {
        const { y, m, d } = parts(at);
        return `${y}${two(m)}${two(d)}`;
      },
    },
    {
      heading: "交易时间",
      truth: ["time.time"],
      print: ({ at }) => {
        const { h, i, s } = parts(at);
        return `${two(h)}${two(i)}${two(s)}`;
      },
    },
  ],
  nineDigits: [
    {
      heading: "记账日期",
      truth: ["time.date"],
      print: ({ at }) => {
        const { y, m, d } = parts(at);
        return `${y}-${two(m)}-${two(d)}`;
      },
    },
    {
      heading: "记账时间",
      truth: ["time.time"],
      print: ({ at }, index) => {
        const { h, i, s } = parts(at);
        return String(Number(`${two(h)}${two(i)}${two(s)}${100 + (index % 800)}`));
      },
    },
  ],
  serial: [{ heading: "交易时间", truth: ["time"], print: ({ at }) => (at / 86_400_000 + 25_569).toFixed(6) }],
  yearless: [
    {
      heading: "交易日",
      truth: ["time", "time.date"],
      print: ({ at }) => {
        const { m, d } = parts(at);
        return `${two(m)}-${two(d)}`;
      },
    },
  ],
  day: [
    {
      heading: "日期",
      truth: ["time", "time.date"],
      print: ({ at }) => {
        const { y, m, d } = parts(at);
        return `${y}年${m}月${d}日`;
      },
    },
  ],
};

const balance = (print: (fen: number) => string = yuan): SyntheticColumn => ({
  heading: "账户余额",
  truth: ["balance"],
  print: ({ balanceFen }) => print(balanceFen),
});
const flagged = (words: readonly [string, string], heading: string, print: (fen: number) => string = yuan): readonly SyntheticColumn[] => [
  { heading: "交易金额", truth: ["amount"], print: ({ fen }) => print(fen) },
  { heading, truth: ["direction"], print: ({ isIn }) => words[isIn ? 1 : 0] },
];
export const amounts: Readonly<Record<string, readonly SyntheticColumn[]>> = {
  signed: [{ heading: "交易金额", truth: ["amount"], print: ({ fen, isIn }) => `${isIn ? "" : "-"}${grouped(fen)}` }, balance(grouped)],
  signedAlone: [{ heading: "金额", truth: ["amount"], print: ({ fen, isIn }) => `${isIn ? "+" : "-"}${yuan(fen)}` }],
  twoColumns: [
    { heading: "支出", truth: ["debit"], print: ({ fen, isIn }) => (isIn ? "" : yuan(fen)) },
    { heading: "收入", truth: ["credit"], print: ({ fen, isIn }) => (isIn ? yuan(fen) : "") },
    balance(),
  ],
  twoZero: [
    { heading: "借方发生额", truth: ["debit"], print: ({ fen, isIn }) => (isIn ? "0.00" : yuan(fen)) },
    { heading: "贷方发生额", truth: ["credit"], print: ({ fen, isIn }) => (isIn ? yuan(fen) : "0.00") },
    balance(),
  ],
  jieDai: [...flagged(["借", "贷"], "借贷标志", (fen) => `CNY ${yuan(fen)}`), balance((fen) => `CNY ${yuan(fen)}`)],
  letters: [...flagged(["D", "C"], "借贷标志"), balance()],
  digits: [...flagged(["1", "2"], "借贷标志"), balance()],
  inOut: [...flagged(["出", "进"], "收付标志"), balance()],
  received: flagged(["支", "收"], "收支", (fen) => `¥${grouped(fen)}`),
  plusMinus: [...flagged(["-", "+"], "方向"), balance()],
  bare: [{ heading: "发生额", truth: ["amount"], print: ({ fen }) => yuan(fen) }, balance()],
};

const otherAccount = (print: (account: string) => string = (account) => account): SyntheticColumn => ({
  heading: "对方账号",
  truth: ["counterparty.account", "counterparty.card"],
  print: ({ other, memo }) => (memo === "利息" ? "" : print(other)),
});
const otherName: SyntheticColumn = {
  heading: "对方户名",
  truth: ["counterparty.name"],
  print: ({ otherName: name, memo }) => (memo === "利息" ? "" : name),
};
const memo: SyntheticColumn = { heading: "摘要", truth: ["memo", "type"], print: ({ memo: text }) => text };
const reference: SyntheticColumn = { heading: "交易流水号", truth: ["reference"], print: ({ reference: text }) => text };
const ownColumn: SyntheticColumn = { heading: "本方账号", truth: ["own.account", "own.card"], print: ({ own }) => own };
const branch: SyntheticColumn = { heading: "网点代码", truth: [], print: () => "1023310" };

const noBanner = () => [];
const banner = (lines: number) => (ledger: Ledger) => [
  ["某机构账户明细"],
  [`账号：${ledger.accounts[0]}`, "", `户名：${ledger.ownName}`],
  ["起始日期：2025-03-01", "截止日期：2025-06-30"],
  ...Array.from({ length: Math.max(0, lines - 3) }, (_, i) => (i % 3 === 0 ? [] : [`说明${i}：本明细仅供核对`])),
];
const totals = [["合计", "", "12,345.00"], [], ["打印时间：2025-07-01 09:00:00"]];
const ownFile = (ledger: Ledger) => `明细_${ledger.accounts[0]}_20250301_20250630.csv`;

export const layouts: readonly SyntheticLayout[] = [
  {
    name: "signed, banner of six lines",
    columns: [...times.stamp!, ...amounts.signed!, otherAccount(), otherName, memo, reference],
    banner: banner(6),
    own: "banner",
  },
  {
    name: "two columns, packed date and time, trailer",
    columns: [...times.packedTwo!, ownColumn, ...amounts.twoColumns!, otherAccount((account) => `="${account}"`), otherName, memo],
    banner: noBanner,
    trailer: totals,
    own: "column",
  },
  {
    name: "借/贷 with glued currency, owner in the file's name",
    columns: [...times.loose!, ...amounts.jieDai!, otherAccount(), memo, branch],
    banner: banner(0).bind(null) && noBanner,
    fileName: ownFile,
    own: "file",
  },
  {
    name: "D/C under two heading rows",
    columns: [
      ownColumn,
      ...times.loose!,
      ...amounts.letters!.map((column) => ({ ...column, group: "金额信息" })),
      { ...otherAccount(), group: "对手信息" },
      { ...otherName, group: "对手信息" },
      memo,
    ],
    banner: noBanner,
    own: "column",
  },
  {
    name: "1/2 with a branch code",
    columns: [branch, ownColumn, ...times.stamp!, ...amounts.digits!, otherAccount(), reference, memo],
    banner: noBanner,
    own: "column",
  },
  {
    name: "进/出 newest first, day fractions",
    columns: [...times.serial!, ...amounts.inOut!, otherAccount(), otherName],
    banner: banner(3),
    isNewestFirst: true,
    own: "banner",
  },
  {
    name: "wallet with ¥ and tabs, fifteen lines above",
    columns: [...times.stamp!, ...amounts.received!, otherAccount((account) => `${account}\t`), otherName, memo],
    banner: banner(15),
    own: "banner",
  },
  {
    name: "+/- and days without a year",
    columns: [...times.yearless!, ...amounts.plusMinus!, otherAccount(), otherName, memo],
    banner: banner(4),
    own: "banner",
  },
  {
    name: "ledger of both sides",
    columns: [
      ...times.stamp!,
      { heading: "付款账号", truth: ["from.account"], print: ({ own, other, isIn }) => (isIn ? other : own) },
      { heading: "收款账号", truth: ["to.account"], print: ({ own, other, isIn }) => (isIn ? own : other) },
      { heading: "金额", truth: ["amount"], print: ({ fen }) => yuan(fen) },
      memo,
      reference,
    ],
    banner: noBanner,
    accountCount: 4,
    own: "ledger",
  },
  {
    name: "no word for the side, only a balance",
    columns: [...times.day!, ...amounts.bare!, otherAccount(), memo, reference],
    banner: banner(5),
    own: "banner",
  },
  {
    name: "nine-digit times, both columns filled, three accounts",
    columns: [ownColumn, ...times.nineDigits!, ...amounts.twoZero!, otherAccount(), otherName, memo],
    banner: noBanner,
    isNewestFirst: true,
    accountCount: 3,
    own: "column",
  },
  {
    name: "signs without a balance",
    columns: [...times.stamp!, ...amounts.signedAlone!, otherAccount(), otherName, memo],
    banner: banner(3),
    own: "banner",
  },
];
