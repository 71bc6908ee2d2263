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

  it("of hostile length is read in less than a second", () => {
    const hostile = "1".repeat(50_000) + "a.".repeat(50_000) + "下载".repeat(50_000) + "“".repeat(10_000);
    const began = performance.now();
    extractBrief(hostile);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
