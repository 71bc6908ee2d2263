// Whatever is pasted: chat lines, messages, cells of a sheet, numbers with blanks and dashes, full-width digits, defanged sites, points, addresses, names.
// Each leads to what was planted, with a row that says so; where nothing is known, it is said what was looked up.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { Assessment } from "../../../shared/review/assess/calls.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  const context = { signal: new AbortController().signal, isMasked, report: () => {} };
  return (await engine.dispatch(name, params, context)) as Result<Name>;
}

const [card, phone, identity, imei] = ["6222021001116245702", "13800138000", "11010519491231002X", "490154203237518"];
const brief = "被害人下载安享任务软件，对方微信wxid_a8k2m9qq21，驾驶皖A12345轿车，手机IMEI 490154203237518";
const cases = `案件编号,案件类别,发案时间,案发地址,经度,纬度,涉案账号,涉案电话,涉诈网址,简要案情
P1,刷单返利,2026-05-01 10:00:00,云津市桥东区人民路88号,117.283042,31.86119,${card},${phone},anxiang-task.com,${brief}
A3412002026110033,贷款,2026-05-03 10:00:00,,,,,,,
P2,盗窃,2026-05-02 10:00:00,云津市东渡区码头路12号,117.493042,31.96119,,,,电动车被盗
`;
const stays = `姓名,身份证号,旅馆名称,房号,入住时间,退房时间
李小明,${identity},平安旅馆,301,2026-05-02 20:00:00,2026-05-03 09:00:00
`;

beforeAll(async () => {
  engine = await createEngine({
    workspacePath: at("paste.caseweave"),
    user: "tester",
    clock: () => Date.parse("2026-06-01T09:00:00+08:00"),
  });
  const bring = async (name: string, text: string, as: "case" | "stay") => {
    writeFileSync(at(name), text);
    await ask("import.storeFiles", { paths: [at(name)], as });
  };
  await bring("案件.csv", cases, "case");
  await bring("住宿.csv", stays, "stay");
}, 120_000);
afterAll(() => engine.close());

const assess = (text: string, isMasked = false) => ask("assess.readClue", { text, within: 60_000 }, isMasked);
const refsOf = ({ entities }: Assessment) => entities.map(({ entity }) => entity);
const casesOf = ({ parts }: Assessment) => parts.cases!.found!.items.map((one) => one.case);

/** What is pasted → the kind that is read, the entity that is found. */
const pasted: readonly (readonly [what: string, text: string, kind: string, entity: string])[] = [
  ["a card with blanks", "6222 0210 0111 6245 702", "bank-card", `account:${card}`],
  ["a card with dashes in a sentence", "让我转到6222-0210-0111-6245-702这张卡", "bank-card", `account:${card}`],
  ["full-width digits", "１３８００１３８０００", "mobile", `phone:${phone}`],
  ["a number with +86 and blanks", "+86 138 0013 8000", "mobile", `phone:${phone}`],
  ["a number with dashes in words", "对方电话138-0013-8000，一直打不通", "mobile", `phone:${phone}`],
  ["an identity number with a small x", "11010519491231002x", "identity-number", `person:${identity}`],
  ["a plate with a dot", "皖A·12345", "plate", "vehicle:皖A12345"],
  ["a handset number without a word", imei!, "imei", `device:${imei}`],
  ["a site with 点", "网址是anxiang-task点com的", "domain", "netid:anxiang-task.com"],
  ["a defanged site", "anxiang-task[.]com", "domain", "netid:anxiang-task.com"],
  ["a defanged address in a message", "【客服】请打开hxxps://anxiang-task[.]com/app?c=88领取，退订回T", "domain", "netid:anxiang-task.com"],
  ["a WeChat id in brackets", "导师小雅(wxid_a8k2m9qq21)：亲，先做一单", "wechat", "netid:wxid_a8k2m9qq21"],
  ["a pair of coordinates", "117.28310, 31.86120", "coordinates", "place:云津市桥东区人民路88号"],
  [
    "coordinates the other way round, in words",
    "定位在北纬31°51′40″ 东经117°16′59″，来接我",
    "coordinates",
    "place:云津市桥东区人民路88号",
  ],
  ["an address with a blank", "云津市桥东区 人民路88号", "address", "place:云津市桥东区人民路88号"],
];

