// An instant assessment end to end: what a clue names, where it stands, what moved, what is like it; within its time, masked, and as a case of its own.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { transferMapping } from "../import/cli.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const workspace = at("clue.caseweave");
const signal = new AbortController().signal;
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}
const open = async () => {
  engine = await createEngine({ workspacePath: workspace, user: "analyst-zhao", clock: () => Date.parse("2026-06-01T09:00:00+08:00") });
};

const mule = "6222021001116245702";
const victims = ["6217000010012345670", "6217000010012345688"] as const;
const boss = "13800138000";
const tricks = "被拉入兼职群，下载速享交友软件给商家点赞打赏，后以信誉分不足为由要求继续垫资";
const cases = `案件编号,案件类别,发案时间,涉案账号,涉案电话,简要案情
A1,刷单返利,2026-05-01 10:00:00,${mule},${boss},${tricks}
A2,刷单返利,2026-05-02 12:00:00,${mule},${boss},${tricks}
A3,刷单返利,2026-05-03 10:00:00,${mule},,${tricks}
A4,盗窃,2026-05-03 11:00:00,,,电动车在小区楼下被盗
A5,盗窃,2026-05-04 11:00:00,,,手机在公交车上被扒窃
A7,刷单返利,2026-05-05 12:00:00,,,下载“速享交友”APP后被骗
A6,虚假贷款,2026-05-05 11:00:00,,13911139111,办理贷款先交保证金
`;
const ledger = `交易时间,付款账号,收款账号,金额,流水号
2026-05-01 10:05:00,${victims[0]},${mule},10000.00,T1
2026-05-02 12:05:00,${victims[1]},${mule},20000.50,T2
2026-05-02 13:00:00,${mule},${victims[1]},500.00,T3
`;
const calls = `主叫号码,被叫号码,通话时间,通话时长
${boss},13911139111,2026-05-01 09:00:00,60
13911139111,${boss},2026-05-01 09:30:00,30
`;
const stays = `姓名,身份证号,旅馆名称,房号,入住时间,退房时间
张三丰,110101199001011237,平安旅馆,301,2026-05-02 20:00:00,2026-05-03 09:00:00
`;

beforeAll(async () => {
  await open();
  const bring = async (name: string, text: string, params: Partial<Input<"import.storeFiles">>) => {
    writeFileSync(at(name), text);
    await ask("import.storeFiles", { paths: [at(name)], ...params });
  };
  await bring("案件.csv", cases, { as: "case" });
  await bring("流水.csv", ledger, { mapping: { ...transferMapping, constants: { currency: "CNY" } } });
  await bring("话单.csv", calls, { as: "call" });
  await bring("住宿.csv", stays, { as: "stay" });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  await ask("review.addWatch", { subject: { kind: "entity", entity: `phone:${boss}` }, reason: "核查线索" });
  await ask("task.add", { text: "调取话单", about: [`phone:${boss}`] });
}, 120_000);
afterAll(() => engine.close());

const clue = `群众来电：${tricks}，向账户${mule}转账，对方用${boss}联系，张三丰住过平安旅馆`;
const assess = (text: string, more: Partial<Input<"assess.readClue">> = {}) => ask("assess.readClue", { text, within: 60_000, ...more });

it("tells what the clue names, and where it stands", async () => {
  const { entities, parts } = await assess(clue);
  const refs = entities.map(({ entity, by }) => [entity, by]);
  expect(refs).toContainEqual([`account:${mule}`, "identifier"]);
  expect(refs).toContainEqual([`phone:${boss}`, "identifier"]);
  expect(Object.values(parts).every(({ isComplete }) => isComplete)).toBe(true);
  expect(parts.cases!.found!.items.map((item) => item.case).sort()).toEqual(["A1", "A2", "A3", "A7"]);
  const a1 = parts.cases!.found!.items.find((item) => item.case === "A1")!;
  expect(a1.through.map(({ entity }) => entity).sort()).toEqual([`account:${mule}`, `phone:${boss}`]);
  expect(a1.sources[0]).toMatchObject({ source: "案件.csv", row: 1 });
});

it("knows an app by its name in the words, as an import would", async () => {
  const { entities, parts } = await assess("对方让我下载“速享交友”APP");
  expect(entities.map(({ kind, by }) => [kind, by])).toEqual([["netid", "identifier"]]);
  expect(parts.cases!.found!.items.map((item) => item.case)).toEqual(["A7"]);
});

