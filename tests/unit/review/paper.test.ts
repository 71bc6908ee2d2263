// What is printed: columns of each list, citations in short and in full, spreadsheets without formulas, documents that hold their parts.
import { expect, it } from "vitest";
import { createSentences } from "../../../electron/words.ts";
import { citationText, citationWithFile, noteText } from "../../../shared/review/paper/citation.ts";
import { formTable } from "../../../shared/review/paper/formTable.ts";
import { bankHouse, institutionOf } from "../../../shared/review/paper/institution.ts";
import { listForms } from "../../../shared/review/paper/listForms.ts";
import { listPaper } from "../../../shared/review/paper/listPaper.ts";
import { claimTable, listTable } from "../../../shared/review/paper/listTable.ts";
import { groupDigits } from "../../../shared/review/paper/plainText.ts";
import { listNames } from "../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";
import { cited } from "./citedRow.ts";

const say = createSentences("zh-CN");
const line: ListLine = {
  rank: 1,
  entity: "account:6222026245837201149",
  account: "6222026245837201149",
  cards: ["6217004548883149476"],
  name: "=HYPERLINK(1)",
  bank: "工商银行",
  amount: "1627916.50",
  traced: "1627916.50",
  least: "1000000.00",
  most: "1627916.50",
  currency: "CNY",
  at: "2026-11-05T13:00:36+08:00",
  minutes: 130,
  references: ["0012", "0013"],
  deadline: "2026-11-07T13:00:36+08:00",
  round: 2,
  reason: "held",
  measure: null,
  case: "A3412",
  claims: [
    {
      case: "A3412",
      victims: ["王丽"],
      payers: [{ account: "6217004548880412", cards: [], name: "张三", bank: "建设银行", paid: "50000.00" }],
      paid: "50000.00",
      paidAt: "2026-11-05T12:58:00+08:00",
      share: "16279.50",
      recorded: { stopped: "20000.00", frozen: null, returned: null, isStopOver: true },
      way: [
        {
          account: "6222026245837201149",
          name: "李娜",
          bank: "",
          at: "2026-11-05T13:00:36+08:00",
          amount: "50000.00",
          sources: [cited(2, 8)],
        },
      ],
    },
  ],
  requests: [{ record: "statement", since: "2026-11-05", until: "2026-11-26" }],
  sources: [cited(2, 8), cited(1, 3), cited(2, 5)],
};

it("gives every list bank, account, name, amount, case, victim and ground, and its own columns", () => {
  const headings = Object.fromEntries(
    listNames.map((list) => [list, listTable(list, [line], say, citationText, "page").columns.map(({ heading }) => heading)]),
  );
  const common = ["序号", "账号（卡号）", "户名", "开户行", "金额", "币种", "最近到账"];
  expect(headings).toEqual({
    stop: [...common, "停留", "流水号", "案件编号、被害人", "到期", "轮次", "依据与把握"],
    freeze: [...common, "流水号", "案件编号、被害人", "到期", "依据与把握"],
    return: ["序号", "案件编号", "被害人", "付款账户（返还账户）", "金额", "币种", "账号（卡号）", "户名", "开户行", "理由", "依据与把握"],
    request: [
      "序号",
      "向谁调取",
      "账号（卡号）",
      "户名",
      "金额",
      "币种",
      "最近到账",
      "流水号",
      "调取内容与期间",
      "案件编号、被害人",
      "理由",
    ],
    secured: [
      ...["序号", "账号（卡号）", "户名", "开户行", "在账涉案金额", "已控金额", "币种", "最近到账", "案件编号、被害人", "到期", "轮次"],
      "依据与把握",
    ],
  });
  expect(listTable("stop", [line], say, citationText, "page").rows[0]).toEqual([
    "1",
    "6222026245837201149\n6217004548883149476",
    "=HYPERLINK(1)",
    "工商银行",
    "1,627,916.50",
    "CNY",
    "2026-11-05 13:00:36",
    "2 小时",
    "0012\n0013",
    "A3412 王丽",
    "2026-11-07 13:00:36",
    "2",
    "流水证实有余额；各追踪口径 1,000,000.00 至 1,627,916.50",
  ]);
});

