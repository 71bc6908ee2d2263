// Masking: one value of each kind, free text by what a workspace knows, file names, and answers walked whole.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskLabel, maskValueOf } from "../../../shared/review/mask.ts";
import { createMasker } from "../../../shared/review/masker.ts";
import { maskResult } from "../../../shared/review/maskResult.ts";
import { namesIn } from "../../../shared/review/namesIn.ts";

const names = new Set(["张三丰", "吕布", "阿依古丽·买买提", "Li Lei", "常委"]);
const kinds: Readonly<Record<string, string>> = { "73921845": "netid", "8800123456": "account", "330102202601010001": "case" };
const masker = createMasker({ isName: (text) => names.has(text), kindOf: (key) => kinds[key] ?? null });

describe("a name after the word that announces it", () => {
  it.each([
    ["机主周五前往云津", "机主周五前往云津"],
    ["机主马上离开", "机主马上离开"],
    ["受害人于昨日转账", "受害人于昨日转账"],
    ["嫌疑人向民警承认", "嫌疑人向民警承认"],
    ["机主高峰时段在线", "机主高峰时段在线"],
    ["机主周一鸣在线", "机主周**在线"],
    ["机主马小云去了", "机主马**去了"],
    ["户名:于洋", "户名:于*"],
  ])("%s", (text, shown) => {
    expect(masker.text(text)).toBe(shown);
  });
});

describe("labels", () => {
  it.each([
    ["phone", "13800135678", "138****5678"],
    ["phone", "96110", "96110"],
    ["phone", "4008001234", "4008001234"],
    ["phone", "0571-87654321", "057*-******21"],
    ["account", "6217000012340412", "6217********0412"],
    ["account", "财付通支付科技有限公司", "财付通支付科技有限公司"],
    ["person", "33010219900307123X", "330***********123X"],
    ["person", "何芳芳", "何**"],
    ["person", "Li Lei", "L* ***"],
    ["netid", "huixiang-go.example", "huixiang-go.example"],
    ["netid", "203.0.113.7", "203.0.***.*"],
    ["netid", "wx_lele88", "wx_****88"],
    ["netid", "lele@mail.example", "l**e@mail.example"],
    ["vehicle", "浙A12345", "浙A***45"],
    ["case", "A3412002026110037", "A3412002026110037"],
  ])("of %s %s", (kind, label, expected) => {
    expect(maskLabel(kind, label)).toBe(expected);
    expect(maskLabel(kind, expected)).toBe(expected);
  });

  it("several names in a cell are masked each", () => {
    expect(maskValueOf("name", "张三、李四")).toBe("张*、李*");
  });
});

describe("free text", () => {
  it.each([
    ["known names", "受害人遇吕布和张三丰，常住", "受害人遇吕*和张**，常住"],
    ["a minority name", "找到阿依古丽·买买提本人", "找到阿***·***本人"],
    ["a name in Latin letters", "paid by Li Lei today", "paid by L* *** today"],
    ["a name after the word for who it is", "报案人王小明被人冒充", "报案人王**被人冒充"],
    ["a name of two characters with a verb behind it", "报案人：王明在家", "报案人：王*在家"],
    ["phones, with public ones left", "接16400002075来电，拨96110和10086求助", "接164****2075来电，拨96110和10086求助"],
    ["cards", "转到6217000012340412", "转到6217********0412"],
    ["QQ by its word", "加QQ号73500021聊", "加QQ号73****21聊"],
    ["WeChat by its word", "微信号lele_8866引流", "微信号le**_**66引流"],
    ["a bare number that the workspace knows", "备注 73921845", "备注 73****45"],
    ["an account that is no card", "账户8800123456转", "账户8800**3456转"],
    ["case numbers stay", "见330102202601010001案", "见330102202601010001案"],
    ["house and room", "住和平路18号3栋2单元501室", "住和平路**号*栋*单元***室"],
    ["a number that somebody goes by", "自称工号5678，订单号1234", "自称工号5678，订单号1234"],
    ["IP addresses", "登录 203.0.113.7", "登录 203.0.***.*"],
    [
      "amounts, times and pages stay",
      "于2026-03-01 12:00:05转50000.00元，见http://a.example/x",
      "于2026-03-01 12:00:05转50000.00元，见http://a.example/x",
    ],
  ])("%s", (_what, text, expected) => {
    expect(masker.text(text)).toBe(expected);
  });

  it("keeps the length, so that marks stay where they are", () => {
    const part = fc.constantFrom("张三丰", "13800135678", "QQ 73500021", "路18号", "96110", "，", "a", "6217000012340412", "报案人", "王");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        return masker.text(text).length === text.length;
      }),
      { numRuns: 300 },
    );
  });
});

describe("cells and file names", () => {
  it.each([
    ["对方户名", "吴某芳", "吴**"],
    ["person.name", "Anna Smith", "A*** *****"],
    ["嫌疑人姓名", "赵六", "赵*"],
    ["交易卡号", "12345678", "12****78"],
    ["QQ号", "73500021", "73****21"],
    ["交易金额", "143200.00", "143200.00"],
  ])("under %s", (heading, cell, expected) => {
    expect(masker.cell(heading, cell)).toBe(expected);
  });

  it.each([
    ["张三丰_6217000012340412_流水.xlsx", "张**_6217********0412_流水.xlsx"],
    ["王小明.csv", "王**.csv"],
    ["工行_账户明细.csv", "工行_账户明细.csv"],
    ["案件台账 2026.xlsx", "案件台账 2026.xlsx"],
  ])("file %s", (name, expected) => {
    expect(masker.fileName(name)).toBe(expected);
  });
});

describe("answers", () => {
  it("labels by their kind, attributes by their name, cells by their column; handles stay", () => {
    const answer = {
      ref: "person:33010219900307123X",
      kind: "person",
      label: "何芳芳",
      attributes: [{ name: "person.name", value: "何芳芳", origin: "register", sources: [] }],
      links: [
        {
          other: "phone:13800135678",
          otherKind: "phone",
          otherLabel: "13800135678",
          outgoing: true,
          attributes: [{ name: "对方户名", value: "吴某芳" }],
        },
      ],
    };
    expect(maskResult(answer, masker)).toEqual({
      ...answer,
      label: "何**",
      attributes: [{ name: "person.name", value: "何**", origin: "register", sources: [] }],
      links: [{ ...answer.links[0], otherLabel: "138****5678", attributes: [{ name: "对方户名", value: "吴**" }] }],
    });
  });

  it("names that a preview tells under its name column are known in all of the answer", () => {
    const preview = { columns: [{ heading: "甲", targets: ["person.name"], samples: [] }], rows: [{ before: ["欧阳铁蛋"] }] };
    expect([...namesIn(preview)]).toEqual(["欧阳铁蛋"]);
  });

  it("what people named themselves is read as text: known names are masked, words that begin like a surname stay", () => {
    const shown = (name: string) => (maskResult({ id: "C-1", name, savedAt: "2026-11-18" }, masker) as { name: string }).name;
    expect(["周研判", "张三丰的卡", "11月18日周研判"].map(shown)).toEqual(["周研判", "张**的卡", "11月18日周研判"]);
    expect(maskResult({ name: "王大锤 流水", mapping: {}, savedAt: "" }, masker)).toMatchObject({ name: "王** 流水" });
  });

  it("an audit entry is masked to its last string", () => {
    const entry = { sequence: 1, hash: "ab", detail: { words: "吕布", entity: "phone:13800135678" } };
    expect(maskResult(entry, masker)).toEqual({ ...entry, detail: { words: "**", entity: "phone:138****5678" } });
  });
});
