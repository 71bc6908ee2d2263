// Watching end to end on files as they are imported: a fact is told to a watch once, whoever tells it and however the files are cut.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { AlertItem } from "../../../shared/model/alert.ts";
import type { Input } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { transferMapping } from "../import/cli.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

const at = freshFolder();
const victims = ["622200000011", "622200000022", "622200000033"] as const;
const mule = "622200000099";
const exit = "622200000088";

const cases = `案件编号,案件类别,发案时间,发案地点,经度,纬度,受害人账号,简要案情
A1,刷单返利,2026-05-01 10:00:00,云津市东渡区青石路109号,112.19582,29.10417,${victims[0]},被害人下载“惠享购”APP后转账
A2,刷单返利,2026-05-01 12:00:00,云津市东渡区青石路7号,112.20011,29.11002,${victims[1]},被害人刷单
A3,刷单返利,2026-05-02 10:00:00,云津市东渡区江边,112.5,29.5,${victims[2]},被害人下载“惠享购”APP后转账
`;
const ledgerHead = "交易时间,付款账号,收款账号,金额,流水号";
const ledger = [
  `2026-05-01 10:00:00,${victims[0]},${mule},10000.00,T1`,
  `2026-05-01 12:00:00,${victims[1]},${mule},20000.00,T2`,
  `2026-05-01 12:20:00,${mule},${exit},19000.00,T3`,
  `2026-05-02 09:00:00,${victims[2]},${mule},30000.00,T4`,
  `2026-05-03 09:00:00,${mule},${exit},100.00,T5`,
];
const stays = `姓名,身份证号,旅馆名称,房号,入住时间,退房时间
张三,110101199001011237,平安旅馆,301,2026-05-02 20:00:00,2026-05-03 09:00:00
`;
const places = `地点名称,经度,纬度
平安旅馆,112.1961,29.1043
`;

async function bring(
  { call }: OpenEngine,
  name: string,
  text: string,
  params: Partial<Input<"import.storeFiles">>,
): Promise<readonly AlertItem[]> {
  writeFileSync(at(name), text);
  return (await call("import.storeFiles", { paths: [at(name)], ...params })).alerts;
}

const bringCases = (engine: OpenEngine) => bring(engine, "案件.csv", cases, { as: "case" });
const bringLedger = (engine: OpenEngine, name: string, rows: readonly string[]) =>
  bring(engine, name, [ledgerHead, ...rows].join("\n"), { mapping: { ...transferMapping, constants: { currency: "CNY" } } });

const watch = ({ call }: OpenEngine, subject: Input<"review.addWatch">["subject"], label = "") =>
  call("review.addWatch", { subject, reason: "核查线索", label });

async function factsOf({ call }: OpenEngine) {
  const { items } = await call("review.listAlerts", { state: "all" });
  const facts = await Promise.all(items.map((item) => call("review.listAlertFacts", { alert: item.id })));
  return facts
    .flatMap((list, i) => list.map((fact) => [items[i]!.watch, fact.code, fact.at, fact.entity, fact.other, fact.amount].join(" ")))
    .sort();
}

it("tells what a file brings about a watched account, with its rows, and never the same fact again", async () => {
  const engine = await openEngine(at("a.caseweave"));
  // Not known yet: watched all the same.
  const added = await watch(engine, { kind: "entity", entity: `account:${mule}` });
  expect(added).toMatchObject({ id: "W-1", label: mule, isKnown: false, owner: "tester" });
  const first = await bringLedger(engine, "一.csv", ledger.slice(0, 3));
  expect(first.map(({ code, facts, amount, currency }) => [code, facts, amount, currency])).toEqual([
    ["transfer-out", 1, "19000.00", "CNY"],
    ["transfer-in", 2, "30000.00", "CNY"],
  ]);
  expect(first[0]!.newest[0]).toMatchObject({ other: `account:${exit}`, source: "一.csv", row: 3, at: "2026-05-01T12:20:00+08:00" });
  // The next file tells the last two again.
  const second = await bringLedger(engine, "二.csv", ledger.slice(1));
  expect(second.map(({ code, facts, amount }) => [code, facts, amount])).toEqual([
    ["transfer-out", 1, "100.00"],
    ["transfer-in", 1, "30000.00"],
  ]);
  expect((await engine.call("review.checkWatches", {})).alerts).toEqual([]);
  // Taken out and imported again, it is the same fact.
  const [source] = await engine.call("import.listSources", {});
  await engine.call("import.removeSource", { sourceId: source!.id, reason: "重新导入" });
  expect(await bringLedger(engine, "三.csv", ledger)).toEqual([]);
  await engine.close();
});