describe("what is pasted", () => {
  it.each(pasted)("%s is read and found, with a row", async (_what, text, kind, entity) => {
    const answer = await assess(text);
    expect(answer.items.map((item) => item.kind)).toContain(kind);
    expect(refsOf(answer)).toContain(entity);
    const rows = [
      ...answer.parts.cases!.found!.items.flatMap(({ sources }) => sources),
      ...answer.parts.movements!.found!.items.flatMap(({ sources }) => sources),
    ];
    expect(rows.map(({ row }) => row)).toContain(1);
  });

  it("may be a name alone", async () => {
    const answer = await assess("李小明");
    expect([refsOf(answer), answer.parts.movements!.found!.items.map(({ sources }) => sources[0]!.source)]).toEqual([
      [`person:${identity}`],
      ["住宿.csv"],
    ]);
  });

  it("may be cells of a sheet: names, numbers, addresses, each in its cell", async () => {
    const table = `姓名\t手机号\t卡号\t住址\n李小明\t13911139111\t6217000010012345670\t\n王五\t${phone}\t${card}\t云津市东渡区码头路12号\n`;
    const answer = await assess(table);
    expect(refsOf(answer)).toEqual(
      expect.arrayContaining([`person:${identity}`, `phone:${phone}`, `account:${card}`, "place:云津市东渡区码头路12号"]),
    );
    expect(casesOf(answer).sort()).toEqual(["P1", "P2"]);
    // What is not in the workspace is read all the same.
    expect(answer.items.find(({ text }) => text === "13911139111")).toMatchObject({ kind: "mobile", valid: true, known: null });
  });

  it("may be lines of a chat", async () => {
    const chat =
      "2026-05-01 10:22:31\n导师小雅：转到 6222 0210 0111 6245 702 王强 工商银行\n加我wxid_a8k2m9qq21\n2026-05-01 10:23:02\n我：好的";
    expect(refsOf(await assess(chat))).toEqual([`account:${card}`, "netid:wxid_a8k2m9qq21"]);
  });

  it("leads from a place to who was there, and to what happened there", async () => {
    const [visit] = (await assess("平安旅馆")).parts.movements!.found!.items;
    expect([visit?.entity, visit?.room, visit?.sources[0]?.row]).toEqual([`person:${identity}`, "301", 1]);
    const scene = (await assess("117.49304,31.96119")).parts.cases!.found!.items;
    expect(scene.map((one) => [one.case, one.through[0]?.role])).toEqual([["P2", "scene"]]);
  });

  it("may be the number of a case, which looks like a chassis number with a wrong check digit", async () => {
    const { items, entities } = await assess("A3412002026110033");
    expect([items, entities.map(({ entity }) => entity)]).toEqual([[], ["case:A3412002026110033"]]);
    expect((await assess("A3412002026110034")).items.map(({ kind, valid }) => [kind, valid])).toEqual([["vin", false]]);
  });

  it("says what was looked up where nothing is known", async () => {
    expect((await assess("赵无名")).searched).toEqual({ keys: 1, names: 1, points: 0, words: true });
    const nothing = await assess("100.12345,20.12345");
    expect([nothing.entities, nothing.searched.points]).toEqual([[], 1]);
  });

  it("is masked with the rest of the answer", async () => {
    const { items, entities, parts } = await assess(`李小明 ${phone} 117.283042,31.86119 云津市桥东区人民路88号`, true);
    const shown = JSON.stringify([
      items.map(({ text, normal }) => [text, normal]),
      entities.map(({ label }) => label),
      parts.movements!.found!.items.map(({ label }) => label),
    ]);
    expect([phone, "李小明", "人民路88号", "117.283042", "31.86119"].filter((one) => shown.includes(one!))).toEqual([]);
  });
});