it("tells in one row of a spreadsheet all that a form of a bank asks for", () => {
  const { columns, rows } = listTable("request", [line], say, citationText, "file");
  expect(Object.fromEntries(columns.map(({ heading }, at) => [heading, rows[0]![at]!]))).toEqual({
    序号: "1",
    账号: "6222026245837201149",
    卡号: "6217004548883149476",
    户名: "=HYPERLINK(1)",
    开户行: "工商银行",
    金额: "1,627,916.50",
    在账涉案金额: "1,627,916.50",
    口径最少: "1,000,000.00",
    口径最多: "1,627,916.50",
    币种: "CNY",
    最近到账: "2026-11-05 13:00:36",
    流水号: "0012\n0013",
    向谁调取: "工商银行",
    调取内容与期间: "交易明细 2026-11-05 至 2026-11-26",
    案件编号: "A3412",
    被害人: "王丽",
    被骗转出: "50,000.00",
    转出时间: "2026-11-05 12:58:00",
    "付款账户（返还账户）": "6217004548880412 张三 建设银行（户名与被害人不一致，须核实）",
    台账已载: "止付 20,000.00（已过期，未见冻结）",
    理由: "流水证明钱还在",
    依据与把握: "流水证实有余额；各追踪口径 1,000,000.00 至 1,627,916.50",
    来源: "[1] 第 3 行；[2] 第 5、8 行",
    资金路径: "张三 …0412 → 11-05 13:00 50,000.00 → 李娜 …1149",
  });
  const sheet = listTable("request", [line], say, citationText, "sheet");
  expect(sheet.columns.map(({ heading }) => heading)).toEqual(columns.map(({ heading }) => heading).slice(0, -1));
  expect(Object.fromEntries(sheet.columns.map(({ heading, form }) => [heading, form]))).toMatchObject({
    序号: "count",
    金额: "money",
    口径最少: "money",
    最近到账: "time",
    被骗转出: "money",
    账号: undefined,
    流水号: undefined,
  });
});

it("has a row of its own for each case whose money is in a line, with the rows of the way", () => {
  const { rows } = claimTable([line], say, citationText);
  expect(rows.map((cells) => [cells[1], cells[5], cells[6], cells.at(-1)])).toEqual([["A3412", "50,000.00", "16,279.50", "[2] 第 8 行"]]);
});

it("says that a payer is not known, and who paid where no case names a victim", () => {
  const [claim] = line.claims;
  const cell = (change: Partial<typeof claim>, heading: string) => {
    const { columns, rows } = claimTable([{ ...line, claims: [{ ...claim!, ...change }] }], say, citationText);
    return rows[0]![columns.findIndex((column) => column.heading === heading)];
  };
  expect(cell({ payers: [] }, "付款账户（返还账户）")).toBe("付款账户未知，须向被害人核实");
  expect(cell({ victims: [] }, "被害人")).toBe("张三");
  expect(cell({ recorded: { stopped: null, frozen: null, returned: null, isStopOver: false } }, "台账已载")).toBe("未载");
});

it("knows a bank by its house whatever branch is written, and a pool by its platform", () => {
  const houses = [
    "中国工商银行股份有限公司云津分行",
    "工行云津支行",
    " 中国 银行 松北支行",
    "邮储银行",
    "云津农商银行城东支行",
    "某某省农村信用社联合社",
    "某支付有限公司",
    "",
  ];
  expect(houses.map(bankHouse)).toEqual([
    "工商银行",
    "工商银行",
    "中国银行",
    "邮政储蓄银行",
    "云津农商银行",
    "某某省农村信用社",
    "某支付",
    "",
  ]);
  expect(institutionOf({ ...line, reason: "pool", account: "243300133", name: "", bank: "中国银行" })).toBe("财付通");
});

it("cuts a list by bank: own numbers from one, own sum, the unknown bank last under a name that says so", () => {
  const other = { ...line, rank: 2, bank: "", amount: "5000000.00", round: 1 };
  const third = { ...line, rank: 3, bank: "中国工商银行", amount: "0.50", round: 1 };
  const forms = listForms("stop", [line, other, third], { asOf: "2026-11-05 13:00:36", unit: "云津市公安局" }, say);
  expect(forms.map(({ institution, table }) => [institution, table.rows.map(([place]) => place)])).toEqual([
    ["工商银行", ["1", "2"]],
    ["开户行未载", ["1"]],
  ]);
  expect(forms[0]!.heading[0]).toBe("致：工商银行　共 2 条　合计 1,627,917.00 元");
  expect(forms[0]!.heading[1]).toMatch(/^申请单位：云津市公安局　经办人：_+　/);
  expect(forms[0]!.heading[2]).toContain("各账户次数见备注");
  expect(formTable("stop", [{ ...line, currency: "USD" }], say).columns[4]!.heading).toBe("止付金额（USD）");
});

it("tells its title once on the first page, and on the page of every other bank", () => {
  const facts = {
    list: "stop",
    subject: "S-1",
    policy: "trace.policy.fifo",
    footer: "",
    secured: 0,
    sources: [],
    asOf: "",
    unit: "",
  } as const;
  const { title, blocks } = listPaper([line, { ...line, rank: 2, bank: "农业银行" }], facts, say);
  const headings = blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []));
  expect([title, ...headings.slice(0, 2)]).toEqual(["紧急止付清单", "农业银行", "紧急止付清单 · 工商银行"]);
});

it("cites by number, with the file, and in a note with column and hash", () => {
  expect(citationWithFile(line.sources, say)).toBe("[1] 流水1.xlsx〔明细〕 第 3 行；[2] 流水2.xlsx 第 5、8 行");
  expect(noteText([cited(2, 5)], say)).toBe("[2] 流水2.xlsx 第 5 行「交易金额」（SHA-256 abababababab…）");
});

it("parts digits by thousands before the point only", () => {
  expect(["0.00", "999.99", "1000.00", "1627916.50", "-1234567.891"].map(groupDigits)).toEqual([
    "0.00",
    "999.99",
    "1,000.00",
    "1,627,916.50",
    "-1,234,567.891",
  ]);
});
