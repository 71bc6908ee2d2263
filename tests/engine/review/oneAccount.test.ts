// An account that files name by its card and by its number is one account: on the page of a series, of a ring, of a clue, and in alerts.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWords, words } from "../../../renderer/i18n/index.ts";
import { factText, rowText, watchLabel } from "../../../renderer/i18n/watchWords.ts";
import { rowsOfFacts } from "../../../shared/review/watch/factRows.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

const at = freshFolder("all");
const [account, card] = ["1202558833975125784", "6217000080100070412"];
const [otherAccount, otherCard] = ["2000047834553958050", "6228488918952026362"];
const numbers = [account, card];
let engine: OpenEngine;

async function bring(name: string, lines: readonly string[], as: "case" | "account" | "transfer") {
  writeFileSync(at(name), `${lines.join("\n")}\n`);
  return (await engine.call("import.storeFiles", { paths: [at(name)], as })).alerts;
}

const caseHead = "案件编号,案件类别,发案时间,嫌疑人姓名,嫌疑账号,涉案网址";
const oneCase = (number: string, day: string, told: string) => `${number},刷单返利,${day} 10:00:00,赵一鸣,${told},huixiang-go.example`;
const payHead = "交易时间,付款账号,收款账号,金额,流水号";

beforeAll(async () => {
  await startWords("zh-CN");
  engine = await openEngine(at("one.caseweave"));
  const holders = [`${account},${card},赵敏`, `${otherAccount},${otherCard},孙丽`];
  await bring("开户.csv", ["账号,卡号,户名", ...holders], "account");
  const told = [oneCase("A1", "2026-05-01", card), oneCase("A2", "2026-05-02", account), oneCase("A3", "2026-05-03", card)];
  await bring("台账.csv", [caseHead, ...told], "case");
  const paid = [`2026-05-01 11:00:00,${card},${otherCard},100.00,F1`, `2026-05-02 11:00:00,${account},${otherAccount},50.00,F2`];
  await bring("流水.csv", [payHead, ...paid], "transfer");
  for (const b of ["A2", "A3"])
    await engine.call("review.recordDecision", { subject: "pair", a: "A1", b, verdict: "confirm", reason: "同一手法" });
  await engine.call("link.runLinkage", {});
  await engine.call("group.runSeries", {});
}, 120_000);
afterAll(() => engine.close());

it("stands once among what a series shares, with the cases of all its numbers", async () => {
  const [series] = (await engine.call("group.listSeries", {})).series;
  const { shared } = await engine.call("group.readSeries", { series: series!.series });
  const accounts = shared.filter(({ kind }) => kind === "account");
  expect(accounts.map(({ numbers: all, cases, refs }) => [all, cases, refs])).toEqual([
    [numbers, { A1: "direct", A2: "direct", A3: "direct" }, [`account:${account}`, `account:${card}`]],
  ]);
});

it.each([card, account])("is one thing of the clue %s, with the money of both numbers and each counterparty once", async (text) => {
  const { entities, parts } = await engine.call("assess.readClue", { text, within: 60_000, parts: ["cases", "money"] });
  expect(entities.filter(({ kind }) => kind === "account").map((one) => [one.entity, one.numbers])).toEqual([[`account:${text}`, numbers]]);
  expect(parts.cases!.found!.items.map(({ case: number, through }) => [number, through.map((one) => one.numbers)]).sort()).toEqual(
    ["A1", "A2", "A3"].map((number) => [number, [numbers]]),
  );
  const [money, ...more] = parts.money!.found!.items;
  expect([money!.out, more]).toEqual([[{ currency: "CNY", amount: "150.00", count: 2 }], []]);
  expect(money!.others.map(({ otherNumbers, in: received, out }) => [otherNumbers, received, out])).toEqual([
    [[otherAccount, otherCard], [], [{ currency: "CNY", amount: "150.00", count: 2 }]],
  ]);
});

it("is called by its account on the page of a ring", async () => {
  await engine.call("group.findRings", {});
  const [ring] = (await engine.call("group.listRings", {})).rings;
  const { members, shared } = await engine.call("group.readRing", { ring: ring!.ring });
  const all = [...members, ...members.flatMap(({ also }) => also), ...shared].filter(({ kind }) => kind === "account");
  expect(new Set(all.flatMap((one) => one.numbers?.[0] ?? one.entity))).toContain(account);
  expect(all.filter(({ numbers: own }) => own === undefined)).toEqual([]);
});

it("is watched once, and a case that names both its numbers is one fact of the alert", async () => {
  const watched = await engine.call("review.addWatch", { subject: { kind: "entity", entity: `account:${card}` }, reason: "收款卡" });
  const t = words.getFixedT("zh-CN");
  expect(watchLabel(t, watched)).toBe(account);
  const again = engine.call("review.addWatch", { subject: { kind: "entity", entity: `account:${account}` }, reason: "收款户" });
  await expect(again).rejects.toMatchObject({ code: "watch-known", details: { watch: watched.id } });
  const list = await engine.call("review.addWatches", { texts: [otherCard, otherAccount, account], reason: "名单" });
  expect([list.added.length, list.repeated, list.known.map(({ watch }) => watch)]).toEqual([1, 1, [watched.id]]);

  const [series] = (await engine.call("group.listSeries", {})).series;
  await engine.call("review.addWatch", { subject: { kind: "series", series: series!.series }, reason: "高发" });
  const alerts = await bring("昨夜.csv", [caseHead, oneCase("A4", "2026-05-04", `${card}、${account}`)], "case");
  const [alert] = alerts.filter(({ watch, code }) => watch === watched.id && code === "link");
  const facts = await engine.call("review.listAlertFacts", { alert: alert!.id });
  expect([alert!.facts, facts.length]).toEqual([1, 1]);
  expect(factText(t, facts[0]!)).toBe(`${account} 与 A4：嫌疑方所用`);
  expect(alert!.gist!.ties.map((tie) => tie.numbers)).toEqual([numbers]);
  // Of the series the row names the account and the site: two facts, one row.
  const ofSeries = alerts.find(({ kind, code }) => kind === "series" && code === "link")!;
  const rows = rowsOfFacts(await engine.call("review.listAlertFacts", { alert: ofSeries.id }));
  expect([ofSeries.facts, rows.map((facts) => facts.length)]).toEqual([2, [2]]);
  const said = rowText(t, rows[0]!);
  expect(said).toMatch(/^案件 A4 涉及 .*（嫌疑方所用）$/);
  expect(said.slice("案件 A4 涉及 ".length, -"（嫌疑方所用）".length).split("、").sort()).toEqual(
    ["huixiang-go.example", `账户 ${account}`].sort(),
  );
});

it("is never shown open in a masked session", async () => {
  const isMasked = { isMasked: true };
  const [series] = (await engine.call("group.listSeries", {})).series;
  const { shared } = await engine.call("group.readSeries", { series: series!.series }, isMasked);
  const own = shared.find(({ kind }) => kind === "account")!;
  expect(own.numbers!.map((one) => one.replaceAll("*", "").length)).toEqual([8, 8]);
  const { parts } = await engine.call("assess.readClue", { text: card, within: 60_000, parts: ["money"] }, isMasked);
  expect(JSON.stringify(parts.money!.found!.items.map(({ others }) => others.map((one) => one.otherNumbers)))).not.toMatch(/\d{9}/);
});