it("adds up money and calls, each with its first and last row", async () => {
  const { parts } = await assess(clue);
  expect(parts.money!.found!.items).toEqual([
    expect.objectContaining({
      entity: `account:${mule}`,
      in: [{ currency: "CNY", amount: "30000.50", count: 2 }],
      out: [{ currency: "CNY", amount: "500.00", count: 1 }],
      firstAt: "2026-05-01T10:05:00+08:00",
      lastAt: "2026-05-02T13:00:00+08:00",
      otherCount: 2,
    }),
  ]);
  const [biggest] = parts.money!.found!.items[0]!.others;
  expect(biggest).toMatchObject({
    other: `account:${victims[1]}`,
    in: [{ amount: "20000.50", count: 1 }],
    out: [{ amount: "500.00", count: 1 }],
  });
  expect(biggest!.sources.map(({ source, row }) => [source, row])).toEqual([
    ["流水.csv", 3],
    ["流水.csv", 2],
  ]);
  expect(parts.calls!.found!.items).toEqual([
    expect.objectContaining({ entity: `phone:${boss}`, in: 1, out: 1, seconds: 90, otherCount: 1 }),
  ]);
  expect(parts.watches!.found!.watches.map(({ id }) => id)).toEqual(["W-1"]);
  expect(parts.tasks!.found!.items.map(({ id }) => id)).toEqual(["T-1"]);
});

it("finds the series of the clue, and the cases like it, as if it were one of them", async () => {
  const { parts } = await assess(clue);
  const [series] = parts.series!.found!.items;
  expect([...series!.met].sort()).toEqual(["A1", "A2", "A3"]);
  // Its own cohesion is no word about the clue: how well that fits is told by the comparison, with what speaks for it.
  expect(series).not.toHaveProperty("strength");
  expect(series!.ties[0]).toMatchObject({ entity: expect.stringMatching(/^(?:account|phone):/), cases: 3 });
  const similar = parts.similar!.found!;
  expect(similar.why).toBeNull();
  const [fit] = similar.series;
  expect(fit).toMatchObject({ series: series!.series, cases: 3 });
  const fits = similar.cases.filter((one) => one.series === series!.series).map(({ bits }) => bits);
  expect(fit!.bits).toBeCloseTo(fits.reduce((sum, bits) => sum + bits, 0) / fits.length, 6);
  expect(fit!.best.bits).toBe(Math.max(...fits));
  expect(fit!.best.evidence.map(({ feature }) => feature)).toContain("sharedAccount");
  expect(
    similar.cases
      .slice(0, 3)
      .map((one) => one.case)
      .sort(),
  ).toEqual(["A1", "A2", "A3"]);
  expect(similar.cases[0]!.evidence.map(({ feature }) => feature)).toContain("sharedAccount");
});

it("knows a person by name, with what the identity card says and where he stayed", async () => {
  const { entities, parts } = await assess("张三丰");
  expect(entities[0]).toMatchObject({ entity: "person:110101199001011237", by: "name" });
  expect(parts.movements!.found).toMatchObject({ count: 1, items: [{ movement: "stay", room: "301", where: { label: "平安旅馆" } }] });
  expect(parts.movements!.found!.items[0]!.sources[0]).toMatchObject({ source: "住宿.csv", row: 1 });
});

it("takes anything: a case number, a series, words, and what the workspace has never heard of", async () => {
  expect((await assess("A6")).parts.cases!.found!.items.map((item) => item.case)).toEqual(["A6"]);
  expect((await assess("S-1")).parts.series!.found!.items.map(({ series }) => series)).toEqual(["S-1"]);
  expect((await assess("平安旅馆")).entities[0]).toMatchObject({ kind: "place" });
  const unknown = await assess("13700137000");
  expect(unknown.items[0]).toMatchObject({ kind: "mobile", valid: true, known: null });
  expect([unknown.entities, unknown.parts.cases!.found!.count, unknown.parts.money!.found!.items]).toEqual([[], 0, []]);
  await expect(assess("   ")).rejects.toMatchObject({ code: "bad-request" });
});

it("says of a part that it is not through, never leaves it out, and goes on with it when asked", { timeout: 180_000 }, async () => {
  // A second engine has no cases prepared: 50 ms do not do for them.
  await engine.close();
  await open();
  const quick = await assess(clue, { within: 50 });
  expect(quick.parts.similar).toMatchObject({ isComplete: false, found: null });
  expect(Object.keys(quick.parts)).toHaveLength(10);
  const more = await assess(clue, { parts: ["similar"], within: 60_000 });
  expect(Object.keys(more.parts)).toEqual(["similar"]);
  expect(more.parts.similar).toMatchObject({ isComplete: true });
  expect(more.parts.similar!.found!.series[0]!.series).toBe("S-1");
});

