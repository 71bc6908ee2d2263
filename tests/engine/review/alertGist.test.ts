// What an alert says in one sentence: the case, what ties it to the watch, how strongly; a pair of several roles once.
import { writeFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { startWords, words } from "../../../renderer/i18n/index.ts";
import { alertLabel, alertText } from "../../../renderer/i18n/watchWords.ts";
import type { AlertItem } from "../../../shared/model/alert.ts";
import type { Language } from "../../../shared/words.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();
beforeAll(() => startWords("zh-CN"));
const card = "6217000080100070412";
const head = "案件编号,案件类别,发案时间,嫌疑账号,涉案网址,简要案情";
const oneCase = (number: string, day: string) =>
  `${number},刷单返利,${day} 10:00:00,${card},huixiang-go.example,被害人向银行账户${card}转账\n`;

const said = (language: Language, item: AlertItem) => {
  const t = words.getFixedT(language);
  return `${alertLabel(t, item)} | ${alertText(t, item)}`;
};

it("names the new case and what it shares with a watched series, each thing once", async () => {
  const engine = await openEngine(at("a.caseweave"));
  const bring = async (name: string, text: string) => {
    writeFileSync(at(name), `${head}\n${text}`);
    return (await engine.call("import.storeFiles", { paths: [at(name)], as: "case" })).alerts;
  };
  await bring("台账.csv", oneCase("A1", "2026-05-01") + oneCase("A2", "2026-05-02"));
  await engine.call("review.recordDecision", { subject: "pair", a: "A1", b: "A2", verdict: "confirm", reason: "同一手法" });
  await engine.call("link.runLinkage", {});
  await engine.call("group.runSeries", {});
  const [series] = (await engine.call("group.listSeries", {})).series;
  // As the screen of a series sets the watch: its number is its label.
  await engine.call("review.addWatch", { subject: { kind: "series", series: series!.series }, reason: "高发", label: series!.series });
  await engine.call("review.addWatch", { subject: { kind: "entity", entity: `account:${card}` }, reason: "收款卡" });
  const alerts = await bring("昨夜.csv", oneCase("A3", "2026-05-03"));
  const links = alerts.filter(({ code }) => code === "link");
  const ofSeries = links.find(({ kind }) => kind === "series")!;
  const ofCard = links.find(({ kind }) => kind === "entity")!;
  const named = `${series!.series} ${series!.title}`;
  const shown = "6217****0412";
  expect(said("zh-CN", ofSeries)).toMatch(new RegExp(`^${named} \\| 新案 A3 用到该系列的 .*账户 `));
  for (const thing of ["huixiang-go.example", shown]) expect(said("zh-CN", ofSeries)).toContain(thing);
  expect(said("en", ofSeries)).toMatch(/New case A3 uses the series’ /);
  expect(said("zh-CN", ofCard)).toBe(`${shown} | 新案 A3 涉及 账户 ${shown}`);
  const facts = await engine.call("review.listAlertFacts", { alert: ofCard.id });
  expect(facts).toMatchObject([{ entity: `account:${card}`, other: "case:A3", source: "昨夜.csv", row: 1 }]);
  expect(ofCard.facts).toBe(1);
  const pairs = (await engine.call("review.listAlertFacts", { alert: ofSeries.id })).map(({ entity, other }) => `${entity} ${other}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(ofSeries.facts).toBe(pairs.length);
  await engine.close();
});

it("says how strongly a new case fits, with one word for its bits", () => {
  const gist = { entity: "case:A9", label: "A9", isNew: true, cases: 1, ties: [], tied: 0, series: "S-51", bits: 33.18 };
  const item = { kind: "series", code: "case-fits", facts: 1, amount: null, currency: null, gist } as unknown as AlertItem;
  expect(alertText(words.getFixedT("zh-CN"), item)).toBe("新案 A9 与 S-51 相似（入库时与其中最像的一案：极强，+33.2 比特）");
  expect(alertText(words.getFixedT("en"), { ...item, gist: { ...gist, cases: 3 } })).toMatch(
    /A9 and others \(3 cases\) fit S-51 \(at import, with its likest case/,
  );
});
