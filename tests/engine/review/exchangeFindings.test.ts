// A series sent to another unit stands there as a series of ours: in the list, opened, as a chart, adopted or kept apart, gone whole with its bundle; sent both ways, both
// units know the same series.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { aBundle, aFinding } from "./bundles.ts";
import { bring, openUnit, seriesOf, type Unit, verdictsOf } from "./exchangeUnits.ts";

const at = freshFolder();

const head = "案件编号,案件类别,发案时间,涉案金额,受害人姓名,受害人账号,嫌疑人账号,嫌疑人电话,简要案情";
const row = (n: number, account: number, phone: number) =>
  [
    `A${1000 + n}`,
    "刷单返利",
    `2026-05-0${1 + (n % 8)} 10:00:00`,
    `${1000 * (n + 1)}.00`,
    `张${"一二三四五六七八九十"[n % 10]}`,
    `62220200010000${20_000 + n}`,
    `62220200010000${10_000 + account}`,
    `1380013800${phone}`,
    `被害人下载“惠享购${phone}”APP后转账`,
  ].join(",");
/** Three cases of one account and one of a stranger. */
const northern = [head, row(0, 1, 1), row(1, 1, 1), row(2, 1, 2), row(7, 7, 7)].join("\n");
/** Two of another account, one of them known to both. */
const southern = [head, row(2, 1, 2), row(3, 2, 2), row(4, 2, 2), row(8, 8, 8)].join("\n");

async function pair(tag: string): Promise<readonly [Unit, Unit]> {
  const [a, b] = [await openUnit(at(`${tag}-a.caseweave`), "甲市"), await openUnit(at(`${tag}-b.caseweave`), "乙市")];
  await bring(a, at(`${tag}-甲案件.csv`), northern, { as: "case" });
  await bring(b, at(`${tag}-乙案件.csv`), southern, { as: "case" });
  for (const unit of [a, b]) await seriesOf(unit);
  return [a, b];
}

async function send(from: Unit, to: Unit, series: string, file: string) {
  const { base64 } = await from.call("review.exportBundle", { subject: "series", of: series, password: "协作口令二〇二六" });
  writeFileSync(file, Buffer.from(base64, "base64"));
  const asked = { path: file, password: "协作口令二〇二六", standard: "latest" as const };
  const preview = await to.call("review.previewBundle", asked);
  return { preview, merged: await to.call("review.importBundle", asked) };
}

/** Every series that a unit knows, its own and others', by who found it. */
async function knownSeries({ call, name }: Unit) {
  const own = await call("group.listSeries", {});
  const ours = await Promise.all(own.series.map(({ series }) => call("group.readSeries", { series })));
  const found = await call("review.listFindings", { findingKind: "series" });
  const theirs = await Promise.all(found.map(async (one) => ({ one, detail: await call("review.readFinding", { finding: one.finding }) })));
  const say = (unit: string, number: string, { title, members, cohesionBits, weakest, loss, shared }: (typeof ours)[number]) => ({
    unit,
    number,
    title,
    members: members.map(({ case: id, state, bits, verdict, at: day, loss: sum }) => [id, state, bits, verdict, day, sum]).sort(),
    cohesionBits,
    weakest: { a: weakest.a, b: weakest.b, bits: weakest.bits },
    loss,
    shared: shared.map(({ entity, cases, bits }) => [entity, cases, bits]),
  });
  return [
    ...ours.map((detail) => say(name, detail.series, detail)),
    ...theirs.map(({ one, detail }) => say(one.unit, one.number, detail.series!)),
  ].sort((x, y) => (`${x.unit} ${x.number}` < `${y.unit} ${y.number}` ? -1 : 1));
}

it("stands at the other unit with members, grounds and decisions, and opens as a chart", { timeout: 300_000 }, async () => {
  const [a, b] = await pair("one");
  const [own] = (await a.call("group.listSeries", {})).series;
  expect(own!.cases).toEqual(["A1000", "A1001", "A1002"]);
  await a.call("review.recordDecision", { subject: "series", a: own!.series, b: "A1000", verdict: "confirm", reason: "同一收款账户" });
  await a.call("review.recordDecision", { subject: "series", a: own!.series, b: "A1001", verdict: "confirm", reason: "同一收款账户" });
  const { preview, merged } = await send(a, b, own!.series, at("one.cwx"));
  expect(preview.fresh.found).toEqual([
    expect.objectContaining({ findingKind: "series", unit: "甲市", number: own!.series, title: own!.title, cases: 3 }),
  ]);
  expect(merged.findings).toBe(1);
  const [found] = await b.call("review.listFindings", {});
  expect(found).toMatchObject({
    finding: "X-1",
    unit: "甲市",
    number: own!.series,
    title: own!.title,
    cases: own!.cases,
    known: 3,
    state: "open",
    bundle: merged.bundle,
    loss: own!.loss,
  });
  const detail = await b.call("review.readFinding", { finding: "X-1" });
  const ours = await a.call("group.readSeries", { series: own!.series });
  expect(detail.series!.members).toEqual(ours.members);
  expect(detail.series!.shared).toEqual(ours.shared);
  expect(detail.judgements.map(({ a: x, b: y, verdict, unit }) => [x, y, verdict, unit])).toEqual([["A1000", "A1001", "confirm", "甲市"]]);
  const chart = await b.call("chart.openSubject", { subject: "series:X-1" });
  expect(chart.nodes.map(({ ref }) => ref)).toEqual(expect.arrayContaining(["case:A1000", "case:A1001", "case:A1002"]));
  expect(chart.links.length).toBeGreaterThan(2);
  expect(chart.title).toBe(`甲市 ${own!.series} ${own!.title}`);
  const again = await b.call("review.previewBundle", { path: at("one.cwx"), password: "协作口令二〇二六" });
  expect([again.fresh.found, again.same.found.length]).toEqual([[], 1]);
  await Promise.all([a.close(), b.close()]);
});