it("is masked where the session is", async () => {
  const text = JSON.stringify(await ask("assess.readClue", { text: clue, within: 60_000 }, true));
  const shown = text.replaceAll(/"(?:entity|other|ref|entities)":(?:"[^"]*"|\[[^\]]*\])/g, "");
  for (const secret of [mule, boss, victims[0], "张三丰"]) expect(shown).not.toContain(secret);
});

it("becomes a case by hand: a source of one row, each fact of it cited, and a number that is free", { timeout: 180_000 }, async () => {
  const stored = await ask("assess.storeCase", { text: clue, type: "刷单返利" });
  expect(stored.case).toBe("手工20260601090000");
  expect(stored.source).toMatchObject({ source: `手工录入 ${stored.case}.csv`, rows: { read: 1, stored: 1, rejected: 0 } });
  expect(stored.matches.map(({ case: number, series }) => [number, series])).toEqual([[stored.case, "S-1"]]);
  expect(stored.alerts.map(({ watch }) => watch)).toEqual(["W-1"]);
  const { rows } = await ask("import.readSourceRows", { sourceId: stored.source.id, from: 1, count: 5 });
  expect(rows).toHaveLength(1);
  expect(rows[0]!.cells.at(-1)).toBe(clue);
  const again = await assess(mule);
  expect(again.parts.cases!.found!.items.find((item) => item.case === stored.case)!.sources[0]).toMatchObject({
    sourceId: stored.source.id,
    row: 1,
  });
  expect((await ask("assess.storeCase", { text: "另一条线索，没有号码" })).case).toBe("手工20260601090000-2");
  const before = await ask("import.listSources", {});
  await expect(ask("assess.storeCase", { text: clue, number: "A1" })).rejects.toMatchObject({ code: "case-known" });
  expect(await ask("import.listSources", {})).toEqual(before);
});

it("becomes a case that says what the note says: category, when, loss, who reports", { timeout: 180_000 }, async () => {
  const note = "报案人：孙小梅，5月30日上午10点多刷单被骗，先后转了12,000元、共计38600元，对方许诺返利9万元，5月31日下午报警";
  const drafted = { type: "刷单返利", from: "2026-05-30 10:00", to: "2026-05-31 18:00", loss: "38600.00" };
  expect((await assess(note, { parts: ["cases"] })).draft).toEqual(drafted);
  const { case: number, said } = await ask("assess.storeCase", { text: note, number: "来电-9" });
  expect(said).toEqual(drafted);
  const { rows } = await ask("workspace.queryViews", {
    sql: `SELECT type, loss_fen, from_at, to_at FROM v_case WHERE number = '${number}'`,
  });
  expect(rows[0]).toEqual({
    type: "刷单返利",
    loss_fen: 3_860_000,
    from_at: "2026-05-30T10:00:00+08:00",
    to_at: "2026-05-31T18:00:00+08:00",
  });
  // What is given counts, also nothing.
  const given = await ask("assess.storeCase", { text: note, number: "来电-10", type: "", from: "2026-05-29", loss: "1" });
  expect(given.said).toEqual({ type: "", from: "2026-05-29", to: "", loss: "1" });
  await expect(ask("assess.storeCase", { text: note, loss: "-1" })).rejects.toMatchObject({ code: "bad-request" });
});

it("works the same by the command line", { timeout: 180_000 }, async () => {
  await engine.close();
  const { code, out } = await runHere(["assess", workspace, boss, "--json", "--parts", "cases,calls"]);
  const answer = JSON.parse(out) as Result<"assess.readClue">;
  expect([code, Object.keys(answer.parts)]).toEqual([0, ["cases", "calls"]]);
  expect(answer.parts.calls!.found!.items[0]).toMatchObject({ entity: `phone:${boss}`, seconds: 90 });
  const stored = await runHere(["assess", workspace, "来电称收到诈骗短信", "--store", "--number", "X-1", "--json"]);
  expect([stored.code, (JSON.parse(stored.out) as Result<"assess.storeCase">).case]).toEqual([0, "X-1"]);
  const refused = await runHere(["assess", workspace, "又一次", "--store", "--number", "X-1", "--json"]);
  expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { error: { code: "case-known" } }]);
  expect((await runHere(["assess", workspace])).code).toBe(2);
  await open();
});
