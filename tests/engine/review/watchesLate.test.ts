// Watches on what is said later than it happened, on series that are merged, and under a clock that goes back.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Desk, openDesk } from "../../../scripts/month/desk.ts";
import type { AlertItem } from "../../../shared/model/alert.ts";
import type { Input } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { transferMapping } from "../import/cli.ts";

const at = freshFolder();
const morning = Date.parse("2026-06-01T08:00:00+08:00");
const day = 86_400_000;
const patience = { timeout: 400_000 };

async function bring(desk: Desk, name: string, text: string, params: Partial<Input<"import.storeFiles">>): Promise<readonly AlertItem[]> {
  writeFileSync(at(name), text);
  desk.now += 60_000;
  return (await desk.ask("import.storeFiles", { paths: [at(name)], ...params })).alerts;
}

const watch = ({ ask }: Desk, subject: Input<"review.addWatch">["subject"], expiresAt: number | null = null) =>
  ask("review.addWatch", { subject, reason: "核查线索", expiresAt });
const codes = (alerts: readonly AlertItem[]) => alerts.map(({ watch: id, code, facts }) => `${id} ${code} ${facts}`).sort();

const victims = ["622200000011", "622200000022", "622200000033"] as const;
const [card, account] = ["6222021234567890128", "3405011083609390989"];
const ledgers = { mapping: { ...transferMapping, constants: { currency: "CNY" } } };
const ledger = `交易时间,付款账号,收款账号,金额,流水号
2026-05-01 10:00:00,${victims[0]},${card},10000.00,T1
2026-05-01 12:00:00,${victims[1]},${card},20000.00,T2
2026-05-01 13:00:00,${victims[2]},${card},30000.00,T3
`;
const stays = `姓名,身份证号,旅馆名称,房号,入住时间,退房时间
张三,110101199001011237,平安旅馆,301,2026-05-02 20:00:00,2026-05-03 09:00:00
`;
const involved = `案件编号,姓名,证件号码,涉案角色
A1,李四,110101199001011210,受害人
`;
const places = `地点名称,经度,纬度
平安旅馆,112.1961,29.1043
`;
const reports = `案件编号,案件类别,发案时间,受害人账号,简要案情
A1,刷单返利,2026-05-01 10:00:00,${victims[0]},被害人下载“惠享购”APP后转账
A2,刷单返利,2026-05-01 12:00:00,${victims[1]},被害人转账
A3,刷单返利,2026-05-01 13:00:00,${victims[2]},被害人转账
`;
const accounts = `卡号,账号,开户人姓名
${card},${account},王五
`;

async function watchAll(desk: Desk): Promise<void> {
  await watch(desk, { kind: "place", longitude: 112.196, latitude: 29.104, metres: 300 });
  await watch(desk, { kind: "words", words: "惠享购" });
  await watch(desk, { kind: "entity", entity: `account:${account}` });
  await watch(desk, { kind: "rule", rule: "fan-in", values: { payers: 3, hours: 24 } });
}

/** What happened first, then what makes it a hit: coordinates, a report, whose card it is. */
const bringEvents = async (desk: Desk) => [
  ...(await bring(desk, "流水.csv", ledger, ledgers)),
  ...(await bring(desk, "住宿.csv", stays, { as: "stay" })),
  ...(await bring(desk, "涉案.csv", involved, { as: "involvement" })),
];
const bringTies = async (desk: Desk) => [
  codes(await bring(desk, "地点.csv", places, { as: "place" })),
  codes(await bring(desk, "案件.csv", reports, { as: "case" })),
  codes(await bring(desk, "账户.csv", accounts, { as: "account" })),
];

it("tells what happened before when what makes it a hit is said later, once", patience, async () => {
  const desk = await openDesk(at("late.caseweave"), morning);
  await watchAll(desk);
  expect(codes(await bringEvents(desk))).toEqual([]);
  expect(await bringTies(desk)).toEqual([["W-1 stay 1"], ["W-2 words 1", "W-4 fan-in 1"], ["W-3 transfer-in 3"]]);
  expect((await desk.ask("review.checkWatches", {})).alerts).toEqual([]);
  await desk.engine.close();
});

