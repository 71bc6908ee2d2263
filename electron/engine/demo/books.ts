// Two banks' books with what banks do to one payment: fees, value dates, other words, no serial number in common, the other side named or not. Each
// bank also tells of payments that the other one has nothing to do with. What belongs together is known.
import { type Chance, createChance } from "./chance.ts";
import { dateOf, dateTimeOf } from "./clock.ts";
import { csvBytes, type DemoFile, type Row } from "./sheets/table.ts";

export interface BookShape {
  /** Payments that both banks tell. */
  readonly payments: number;
  /** Rows of each bank that only that one tells, as a share of the payments. */
  readonly alone?: number;
  readonly days?: number;
  readonly accounts?: number;
  readonly hasMemos?: boolean;
  /** Share of payments with a round amount, as in 100.00. */
  readonly round?: number;
  /** Share of rows that name the account of the other side. */
  readonly named?: number;
}

export interface BookRow {
  readonly isPaid: boolean;
  readonly at: number;
  readonly hasClock: boolean;
  readonly fen: number;
  readonly account: string;
  readonly name: string;
  readonly otherAccount: string;
  readonly otherName: string;
  readonly memo: string;
  readonly reference: string;
}

export interface InventedBooks {
  /** The payers' bank and the payees' bank, each in the order of its rows. */
  readonly banks: readonly [readonly BookRow[], readonly BookRow[]];
  /** Places of the two rows of each payment. */
  readonly truth: readonly (readonly [paid: number, received: number])[];
}

interface Holder {
  readonly account: string;
  readonly name: string;
}

interface Draft {
  readonly row: BookRow;
  /** Number of the payment; -1 for what one bank tells alone. */
  readonly payment: number;
}

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华"];
const givenNames = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文海燕"];
const purposes = [
  "货款",
  "还款",
  "借款",
  "工资",
  "房租",
  "服务费",
  "押金",
  "采购款",
  "报销",
  "投资款",
  "保证金",
  "刷单本金",
  "手续费",
  "退款",
  "材料款",
];
const goods = ["建材", "海鲜", "服装", "电子配件", "茶叶", "五金", "家具", "水果", "药材", "日化"];
const day = 86_400_000;
const start = Date.parse("2026-03-02T00:00:00+08:00");

function inventHolders(chance: Chance, bank: string, count: number): Holder[] {
  return Array.from({ length: count }, (_, i) => ({
    account: `${bank}${String(chance.int(0, 9_999_999)).padStart(7, "0")}${String(i).padStart(6, "0")}`,
    name: chance.pick(surnames) + chance.pick(givenNames) + (chance.happens(0.7) ? chance.pick(givenNames) : ""),
  }));
}

function inventAmount(chance: Chance, round: number): number {
  if (chance.happens(round)) return 100 * chance.pick([100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]);
  return Math.max(100, Math.round(Math.exp(12 + 1.5 * chance.normal())));
}

/** What arrives: whole, less a part, less a fixed fee, or changed by a rate in between. */
function arrives(chance: Chance, fen: number): number {
  const kind = chance.next();
  if (kind < 0.5) return fen;
  if (kind < 0.72) return Math.round(fen * (1 - chance.pick([0.001, 0.002, 0.0038, 0.005, 0.006])));
  if (kind < 0.87) return Math.max(1, fen - Math.min(Math.floor(fen / 8), 100 * chance.pick([1, 2, 5, 10, 15, 20, 50])));
  return Math.max(1, Math.round(fen * Math.exp(-0.01 + 0.02 * chance.normal())));
}

const delay = (chance: Chance): number => {
  const kind = chance.next();
  if (kind < 0.5) return chance.int(1, 240) * 1000;
  if (kind < 0.62) return chance.int(5, 300) * 60_000;
  return (kind < 0.85 ? 1 : kind < 0.95 ? chance.int(2, 3) : chance.int(4, 20)) * day + chance.int(-200, 200) * 60_000;
};

function inventMemo(chance: Chance): string {
  const purpose = chance.pick(purposes);
  if (chance.happens(0.35)) return purpose;
  return `${purpose} ${chance.pick(goods)} ${chance.int(1, 12)}月 ${chance.happens(0.5) ? `合同${chance.int(1000, 99_999)}` : `${chance.int(1, 400)}号`}`;
}

/** The other bank cuts, turns round, adds its own words or leaves it out. */
function rewrite(chance: Chance, memo: string): string {
  const kind = chance.next();
  if (kind < 0.4) return memo;
  if (kind < 0.52) return "";
  if (kind < 0.65) return memo.slice(0, Math.max(2, Math.ceil(memo.length * 0.7)));
  if (kind < 0.78) return memo.split(" ").reverse().join(" ");
  return `${chance.pick(["跨行转入", "汇入", "网银互联", "超级网银"])} ${memo}`;
}

