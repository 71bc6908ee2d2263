// Builds a query-feedback package (查控反馈) as it comes: hundreds of workbooks, one for each queried card, from banks that head their sheets
// in their own ways. One bank heads its movements with codes, two with balances that prove them; some queries got no answer.
import { writeXlsx } from "hucre";
import { luhnDigit } from "../../../shared/import/kinds/checkDigits.ts";
import { seededRandom } from "../../../shared/random.ts";
import { makeZip, toGb18030 } from "./readers/fixtures.ts";

interface Bank {
  readonly name: string;
  readonly bin: string;
  readonly people: readonly string[];
  readonly accounts: readonly string[];
  readonly subAccounts: readonly string[];
  readonly measures: readonly string[];
  readonly movements: readonly string[];
  readonly tasks: readonly string[];
}

const usual = {
  people: ["客户名称", "证照类型", "证照号码", "单位地址", "联系电话", "联系手机", "单位电话", "住宅电话", "工作单位", "邮箱地址"],
  accounts: [
    "账户开户名称",
    "开户人证件号码",
    "交易卡号",
    "交易账号",
    "账号开户时间",
    "账户余额",
    "币种",
    "开户网点",
    "账户状态",
    "销户日期",
  ],
  subAccounts: ["卡号", "账号", "子账户序号", "子账户类别", "子账户账号", "币种", "账户余额", "账户状态"],
  measures: ["账号", "措施序号", "冻结开始日", "冻结截止日", "冻结机关名称", "冻结金额", "备注", "冻结措施类型"],
  movements: [
    "交易卡号",
    "交易账号",
    "账户开户名称",
    "开户人证件号码",
    "交易时间",
    "交易金额",
    "交易余额",
    "收付标志",
    "交易对手账卡号",
    "对手户名",
    "摘要说明",
    "交易币种",
    "交易是否成功",
    "交易流水号",
    "查询反馈结果原因",
  ],
  tasks: ["任务流水号", "反馈单位", "查询项", "查询账号", "任务状态", "查询反馈结果", "查询反馈结果原因"],
};

/** The same columns of movements under other headings, in their own order. */
const renamed: Readonly<Record<string, readonly string[]>> = {
  second: [
    "查询卡号",
    "查询账户",
    "户名",
    "证件号码",
    "交易日期时间",
    "金额",
    "账户余额",
    "借贷标志",
    "对方账号",
    "对方户名",
    "摘要",
    "币种",
    "是否成功",
    "流水号",
    "反馈结果原因",
  ],
  third: [
    "本方卡号",
    "本方账号",
    "客户名称",
    "身份证号码",
    "记账时间",
    "发生额",
    "余额",
    "收付标识",
    "交易对手账号",
    "交易对手名称",
    "附言",
    "币别",
    "交易结果",
    "柜员流水号",
    "失败原因",
  ],
  codes: ["c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12", "c13", "c14", "c15"],
  bare: ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12", "f13", "f14", "f15"],
};

export const banks: readonly Bank[] = [
  { ...usual, name: "东山银行", bin: "622202" },
  { ...usual, name: "西湖银行", bin: "621700", movements: renamed.second! },
  { ...usual, name: "南屏银行", bin: "622848", movements: renamed.third! },
  { ...usual, name: "北原银行", bin: "623090" },
  { ...usual, name: "中川银行", bin: "622609", movements: renamed.codes! },
  { ...usual, name: "远滨银行", bin: "622155", movements: renamed.bare! },
];

/** The bank whose movements have neither words nor a balance: nothing proves their reading. */
export const doubtfulBank = "远滨银行";

const cardOf = (bin: string, number: number) => {
  const body = bin + String(number).padStart(12, "0");
  return body + luhnDigit(body);
};

function movementsOf(bank: Bank, card: string, account: string, random: () => number): string[][] {
  const isBare = bank.name === doubtfulBank;
  let balance = 100_000 + Math.floor(random() * 900_000);
  return Array.from({ length: 8 }, (_, i) => {
    const isIn = random() < 0.5 || balance < 60_000;
    const fen = 1_00 + Math.floor(random() * 50_000);
    balance += isIn ? fen : -fen;
    const side = isBare ? (isIn ? "K" : "J") : isIn ? "进" : "出";
    const at = `2026-05-${String(i + 1).padStart(2, "0")} 1${i}:20:33`;
    const other = cardOf("621226", 1 + Math.floor(random() * 40));
    return [
      card,
      account,
      "秦某",
      "110101199003070134",
      at,
      (fen / 100).toFixed(2),
      isBare ? "" : (balance / 100).toFixed(2),
      side,
      other,
      "吕某",
      "转账",
      "人民币",
      "是",
      `L${bank.bin}${account.slice(-6)}${i}`,
      "",
    ];
  });
}

export interface QueryPackage {
  readonly zip: Buffer;
  readonly movementCount: number;
  /** Cards without an answer. */
  readonly unanswered: readonly string[];
}

export async function makeQueryPackage(workbooksPerBank: number): Promise<QueryPackage> {
  const random = seededRandom(7);
  const parts: { name: Buffer; content: Buffer }[] = [];
  const unanswered: string[] = [];
  let movementCount = 0;
  for (const [b, bank] of banks.entries())
    for (let n = 0; n < workbooksPerBank; n++) {
      const card = cardOf(bank.bin, 1000 + n);
      const account = `12025588${b}${String(10_000 + n)}`;
      const isAnswered = n % 10 !== 9;
      const movements = isAnswered ? movementsOf(bank, card, account, random) : [];
      if (!isAnswered) unanswered.push(card);
      movementCount += movements.length;
      const sheets = sheetsOf(bank, { card, account, number: n, isAnswered, movements });
      const content = Buffer.from(await writeXlsx({ sheets }));
      parts.push({ name: toGb18030(`查控反馈/${bank.name}/${card}.xlsx`), content });
    }
  return { zip: makeZip(parts), movementCount, unanswered };
}

interface Query {
  readonly card: string;
  readonly account: string;
  readonly number: number;
  readonly isAnswered: boolean;
  readonly movements: readonly (readonly string[])[];
}

function sheetsOf(bank: Bank, { card, account, number, isAnswered, movements }: Query) {
  const task = [`R${bank.bin}${number}`, bank.name, "交易明细", card, "完成", isAnswered ? "成功" : "失败", isAnswered ? "" : "系统超时"];
  const sheet = (name: string, headings: readonly string[], rows: readonly (readonly string[])[]) => ({
    name,
    rows: [[...headings], ...rows.map((row) => [...row])],
  });
  const tasks = sheet("任务信息", bank.tasks, [task]);
  if (!isAnswered) return [tasks];
  const phone = `1380013${String(8000 + number)}`;
  return [
    sheet("人员信息", bank.people, [
      ["秦某", "居民身份证", "110101199003070134", "某市某路1号", phone, phone, "010-60000000", "", "某公司", ""],
    ]),
    sheet("账户信息", bank.accounts, [
      ["秦某", "110101199003070134", card, account, "2020-01-01 09:00:00", "12.50", "人民币", "某支行", "正常", ""],
    ]),
    sheet("关联子账户信息", bank.subAccounts, [[card, account, "1", "活期", `${account}001`, "人民币", "12.50", "正常"]]),
    sheet("强制措施信息", bank.measures, [[account, "1", "2026-05-01", "2026-11-01", "某市公安局", "88.00", "", "冻结"]]),
    sheet("交易明细信息", bank.movements, movements),
    tasks,
  ];
}
