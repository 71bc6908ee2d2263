// One category however sheets write it: counted, linked and listed as the Ministry calls it; the source row keeps its own word.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { standardCategory } from "../../../shared/model/crimeCategory.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>): Promise<Result<Name>> {
  const context = { signal: new AbortController().signal, isMasked: false, report: () => {} };
  return (await engine.dispatch(name, params, context)) as Result<Name>;
}

const cases = `案件编号,案件类别,发案时间,涉案账号
C1,杀猪盘,2026-05-01 10:00:00,6222021001116245702
C2,网络婚恋交友,2026-05-02 10:00:00,6222021001116245702
C3,网络贷款诈骗,2026-05-03 10:00:00,
C4,电动车盗窃,2026-05-04 10:00:00,
`;

beforeAll(async () => {
  engine = await createEngine({
    workspacePath: at("words.caseweave"),
    user: "tester",
    clock: () => Date.parse("2026-06-01T09:00:00+08:00"),
  });
  writeFileSync(at("案件.csv"), cases);
  await ask("import.storeFiles", { paths: [at("案件.csv")], as: "case" });
}, 60_000);
afterAll(() => engine.close());

it.each([
  ["杀猪盘", "网络婚恋交友"],
  ["网络贷款诈骗", "虚假贷款"],
  ["刷单返利类诈骗案", "刷单返利"],
  ["虚假购物、服务类诈骗", "虚假购物服务"],
  ["冒充公检法", "冒充公检法及政府机关"],
  ["其他", "其他"],
  ["盗窃", "盗窃"],
  ["", ""],
])("%s is %s", (written, name) => expect(standardCategory(written)).toBe(name));

it("lists of the overview and clues call a case by its category", async () => {
  const { parts } = await ask("assess.readClue", { text: "C1\nC3", within: 60_000, parts: ["cases"] });
  expect(parts.cases!.found!.items.map((one) => [one.case, one.type]).sort()).toEqual([
    ["C1", "网络婚恋交友"],
    ["C3", "虚假贷款"],
  ]);
});

it("statistics count them as one category", async () => {
  const counted = JSON.stringify(await ask("statistics.table", { by: ["category"] }));
  expect(counted).toContain("网络婚恋交友");
  expect(counted).not.toMatch(/杀猪盘|网络贷款诈骗/);
});

it("cases of one category are compared as of the same type, whatever their sheets call it", async () => {
  await ask("link.runLinkage", {});
  const { score } = await ask("link.explainPair", { a: "C1", b: "C2" });
  expect([...score.evidence, ...score.counter].find(({ feature }) => feature === "caseType")?.detail).toEqual({
    a: "网络婚恋交友",
    b: "网络婚恋交友",
  });
});
