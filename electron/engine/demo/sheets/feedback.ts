// 查控反馈: the answer of the query platform, one folder a bank with six sheets, as a zip; one bank did not answer.

import { hashText } from "../../../../shared/random.ts";
import { compactDateOf, dateOf, dateTimeOf, day } from "../clock.ts";
import type { County } from "../county.ts";
import type { Account, Bank } from "../model.ts";
import { banks } from "../people.ts";
import { feedbackStart, type Statement, type StatementLine, since } from "./statements.ts";
import { csvBytes, type DemoFile, money, type Row, workbookBytes, zipBytes } from "./table.ts";

export const transactionHeadings = [
  "交易卡号",
  "交易账号",
  "账户开户名称",
  "开户人证件号码",
  "交易时间",
  "交易金额",
  "交易余额",
  "收付标志",
  "交易对手账卡号",
  "现金标志",
  "对手户名",
  "对手身份证号",
  "对手开户银行",
  "摘要说明",
  "交易币种",
  "交易网点名称",
  "交易网点代码",
  "交易发生地",
  "交易是否成功",
  "传票号",
  "终端号",
  "IP地址",
  "MAC地址",
  "对手交易余额",
  "交易流水号",
  "日志号",
  "凭证种类",
  "凭证号",
  "交易柜员号",
  "商户名称",
  "商户号",
  "备注",
  "交易类型",
  "查询反馈结果原因",
] as const;

/** How each bank writes in and out. */
const directions: Readonly<Record<string, readonly [string, string]>> = {
  工行: ["贷", "借"],
  农行: ["进", "出"],
  建行: ["贷", "借"],
  中行: ["C", "D"],
  邮储: ["收", "付"],
  云津农商: ["入", "出"],
};
const csvBanks: readonly string[] = ["邮储", "中行"];
const compactBanks: readonly string[] = ["中行", "工行"];

const transactionTime = (bank: Bank, at: number): string =>
  compactBanks.includes(bank.short) ? dateTimeOf(at).replace(/\D/g, "") : dateTimeOf(at);

function transactionRow(owner: Account, line: StatementLine): Row {
  const { transfer, other } = line;
  const [incoming, outgoing] = directions[owner.bank.short]!;
  const values: Readonly<Record<string, string>> = {
    交易卡号: owner.card,
    交易账号: owner.number,
    账户开户名称: owner.holder,
    开户人证件号码: owner.identityNumber,
    交易时间: transactionTime(owner.bank, line.at),
    交易金额: money(line.amountFen),
    交易余额: money(line.balanceFen),
    收付标志: line.isIncoming ? incoming : outgoing,
    交易对手账卡号: line.otherNumber,
    现金标志: transfer.channel === "现金" ? "现金" : "转账",
    对手户名: other?.holder ?? "",
    对手身份证号: other?.identityNumber ?? "",
    对手开户银行: other?.bank.name ?? "",
    摘要说明: transfer.memo,
    交易币种: "人民币",
    交易网点名称: owner.branch,
    交易是否成功: transfer.state === "failed" ? "否" : "是",
    IP地址: line.isIncoming ? "" : transfer.address,
    交易流水号: line.reference,
    交易类型: transfer.channel,
    查询反馈结果原因: transfer.state === "failed" ? "账户状态异常" : "",
  };
  return transactionHeadings.map((heading) => values[heading] || null);
}

function personRows(own: readonly Statement[], county: County): Row[] {
  const rows = own.map(
    ({ owner }): Row => [
      owner.holder,
      "居民身份证",
      owner.identityNumber,
      owner.phone,
      `${county.geography.city}${county.geography.districts[0]}`,
      "",
      "查询成功",
    ],
  );
  return [["客户名称", "证照类型", "证照号码", "联系手机", "住宅地址", "工作单位", "查询反馈结果"], ...rows];
}

function accountRows(own: readonly Statement[], county: County): Row[] {
  const rows = own.map(({ owner, lines }): Row => {
    const opened = dateOf((lines[0]?.at ?? county.start) - (30 + (hashText(owner.card) % 900)) * day);
    const last = lines.at(-1);
    return [
      owner.holder,
      owner.identityNumber,
      owner.card,
      owner.number,
      "个人结算账户",
      "正常",
      owner.branch,
      opened,
      money(last?.balanceFen ?? 0),
      "人民币",
      last ? dateTimeOf(last.at) : "",
    ];
  });
  return [
    ["账户开户名称", "开户人证件号码", "卡号", "账号", "账户类别", "账户状态", "开户网点", "开户日期", "账户余额", "币种", "最后交易时间"],
    ...rows,
  ];
}