it("stays silent about what stood there before the watch was set", patience, async () => {
  const desk = await openDesk(at("before.caseweave"), morning);
  await bringEvents(desk);
  await watchAll(desk);
  // Of the rest only the words of the report are news.
  expect(await bringTies(desk)).toEqual([[], ["W-2 words 1"], []]);
  await desk.engine.close();
});

it("does not care for a clock that goes back, and tells nothing to a watch that ran out in between", patience, async () => {
  const desk = await openDesk(at("clock.caseweave"), morning);
  await watchAll(desk);
  await watch(desk, { kind: "words", words: "被害人" }, morning + day);
  desk.now = morning - 10 * day;
  expect(codes(await bringEvents(desk))).toEqual([]);
  expect(codes(await bring(desk, "地点.csv", places, { as: "place" }))).toEqual(["W-1 stay 1"]);
  desk.now = morning + 2 * day;
  expect(codes(await bring(desk, "案件.csv", reports, { as: "case" }))).toEqual(["W-2 words 1", "W-4 fan-in 1"]);
  await desk.engine.close();
});

it("keeps an alert whose source was taken out, without its row, and does not raise it again", patience, async () => {
  const desk = await openDesk(at("gone.caseweave"), morning);
  await watch(desk, { kind: "entity", entity: `account:${card}` });
  const [alert] = await bring(desk, "流水.csv", ledger, ledgers);
  await desk.ask("review.markAlerts", { alerts: [alert!.id], state: "handled", reason: "已止付" });
  const [source] = await desk.ask("import.listSources", {});
  await desk.ask("import.removeSource", { sourceId: source!.id, reason: "重复" });
  const { items } = await desk.ask("review.listAlerts", { state: "all" });
  expect(items).toMatchObject([{ id: alert!.id, state: "handled", facts: 3 }]);
  const facts = await desk.ask("review.listAlertFacts", { alert: alert!.id });
  expect(facts.map(({ source: file }) => file)).toEqual([null, null, null]);
  expect(await bring(desk, "再次.csv", `${ledger}\n`, ledgers)).toEqual([]);
  await desk.engine.close();
});

it("follows a series that is merged into another one", patience, async () => {
  const desk = await openDesk(at("merged.caseweave"), morning);
  const mules = ["622200000091", "622200000092"];
  const rows = [0, 0, 1, 1].map(
    (mule, i) => `B${i + 1},${["刷单返利", "冒充客服"][mule]},2026-05-0${i + 1} 10:00:00,${mules[mule]},被害人转账`,
  );
  await bring(desk, "案件.csv", ["案件编号,案件类别,发案时间,嫌疑人账号,简要案情", ...rows].join("\n"), { as: "case" });
  for (const [a, b] of [
    ["B1", "B2"],
    ["B3", "B4"],
  ] as const)
    await desk.ask("review.recordDecision", { subject: "pair", a, b, verdict: "confirm", reason: "同一账户" });
  const regroup = async () => {
    await desk.ask("link.runLinkage", {});
    await desk.ask("group.runSeries", {});
    return (await desk.ask("group.listSeries", {})).series;
  };
  const series = await regroup();
  expect(series.map(({ cases }) => [...cases].sort().join())).toHaveLength(2);
  const nameOf = (number: string) => series.find(({ cases }) => cases.includes(number))!.series;
  const [kept, gone] = [nameOf("B1"), nameOf("B3")];
  await watch(desk, { kind: "series", series: gone, minBits: 4 });
  await desk.ask("group.mergeSeries", { series: kept, other: gone, reason: "同一伙人" });
  const [merged] = await regroup();
  const [item] = await desk.ask("review.listWatches", {});
  const moved = merged!.series === gone ? null : merged!.series;
  expect(item).toMatchObject({ isKnown: true, follows: moved });
  // The account that only the cases of the other series shared is the series' now.
  const payment = `交易时间,付款账号,收款账号,金额,流水号\n2026-05-20 10:00:00,622200000055,${mules[0]},500.00,T9\n`;
  expect(codes(await bring(desk, "流水.csv", payment, ledgers))).toEqual(["W-1 transfer-in 1"]);
  await desk.engine.close();
});
