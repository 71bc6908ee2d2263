// Recognition of sheets that nobody described: invented layouts, banners, trailers, two headings, none.
import { describe, expect, it } from "vitest";
import { recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { mapRows } from "./mapRows.ts";

type Rows = readonly (readonly string[])[];

const recognise = (rows: Rows, fileName = "data.csv") => recogniseSheet({ rows, fileName, sheetName: null }, []);

function importAll(rows: Rows) {
  const found = recognise(rows);
  const under = rows.slice(found.headerRow === 0 ? 0 : found.headerRow - 1 + (found.mapping.format?.headerRows ?? 1));
  return { found, told: mapRows(found.mapping, found.headings, under, { banner: Object.fromEntries(found.banner) }) };
}

const other = ["6217000000000000029", "6230000000000000037", "6222020000000000018"];

describe("statements", () => {
  it("finds the heading below a banner, takes the owner from it, and skips blank rows, totals and remarks", () => {
    const { found, told } = importAll([
      ["某银行流水"],
      ["账　　号：", "6222021234567890128"],
      ["户名：韩某    币种：人民币"],
      ["查询期间：2026-05-01 至 2026-05-31"],
      [],
      ["交易日期", "交易时间", "支出", "收入", "账户余额", "对方账号", "摘要"],
      ["20260501", "93012", "5.00", "", "95.00", other[0]!, "消费"],
      ["20260502", "200500", "", "10.00", "105.00", other[1]!, "转入"],
      ["20260503", "0", "2.00", "", "103.00", other[2]!, "消费"],
      ["合计", "", "7.00", "10.00", "", "", ""],
      ["", "", "", "", "", "", ""],
      ["以上数据仅供参考"],
    ]);
    expect([found.mapping.rowKind, found.headerRow, found.sure]).toEqual(["transfer", 6, true]);
    expect(found.mapping.constants).toEqual({ currency: "CNY", "own.account": "6222021234567890128", "own.name": "韩某" });
    expect(told.transfers[0]).toBe(`2026-05-01T09:30:12 account:6222021234567890128 > account:${other[0]} 5.00 CNY done`);
    expect(told.totals).toEqual([{ count: 3, in: "10.00", out: "7.00", currency: "CNY" }]);
    expect(told.notes.map(({ reason }) => reason)).toEqual(["total", "blank", "banner"]);
    expect(told.coverage).toEqual(["account:6222021234567890128 transfer 2026-05-01T00:00:00 2026-05-31T23:59:59"]);
  });

  it("reads a statement without heading by its running balance, newest first", () => {
    const rows = [
      ["05/04/2026", "SHOP", "2.00", "", "103.00"],
      ["05/03/2026", "SALARY", "", "10.00", "105.00"],
      ["05/02/2026", "SHOP", "5.00", "", "95.00"],
      ["05/01/2026", "SHOP", "1.00", "", "100.00"],
    ];
    const { found, told } = importAll(rows);
    expect(found.mapping.columns).toEqual({ "#1": "time", "#2": "memo", "#3": "debit", "#4": "credit", "#5": "balance" });
    expect([found.sure, told.totals]).toEqual([true, [{ count: 4, in: "10.00", out: "8.00", currency: "XXX" }]]);
    expect(found.doubts.map(({ code }) => code)).toEqual(["balance-agrees", "currency-unknown", "date-order"]);
  });

  it("turns debit and credit round where the balance proves the headings wrong", () => {
    const { told } = importAll([
      ["日期", "借方", "贷方", "余额"],
      ["2026-05-01", "5.00", "", "105.00"],
      ["2026-05-02", "", "10.00", "95.00"],
      ["2026-05-03", "2.00", "", "97.00"],
      ["2026-05-04", "", "7.00", "90.00"],
    ]);
    expect(told.totals).toEqual([{ count: 4, in: "7.00", out: "17.00", currency: "CNY" }]);
  });

  it("stores as neutral what does not say which way the money went, and asks", () => {
    const { found, told } = importAll([
      ["Transaction Date", "Transaction Amount", "Description"],
      ["2026-05-01", "5.00", "SHOP"],
      ["2026-05-02", "6.00", "SHOP B"],
    ]);
    expect(found.doubts.filter(({ blocking }) => blocking).map(({ code }) => code)).toEqual(["direction-not-told"]);
    expect(told.transfers.map((text) => text.split(" ").at(-1))).toEqual(["neutral", "neutral"]);
  });

  it("reads card bills whose minus means paid back", () => {
    const { told } = importAll([
      ["交易日期", "交易描述", "交易金额"],
      ["2026-05-01", "超市", "5.00"],
      ["2026-05-02", "加油", "6.00"],
      ["2026-05-03", "自动还款", "-9.00"],
      ["2026-05-04", "餐饮", "3.00"],
    ]);
    expect(told.totals).toEqual([{ count: 4, in: "9.00", out: "14.00", currency: "CNY" }]);
  });

  it("reads amounts with their currency glued on, told twice, whose minus means paid back", () => {
    const { found, told } = importAll([
      ["交易日期", "入账日期", "交易描述", "卡末四位", "交易货币/金额", "入账货币/金额"],
      ["2026-01-05", "2026-01-06", "超市", "1234", "CNY 123.18", "CNY 123.18"],
      ["2026-01-06", "2026-01-07", "还款", "1234", "CNY -1000.00", "CNY -1000.00"],
      ["2026-01-08", "2026-01-09", "餐饮", "1234", "CNY 55.00", "CNY 55.00"],
    ]);
    expect([found.sure, told.totals]).toEqual([true, [{ count: 3, in: "1000.00", out: "178.18", currency: "CNY" }]]);
  });

  it("takes a number of an account that looks like a day for what it is", () => {
    const { found } = importAll([
      ["Date", "Type", "Description", "Value", "Balance", "Account Name", "Account Number"],
      ["01 Mar 2025", "D/D", "GAS", "-20.00", "80.00", "SMITH", "20-11-22 12345678"],
      ["02 Mar 2025", "BAC", "PAY", "100.00", "180.00", "SMITH", "20-11-22 12345678"],
      ["03 Mar 2025", "POS", "SHOP", "-5.00", "175.00", "SMITH", "20-11-22 12345678"],
    ]);
    expect(found.mapping.columns).toMatchObject({ "Account Number": "own.account", Value: "amount" });
  });

  it("reads a ledger with both sides", () => {
    const { found } = importAll([
      ["时间", "付款账号", "收款账号", "金额"],
      ["2026-05-01 10:00:00", other[0]!, other[1]!, "5.00"],
      ["2026-05-01 11:00:00", other[1]!, other[2]!, "6.00"],
    ]);
    expect(found.mapping.columns).toEqual({ 时间: "time", 付款账号: "from.account", 收款账号: "to.account", 金额: "amount" });
  });
});

describe("other sheets", () => {
  it("reads a phone bill under two headings that come again, its days by the month above them", () => {
    const heading = ["序号", "起始时间", "呼叫类型", "对端号码", "通话时长", "通话地", "漫游类型", "基本费(元)"];
    const { found, told } = importAll([
      ["客户通话详单"],
      ["客户号码", "18612345678", "入网日期", "2019-05-06"],
      ["查询月份", "202603"],
      ["语音通话", "", "", "", "", "", "通话费用", ""],
      heading,
      ["1", "03-01 09:23:55", "主叫", "13912345678", "0分6秒", "杭州", "国内", "0.15"],
      ["2", "03-02 10:02:13", "被叫", "15912345678", "1分16秒", "杭州", "国内", "0.15"],
      ["小计", "", "", "", "", "", "", "0.30"],
      heading,
      ["3", "03-03 11:02:13", "主叫", "17712345678", "3分1秒", "杭州", "国内", "0.15"],
      ["合计", "3次", "", "", "", "", "", "0.45"],
    ]);
    expect([found.sure, found.mapping.rowKind]).toEqual([true, "call"]);
    expect(told.calls.map((text) => text.slice(0, 19))).toEqual(["2026-03-01T09:23:55", "2026-03-02T10:02:13", "2026-03-03T11:02:13"]);
    expect(told.notes.filter(({ verdict }) => verdict === "rejected")).toEqual([]);
  });

  it("reads a case sheet with two heading rows and merged numbers", () => {
    const found = recognise([
      ["案件编号", "受害人", "", "涉案金额", "嫌疑账号"],
      ["", "姓名", "联系电话", "", ""],
      ["A330100000001", "王某", "13800138000", "15000", other[0]!],
      ["", "", "", "", other[1]!],
      ["A330100000002", "李某", "13900139000", "800.50", other[2]!],
    ]);
    expect([found.mapping.rowKind, found.headerRow, found.mapping.format?.headerRows]).toEqual(["case", 1, 2]);
    expect(found.mapping.format?.fillDown).toEqual(["案件编号"]);
    expect(found.mapping.columns).toMatchObject({
      案件编号: "case.number",
      "受害人 联系电话": "victim.phone",
      涉案金额: "case.loss",
      嫌疑账号: "account",
    });
  });

  it.each([
    [
      "call",
      ["本机号码", "对方号码", "呼叫类型", "起始时间", "时长", "LAC", "CI"],
      ["13800138000", "13900139000", "主叫", "2026-05-01 10:00:00", "1分20秒", "20011", "10030584"],
    ],
    [
      "stay",
      ["姓名", "身份证号", "旅馆名称", "房号", "入住时间", "退房时间"],
      ["王某", "110101199003070134", "某旅馆", "301", "2026-05-01 20:00", "2026-05-02 09:00"],
    ],
    ["capture", ["号牌号码", "过车时间", "卡口名称"], ["浙A12345", "2026-05-01 20:00:00", "东门"]],
    ["person", ["姓名", "性别", "身份证号", "手机号码", "住址"], ["王某", "男", "110101199003070134", "13800138000", "某市某路1号"]],
    [
      "account",
      ["账户开户名称", "卡号", "账号", "账户状态", "开户日期"],
      ["王某", "6222020000000000018", "1202558897011820", "正常", "2020-01-01"],
    ],
    ["measure", ["账号", "措施类型", "冻结金额", "冻结开始日", "执行机关"], ["1202558897011820", "冻结", "88.00", "2026-05-01", "某局"]],
    ["login", ["登录账号", "登录时间", "登录IP", "MAC地址"], ["1202558897011820", "2026-05-01 20:00:00", "10.0.0.1", "00:1A:2B:3C:4D:5E"]],
    ["involvement", ["案件编号", "姓名", "证件号码", "涉案角色"], ["A330100000001", "王某", "110101199003070134", "嫌疑人"]],
    [
      "address",
      [
        "地址编码",
        "省",
        "市",
        "县区",
        "乡镇街道",
        "社区",
        "路街巷",
        "门牌号",
        "小区",
        "楼栋",
        "单元",
        "层",
        "室",
        "经度",
        "纬度",
        "坐标系",
      ],
      [
        "330106001",
        "浙江省",
        "杭州市",
        "西湖区",
        "某街道",
        "某社区",
        "某路",
        "138号",
        "某小区",
        "3栋",
        "2单元",
        "5层",
        "501室",
        "120.13",
        "30.28",
        "GCJ-02",
      ],
    ],
    ["address", ["标准地址编码", "标准地址", "经度", "纬度"], ["330106001", "浙江省杭州市西湖区某路138号3栋", "120.13", "30.28"]],
    [
      "person",
      ["姓名", "公民身份号码", "性别", "标准地址编码", "现住址", "居住起始日期", "离开日期", "人户一致"],
      ["王某", "110101199003070134", "男", "330106001", "西湖区某路138号3栋501室", "2024-03-01", "", "是"],
    ],
    [
      "house",
      ["房屋编号", "标准地址编码", "房屋地址", "产权人姓名", "产权人证件号码", "房屋用途", "出租状态", "承租人姓名", "承租人证件号码"],
      ["F1", "330106001", "西湖区某路138号3栋501室", "王某", "110101199003070134", "居住", "出租", "李某", "110101199003070134"],
    ],
    [
      "organisation",
      ["单位名称", "统一社会信用代码", "标准地址编码", "单位地址", "法定代表人", "开业日期"],
      ["某商贸有限公司", "91330100MA00000000", "330106001", "西湖区某路138号3栋501室", "王某", "2024-03-01"],
    ],
    [
      "stay",
      ["姓名", "证件号码", "网吧名称", "机器号", "上机时间", "下机时间"],
      ["王某", "110101199003070134", "某网吧", "A012", "2026-05-01 20:00:00", "2026-05-01 23:10:00"],
    ],
    [
      "population",
      ["行政区划代码", "区县", "年份", "年末常住人口（万人）", "户籍人口（人）"],
      ["330106", "西湖区", "2025", "112.4", "821345"],
    ],
    ["population", ["区划代码", "地区", "2024年末常住人口（万人）", "2025年末常住人口（万人）"], ["330106", "西湖区", "111.9", "112.4"]],
    ["population", ["Division code", "County", "Year", "Resident population"], ["330106", "Xihu", "2025", "1,124,000"]],
    ["population", ["地区", "年度", "总人口"], ["西湖区", "2025", "1124000"]],
    ["task", ["任务流水号", "查询账号", "反馈结果", "失败原因"], ["T1", "1202558897011820", "失败", "超时"]],
  ])("recognises a sheet of kind %s by its headings and content", (rowKind, headings, row) => {
    const found = recognise([headings, row, row, row]);
    expect([found.mapping.rowKind, found.sure]).toEqual([rowKind, true]);
  });

  it("is not sure of words that it does not know, and gives its best guess", () => {
    const found = recognise([
      ["foo", "bar", "baz"],
      ["a", "b", "c"],
      ["d", "e", "f"],
    ]);
    expect([found.sure, found.doubts.some(({ blocking }) => blocking)]).toEqual([false, true]);
  });

  it("finds a saved layout again by its headings, wherever they stand, with the owner of this file", () => {
    const mapping = {
      name: "mine",
      rowKind: "transfer" as const,
      columns: { 甲: "time", 乙: "debit" },
      constants: { "own.account": "1", currency: "CNY" },
    };
    const rows = [["账号：6222021234567890128"], ["甲", "乙", "丙"], ["2026-05-01", "5", "x"]];
    const found = recogniseSheet({ rows, fileName: "x.csv", sheetName: null }, [
      { name: "mine", mapping, headings: [], savedAt: "", used: 0 },
    ]);
    expect([found.layout, found.headerRow, found.mapping.constants]).toEqual([
      "mine",
      2,
      { "own.account": "6222021234567890128", currency: "CNY" },
    ]);
  });
});