it("is adopted by judgements that grouping takes, kept apart without theirs, and taken back whole", { timeout: 300_000 }, async () => {
  const [a, b] = await pair("two");
  await a.call("review.recordDecision", { subject: "pair", a: "A1000", b: "A1002", verdict: "confirm", reason: "同一操盘手" });
  await seriesOf(a);
  const before = verdictsOf(b.path);
  const { merged } = await send(a, b, "S-1", at("two.cwx"));
  const brought = verdictsOf(b.path);
  expect(brought).toEqual(["A1000 A1002 confirm"]);
  const judge = (state: "open" | "adopted" | "apart", reason = "会商决定") =>
    b.call("review.judgeFinding", { finding: "X-1", state, reason });
  await expect(judge("adopted", " ")).rejects.toMatchObject({ code: "reason-missing" });
  await expect(b.call("review.judgeFinding", { finding: "X-7", state: "apart", reason: "没有" })).rejects.toMatchObject({
    code: "finding-unknown",
  });
  expect(verdictsOf(b.path)).toEqual(brought);
  expect(await judge("apart")).toMatchObject({ state: "apart", decisions: 1 });
  expect(verdictsOf(b.path)).toEqual([]);
  // Sent again it does not bind us either.
  await send(a, b, "S-1", at("two-again.cwx"));
  expect(verdictsOf(b.path)).toEqual([]);
  expect(await judge("open")).toMatchObject({ state: "open" });
  expect(verdictsOf(b.path)).toEqual(brought);
  expect(await judge("adopted")).toMatchObject({ state: "adopted", decisions: 1, kept: 0 });
  expect(verdictsOf(b.path)).toEqual(["A1000 A1001 confirm", "A1000 A1002 confirm"]);
  expect((await seriesOf(b)).some((cases) => ["A1000", "A1001", "A1002"].every((one) => cases.includes(one)))).toBe(true);
  const [found] = await b.call("review.listFindings", {});
  expect(found).toMatchObject({ state: "adopted", stateNote: "会商决定", overlaps: [expect.objectContaining({ common: 3 })] });
  expect(await judge("open")).toMatchObject({ state: "open" });
  expect(verdictsOf(b.path)).toEqual(brought);
  const bundles = await b.call("review.listBundles", {});
  for (const { bundle, way } of bundles) if (way === "in") await b.call("review.removeBundle", { bundle, reason: "对方撤回" });
  expect(bundles.some(({ bundle }) => bundle === merged.bundle)).toBe(true);
  expect(await b.call("review.listFindings", {})).toEqual([]);
  expect(verdictsOf(b.path)).toEqual(before);
  await expect(b.call("review.readFinding", { finding: "X-1" })).rejects.toMatchObject({ code: "finding-unknown" });
  await Promise.all([a.close(), b.close()]);
});

it("lets two units that send each other their series know the same series in the end", { timeout: 300_000 }, async () => {
  const [a, b] = await pair("three");
  for (let round = 0; round < 2; round += 1)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const { series } = await from.call("group.listSeries", {});
      for (const { series: id } of series) await send(from, to, id, at(`three-${round}-${from.name}-${id}.cwx`));
    }
  // What came joins what is linked here, so both group anew over the same facts, and tell each other once more.
  for (const unit of [a, b]) await seriesOf(unit);
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    for (const { series: id } of (await from.call("group.listSeries", {})).series)
      await send(from, to, id, at(`three-last-${from.name}-${id}.cwx`));
  const [x, y] = [await knownSeries(a), await knownSeries(b)];
  expect(x.length).toBeGreaterThan(1);
  expect(y).toEqual(x);
  await Promise.all([a.close(), b.close()]);
});

it("of two tellings shows the later one, and says once what it says twice", { timeout: 300_000 }, async () => {
  const b = await openUnit(at("four-b.caseweave"), "乙市");
  const take = async (name: string, finding: ReturnType<typeof aFinding>) => {
    writeFileSync(at(name), aBundle({ findings: [finding] }));
    return (await b.call("review.importBundle", { path: at(name) })).bundle;
  };
  await take("new.cwx", aFinding(["B1", "B2", "B3"], { foundAt: 2_000, title: "后来" }));
  const old = await take("old.cwx", aFinding(["B1", "B2"], { foundAt: 1_000, title: "起初" }));
  const shown = async () =>
    (await b.call("review.listFindings", {})).map(({ finding, title, cases, known }) => [finding, title, cases.length, known]);
  expect(await shown()).toEqual([["X-1", "后来", 3, 0]]);
  await expect(b.call("review.judgeFinding", { finding: "X-1", state: "adopted", reason: "采纳" })).rejects.toMatchObject({
    code: "finding-small",
  });
  expect((await b.call("review.listFindings", {}))[0]!.state).toBe("open");
  const { bundle } = (await b.call("review.listBundles", {})).find((one) => one.bundle !== old)!;
  await b.call("review.removeBundle", { bundle, reason: "撤回" });
  expect(await shown()).toEqual([["X-1", "起初", 2, 0]]);
  await b.close();
});