interface Side {
  readonly chance: Chance;
  readonly bank: string;
  readonly named: number;
  readonly hasMemos: boolean;
  /** This bank prints the time of day. */
  readonly clock: number;
}

function tell(
  { chance, bank, named, hasMemos, clock }: Side,
  own: Holder,
  other: Holder,
  fact: { isPaid: boolean; at: number; fen: number; memo: string },
): BookRow {
  const isNamed = chance.happens(named);
  return {
    isPaid: fact.isPaid,
    at: fact.at,
    hasClock: chance.happens(clock),
    fen: fact.fen,
    account: own.account,
    name: own.name,
    otherAccount: isNamed ? other.account : "",
    otherName: isNamed || chance.happens(0.25) ? other.name : "",
    memo: hasMemos ? fact.memo : "",
    reference: `${bank}${chance.int(100_000_000, 999_999_999)}`,
  };
}

export function inventBooks(seed: number, shape: BookShape): InventedBooks {
  const { payments, alone = 0.5, days = 90, hasMemos = true, round = 0.25, named = 0.25 } = shape;
  const accounts = shape.accounts ?? Math.max(3, Math.ceil(Math.sqrt(payments)));
  const chance = createChance(seed, "two books");
  const [payers, payees, strangers] = ["62170", "62284", "62319"].map((bank) => inventHolders(chance, bank, accounts)) as [
    Holder[],
    Holder[],
    Holder[],
  ];
  const sides = [
    { chance, bank: "A", named, hasMemos, clock: 1 },
    { chance, bank: "B", named, hasMemos, clock: 0.6 },
  ] as const;
  const drafts: [Draft[], Draft[]] = [[], []];
  const moment = () => start + chance.int(0, days - 1) * day + chance.int(7 * 3600, 23 * 3600) * 1000;
  for (let payment = 0; payment < payments; payment++) {
    const [payer, payee] = [chance.pick(payers), chance.pick(payees)];
    const [at, fen, memo] = [moment(), inventAmount(chance, round), inventMemo(chance)];
    const [got, later] = [arrives(chance, fen), delay(chance)];
    drafts[0].push({ payment, row: tell(sides[0], payer, payee, { isPaid: true, at, fen, memo }) });
    drafts[1].push({
      payment,
      row: tell(sides[1], payee, payer, { isPaid: false, at: at + later, fen: got, memo: rewrite(chance, memo) }),
    });
  }
  for (const [side, own] of [payers, payees].entries())
    for (let i = 0; i < payments * alone; i++) {
      const fact = { isPaid: side === 0 || chance.happens(0.3), at: moment(), fen: inventAmount(chance, round), memo: inventMemo(chance) };
      drafts[side]!.push({ payment: -1, row: tell(sides[side]!, chance.pick(own), chance.pick(strangers), fact) });
    }
  return settle(drafts);
}

function settle(drafts: readonly [Draft[], Draft[]]): InventedBooks {
  for (const bank of drafts) bank.sort((a, b) => a.row.at - b.row.at || a.payment - b.payment);
  const places = drafts.map((bank) => new Map(bank.map(({ payment }, place) => [payment, place])));
  const both = [...places[0]!.keys()].filter((payment) => payment >= 0).sort((a, b) => a - b);
  return {
    banks: [drafts[0].map(({ row }) => row), drafts[1].map(({ row }) => row)],
    truth: both.map((payment) => [places[0]!.get(payment)!, places[1]!.get(payment)!] as const),
  };
}

const headings = ["交易时间", "账号", "户名", "收付标志", "交易金额", "币种", "对方账号", "对方户名", "摘要", "交易流水号"];

const toCells = (row: BookRow): Row => [
  row.hasClock ? dateTimeOf(row.at) : dateOf(row.at),
  row.account,
  row.name,
  row.isPaid ? "出" : "进",
  (row.fen / 100).toFixed(2),
  "人民币",
  row.otherAccount,
  row.otherName,
  row.memo,
  row.reference,
];

/** As the two banks would export them; row n of a bank stands in row n + 1 of its file's data. */
export const bookFiles = ({ banks }: InventedBooks): DemoFile[] =>
  banks.map((rows, bank) => ({ name: `${["甲", "乙"][bank]}银行流水.csv`, bytes: csvBytes([headings, ...rows.map(toCells)], "utf-8") }));
