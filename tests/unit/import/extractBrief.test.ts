// Findings in the text of a brief: what, where, whose.
import { describe, expect, it } from "vitest";
import { extractBrief } from "../../../shared/import/extractBrief.ts";

const found = (text: string) =>
  extractBrief(text).map((finding) => [text.slice(finding.start, finding.end), finding.subtype, finding.value, finding.role]);

describe("a brief", () => {
  it("of a false shop service gives phone, app, QQ, account and loss, with whose they are", () => {
    const brief =
      "报警人王某（手机号13900000000）称接到自称客服的电话（00852-61234567），对方让其下载“优选购”APP，加QQ号1234567，后转账到对方账户6222021234567890128共50000元，损失5.2万元。";
    expect(found(brief)).toEqual([
      ["13900000000", "mobile", "13900000000", "victim"],
      ["00852-61234567", "foreign", "+85261234567", "offender"],
      ["优选购", "app", "优选购", "offender"],
      ["1234567", "qq", "1234567", "offender"],
      ["6222021234567890128", "bank-card", "6222021234567890128", "offender"],
      ["50000元", "CNY", "5000000", "neutral"],
      ["5.2万元", "CNY", "5200000", "neutral"],
    ]);
  });

  it("finds addresses, accounts without check digit, WeChat and plates", () => {
    const brief =
      "事主点击链接http://www.yxg.example.top/reg?id=1，下载名为信达宝的软件，加微信号wxid_abc12345，向账号：31050161393600000123汇款。嫌疑人驾驶京A12345离开，登录yxg.vip。";
    expect(found(brief).map(([text, subtype]) => [text, subtype])).toEqual([
      ["http://www.yxg.example.top/reg?id=1", "url"],
      ["信达宝", "app"],
      ["wxid_abc12345", "wechat"],
      ["31050161393600000123", "account"],
      ["京A12345", "plate"],
      ["yxg.vip", "domain"],
    ]);
  });

  it("in full-width signs keeps the places of the text as given", () => {
    expect(found("联系电话１３９００００００００。")).toEqual([["１３９００００００００", "mobile", "13900000000", "victim"]]);
  });

  it("keeps the victim's own card and the account paid to apart in one clause", () => {
    const paid =
      "其用本人中行卡6222021234567890128分2笔向农行账户6222021234567890136（户名周某）转账共计300元，对方给其账户6222021234567890144退款。";
    expect(found(paid).flatMap(([, subtype, value, role]) => (subtype === "CNY" ? [] : [[value, role]]))).toEqual([
      ["6222021234567890128", "victim"],
      ["6222021234567890136", "offender"],
      ["6222021234567890144", "victim"],
    ]);
  });

  it("takes neither dates nor case numbers for identifiers", () => {
    expect(found("2026年3月2日21时许，警情编号20260302123456，事主在家中被盗。")).toEqual([]);
  });

  it("takes an identity number with a wrong check digit for no card, though it passes as one", () => {
    expect(found("嫌疑人身份证340101199001040003")).toEqual([]);
    expect(found("转入卡号340101199001040003").map(([, subtype]) => subtype)).toEqual(["bank-card"]);
  });

  it.each([
    ["转了38,600元", "38,600元", 38_600],
    ["昨天转了3.86万给他", "3.86万", 38_600],
    ["一共转了38600，卡号不记得", "38600", 38_600],
    ["汇了三万八千六百元", "三万八千六百元", 38_600],
    ["被骗了三万八", "三万八", 38_000],
    ["损失3万6千元", "3万6千元", 36_000],
    ["先后转过去3万6", "3万6", 36_000],
    ["充了五千块", "五千块", 5000],
  ])("told by telephone gives the sum: %s", (text, words, yuan) => {
    expect(found(text).filter(([, subtype]) => subtype === "CNY")).toEqual([[words, "CNY", String(yuan * 100), "neutral"]]);
  });

  it.each(["转账13900000000", "转了3笔", "被骗500人", "转2026年", "三千多人", "一百米", "转账6222021234567890128"])(
    "takes %s for no sum",
    (text) => expect(found(text).filter(([, subtype]) => subtype === "CNY")).toEqual([]),
  );

  it.each([
    ["让我下载惠享购App", "惠享购"],
    ["APP惠享购，转了钱", "惠享购"],
    ["用APP：惠享购被骗", "惠享购"],
    ["App惠享购上做任务", "惠享购"],
  ])("names the app of %s", (text, name) => {
    expect(found(text).filter(([, subtype]) => subtype === "app")).toEqual([[name, "app", name, "offender"]]);
  });

  it.each(["下载APP后转账", "在APP上充值", "APP客服让我转账", "打开APP显示余额", "该APP平台无法登录", "通过APP投资"])(
    "names no app in %s",
    (text) => expect(found(text).filter(([, subtype]) => subtype === "app")).toEqual([]),
  );

  it("of hostile length is read in less than a second of processor time", () => {
    const hostile = "1".repeat(50_000) + "a.".repeat(50_000) + "下载".repeat(50_000) + "“".repeat(10_000);
    const before = process.cpuUsage();
    extractBrief(hostile);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