it("gives the same alerts day by day as all at once", { timeout: 240_000 }, async () => {
  const told: string[][] = [];
  for (const step of [1, 2, ledger.length]) {
    const engine = await openEngine(at(`by${step}.caseweave`));
    await bringCases(engine);
    await watch(engine, { kind: "entity", entity: `account:${mule}` });
    await watch(engine, { kind: "rule", rule: "fan-in", values: { payers: 3, hours: 24 } }, "集中转入");
    await watch(engine, { kind: "rule", rule: "fast-out", values: { yuan: 5000, percent: 80, minutes: 60 } }, "快进快出");
    for (let i = 0; i < ledger.length; i += step) await bringLedger(engine, `${step}-${i}.csv`, ledger.slice(i, i + step));
    told.push(await factsOf(engine));
    await engine.close();
  }
  expect(told[0]!.filter((line) => line.startsWith("W-2"))).toEqual([
    `W-2 fan-in 2026-05-02T09:00:00+08:00 account:${mule} account:${victims[2]} 60000.00`,
  ]);
  expect(told[0]!.filter((line) => line.startsWith("W-3"))).toEqual([
    `W-3 fast-out 2026-05-01T12:00:00+08:00 account:${mule} account:${victims[1]} 20000.00`,
  ]);
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

it("watches places and words: who was there, which case happened there, which brief says it", async () => {
  const engine = await openEngine(at("b.caseweave"));
  await bring(engine, "地点.csv", places, { as: "place" });
  await watch(engine, { kind: "place", longitude: 112.196, latitude: 29.104, metres: 300 }, "青石路一带");
  await watch(engine, { kind: "words", words: "惠享购" });
  const byCases = await bringCases(engine);
  expect(byCases.map(({ code, label, newest }) => [code, label, newest.map(({ entity }) => entity)])).toEqual([
    ["words", "惠享购", ["case:A1", "case:A3"]],
    ["scene", "青石路一带", ["case:A1"]],
  ]);
  const [hotel] = (await engine.call("workspace.searchEntities", { words: "平安旅馆", kind: "place" })).hits;
  const named = { subject: { kind: "near", place: hotel!.entity, metres: 50 }, reason: "重点场所" } as const;
  expect(await engine.call("review.addWatch", named)).toMatchObject({ kind: "place", label: "平安旅馆", subject: { metres: 50 } });
  await expect(engine.call("review.addWatch", { ...named, subject: { ...named.subject, place: "place:没有此地" } })).rejects.toMatchObject({
    code: "entity-unknown",
  });
  await engine.call("review.removeWatch", { watch: "W-3", reason: "另有一个" });
  const byStays = await bring(engine, "住宿.csv", stays, { as: "stay" });
  expect(byStays.map(({ code, newest }) => [code, newest[0]!.label, newest[0]!.where?.label])).toEqual([["stay", "张三", "平安旅馆"]]);
  await engine.close();
});

it("watches who stays near the scene of a series", { timeout: 60_000 }, async () => {
  const engine = await openEngine(at("c.caseweave"));
  await bringCases(engine);
  await bring(engine, "地点.csv", places, { as: "place" });
  await engine.call("review.recordDecision", { subject: "pair", a: "A1", b: "A2", verdict: "confirm", reason: "同一手法" });
  await engine.call("link.runLinkage", {});
  await engine.call("group.runSeries", {});
  await watch(engine, { kind: "entity", entity: "person:110101199001011237" });
  await watch(engine, { kind: "rule", rule: "near-scene", values: { metres: 500 } }, "关注人员近现场");
  const alerts = await bring(engine, "住宿.csv", stays, { as: "stay" });
  const near = alerts.find(({ code }) => code === "near-scene");
  expect(near?.newest[0]).toMatchObject({
    entity: "person:110101199001011237",
    other: "case:A1",
    series: "S-1",
    where: { label: "平安旅馆" },
  });
  expect(near!.newest[0]!.metres).toBeLessThan(100);
  await engine.close();
});

it("asks for reasons, refuses the same watch twice, and keeps alerts of a watch that was ended", async () => {
  const engine = await openEngine(at("d.caseweave"));
  const subject = { kind: "entity", entity: `account:${mule}` } as const;
  await expect(engine.call("review.addWatch", { subject, reason: " " })).rejects.toMatchObject({ code: "reason-missing" });
  await watch(engine, subject);
  await expect(watch(engine, subject)).rejects.toMatchObject({ code: "watch-known", details: { watch: "W-1" } });
  await expect(watch(engine, { kind: "series", series: "S-77" })).rejects.toMatchObject({ code: "series-unknown" });
  const [alert] = await bringLedger(engine, "一.csv", ledger.slice(0, 1));
  await expect(engine.call("review.markAlerts", { alerts: [alert!.id], state: "dismissed" })).rejects.toMatchObject({
    code: "reason-missing",
  });
  await engine.call("review.markAlerts", { alerts: [alert!.id], state: "handled", reason: "已止付" });
  await engine.call("review.removeWatch", { watch: "W-1", reason: "案件已结" });
  expect(await bringLedger(engine, "二.csv", ledger.slice(1))).toEqual([]);
  const { items, counts } = await engine.call("review.listAlerts", { state: "all" });
  expect(counts).toEqual({ new: 0, seen: 0, handled: 1, dismissed: 0 });
  expect(items[0]).toMatchObject({ state: "handled", stateBy: "tester", stateReason: "已止付" });
  await expect(engine.call("review.removeWatch", { watch: "W-1", reason: "再次" })).rejects.toMatchObject({ code: "watch-unknown" });
  await engine.close();
});

it("lets a watch end on its day", async () => {
  const engine = await openEngine(at("e.caseweave"));
  const expiresAt = Date.parse("2026-05-31T23:59:59+08:00");
  await engine.call("review.addWatch", { subject: { kind: "entity", entity: `account:${mule}` }, reason: "核查线索", expiresAt });
  expect(await bringLedger(engine, "一.csv", ledger)).toEqual([]);
  expect(await engine.call("review.listWatches", {})).toMatchObject([{ id: "W-1", isExpired: true, alerts: 0, isKnown: true }]);
  await engine.close();
});
