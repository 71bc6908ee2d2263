// Sheets that units fill in by template: case sheets with and without numbers, call records, query tasks. Every heading is either read or kept.
import { describe, expect, it } from "vitest";
import { recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { mapRows } from "./mapRows.ts";

type Rows = readonly (readonly string[])[];

function read(rows: Rows) {
  const found = recogniseSheet({ rows, fileName: "表.xlsx", sheetName: null }, []);
  return {
    found,
    told: mapRows(found.mapping, found.headings, rows.slice(1)),
    unread: rows[0]!.filter((heading) => found.mapping.columns[heading] === undefined),
  };
}

const caseHeadings = [
  "案发地点",
  "所属分局",
  "来电类别",
  "报警人姓名",
  "性别",
  "年龄",
  "文化程度",
  "受害人职业",
  "涉案资金",
  "诈骗类型",
  "引流方式",
  "引流地址",
  "引流联系时间",
  "登记时间",
];
const caseRow = (n: number) => [
  `某市某路${n}号`,
  "东区分局",
  "诈骗",
  ["王某", "李某", "赵某"][n % 3]!,
  "男",
  String(30 + n),
  "本科",
  "职员",
  `${n}5000`,
  "刷单返利",
  "短信",
  `www.abc${n}.com`,
  "2026-05-01 10:00",
  `2026-05-0${n} 11:00`,
];

describe("templates", () => {
  it("a case sheet without any number gives a case a row, and asks first", () => {
    const { found, told, unread } = read([caseHeadings, caseRow(1), caseRow(2), caseRow(3)]);
    expect([found.mapping.rowKind, found.sure, found.doubts.map(({ code, blocking }) => [code, blocking])]).toEqual([
      "case",
      true,
      [["case-unnumbered", true]],
    ]);
    expect(unread).toEqual(["来电类别", "性别", "年龄", "文化程度", "受害人职业", "引流联系时间"]);
    expect(told.attributes.filter((text) => text.startsWith("case:#2 "))).toEqual(
      expect.arrayContaining(["case:#2 case.loss=25000.00", "case:#2 来电类别=诈骗", "case:#2 年龄=32"]),
    );
    expect(told.counts).toEqual({ read: 3, stored: 3, rejected: 0, skipped: 0 });
  });

  it("a numbered case sheet reads numbers, money, several accounts in a cell and the people", () => {
    const headings = [
      "警情编号",
      "案件编号",
      "报案时间",
      "立案时间",
      "主办民警",
      "止付金额",
      "冻结金额",
      "返还金额",
      "转账方式",
      "涉诈APP",
      "涉诈网址",
      "嫌疑账号",
      "嫌疑电话",
      "简要案情",
      "破案状态",
      ...caseHeadings,
    ];
    const row = (n: number) => [
      `J33010000000${n}`,
      `A33010000000${n}`,
      "2026-05-02 09:00",
      "2026-05-03",
      "民警甲",
      "100",
      "200",
      "0",
      "手机银行",
      "某某贷",
      "www.x.com",
      "6230000000000000037、6222020000000000018",
      "13800138000",
      "事主称被骗",
      "未破",
      ...caseRow(n),
    ];
    const { found, told, unread } = read([headings, row(1), row(2), row(3)]);
    expect([found.mapping.rowKind, found.sure, found.doubts.filter(({ blocking }) => blocking)]).toEqual(["case", true, []]);
    expect(unread).toEqual(["来电类别", "性别", "年龄", "文化程度", "受害人职业", "引流联系时间", "登记时间"]);
    expect(told.links.filter((text) => /account:62\d+ .*case:A330100000001$/.test(text))).toHaveLength(2);
  });

  it("call records read numbers, way, length in every spelling, tower and handset", () => {
    const headings = ["本机号码", "对方号码", "呼叫类型", "起始时间", "时长", "LAC", "CI", "IMEI", "IMSI", "归属地", "漫游地"];
    const row = (other: string, way: string, length: string) => [
      "13800138000",
      other,
      way,
      "2026-05-01 10:00:00",
      length,
      "20011",
      "10030584",
      "490154203237518",
      "460001234567890",
      "杭州",
      "宁波",
    ];
    const { found, told, unread } = read([
      headings,
      row("13900139000", "主叫", "1分20秒"),
      row("13700137000", "被叫", "00:01:20"),
      row("13600136000", "主叫", "33"),
    ]);
    expect([found.mapping.rowKind, found.sure, unread]).toEqual(["call", true, ["归属地"]]);
    expect(told.calls.map((text) => text.split(" ").slice(1, 5).join(" "))).toEqual([
      "phone:13800138000 > phone:13900139000 80s",
      "phone:13700137000 > phone:13800138000 80s",
      "phone:13800138000 > phone:13600136000 33s",
    ]);
  });

  it("a row of movements with a reason instead of time and amount is a bank's silence, not a reject", () => {
    const { told } = read([
      ["交易卡号", "交易时间", "交易金额", "收付标志", "交易对手账卡号", "查询反馈结果原因"],
      ["6230000000000000037", "2026-05-01 10:00:00", "5.00", "进", "6222020000000000018", ""],
      ["6230000000000000037", "2026-05-02 10:00:00", "6.00", "出", "6222020000000000018", ""],
      ["6217000000000000029", "", "", "", "", "查无此卡"],
    ]);
    expect([told.counts.stored, told.attributes.filter((text) => /noReply/.test(text))]).toEqual([
      3,
      ["account:6217000000000000029 query.noReply=查无此卡"],
    ]);
  });
});