function subAccountRows(own: readonly Statement[]): Row[] {
  const rows = own.map(({ owner }): Row => [owner.card, owner.number, `${owner.number}0001`, "活期子账户", "人民币", "0.00", "正常"]);
  return [["卡号", "主账户", "子账户账号", "子账户类别", "币种", "余额", "账户状态"], ...rows];
}

function measureRows(own: readonly Statement[], county: County): Row[] {
  const rows = own
    .filter(({ owner }) => owner.part === "level1" && hashText(owner.number) % 6 === 0)
    .map(({ owner, lines }): Row => {
      const from = (lines.at(-1)?.at ?? county.start) + day;
      return [
        owner.number,
        owner.card,
        "冻结",
        money(lines.at(-1)?.balanceFen ?? 0),
        dateOf(from),
        dateOf(from + 182 * day),
        `${county.geography.city}公安局`,
      ];
    });
  return [["账号", "卡号", "措施类型", "冻结金额", "冻结开始日", "冻结截止日", "执行机关"], ...rows];
}

function taskRows(own: readonly Statement[], county: County, bank: string): Row[] {
  const rows = own.map(
    ({ owner }, i): Row => [
      `RW${compactDateOf(county.end)}${String(i + 1).padStart(5, "0")}`,
      bank,
      owner.card,
      "交易明细查询",
      "成功",
      "",
      dateTimeOf(county.end),
    ],
  );
  return [taskHeadings, ...rows];
}

const taskHeadings: Row = ["任务流水号", "查询机构", "查询账号", "任务类型", "反馈结果", "失败原因", "反馈时间"];

async function bankFiles(county: County, statements: readonly Statement[], bank: Bank): Promise<DemoFile[]> {
  const own = statements.filter(({ owner }) => owner.bank === bank);
  const transactions = own.flatMap(({ owner, lines }) => lines.map((line) => transactionRow(owner, line)));
  const table = [transactionHeadings, ...transactions];
  const sheets: readonly (readonly [string, readonly Row[]])[] = [
    ["人员信息", personRows(own, county)],
    ["账户信息", accountRows(own, county)],
    ["关联子账户信息", subAccountRows(own)],
    ["强制措施信息", measureRows(own, county)],
    ["任务信息", taskRows(own, county, bank.name)],
  ];
  const files: DemoFile[] = [];
  for (const [name, rows] of sheets) files.push({ name: `${bank.name}/${name}.xlsx`, bytes: await workbookBytes([{ name, rows }]) });
  if (csvBanks.includes(bank.short)) files.push({ name: `${bank.name}/交易明细信息.csv`, bytes: csvBytes(table, "gb18030") });
  else files.push({ name: `${bank.name}/交易明细信息.xlsx`, bytes: await workbookBytes([{ name: "交易明细信息", rows: table }]) });
  return files;
}

/** A query that failed is a fact: this bank has not answered. */
async function silentBank(county: County): Promise<DemoFile> {
  const card = county.money.transfers.find((transfer) => transfer.to?.part === "level1")?.to?.card ?? "";
  const row: Row = [
    `RW${compactDateOf(county.end)}90001`,
    "沧北银行",
    card,
    "交易明细查询",
    "失败",
    "系统超时，未反馈",
    dateTimeOf(county.end),
  ];
  return { name: "沧北银行/任务信息.xlsx", bytes: await workbookBytes([{ name: "任务信息", rows: [taskHeadings, row] }]) };
}

export async function writeFeedback(county: County, statements: readonly Statement[]): Promise<DemoFile> {
  const period = feedbackStart(county);
  const files: DemoFile[] = [];
  for (const bank of banks) {
    const isOverlapping = bank.short === "工行" || bank.short === "建行";
    files.push(...(await bankFiles(county, isOverlapping ? statements.map((statement) => since(statement, period)) : statements, bank)));
  }
  files.push(await silentBank(county));
  return { name: `查控反馈_${county.stamp.year}${county.stamp.yesterday}${county.suffix}.zip`, bytes: zipBytes(files) };
}
