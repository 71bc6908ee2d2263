// Method packs end to end: the shipped six find what was planted in them, a run says what differs from the last, steps of the log become a pack,
// and a file that is damaged, changed, newer or asks for what it may not is refused with nothing changed.
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listShipped } from "../../../electron/engine/review/pack/knownPacks.ts";
import { packText, sealPack } from "../../../electron/engine/review/pack/packText.ts";
import type { Pack } from "../../../shared/review/pack/pack.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";
import { refusalOf } from "./refusalOf.ts";

const at = freshFolder();
const shippedIds = ["rebate-series", "mule-network", "number-change", "burglary-series", "hotel-co-stay", "pass-through-accounts"];
const passThrough = () => listShipped().find(({ pack }) => pack.id === "pass-through-accounts")!.pack;

async function bringSheet({ call }: OpenEngine, { test }: Pack, name: string, text = test!.sheets[0]!.text) {
  writeFileSync(at(name), text);
  const { as, mapping } = test!.sheets[0]!;
  await call("import.storeFiles", { paths: [at(name)], ...(as ? { as } : {}), ...(mapping ? { mapping } : {}) });
}

describe("the shipped packs", () => {
  it("are six, each with a test, and their hashes are what they say", () => {
    expect(listShipped().map(({ pack }) => pack.id)).toEqual(shippedIds);
    expect(listShipped().filter(({ pack }) => pack.test === null)).toEqual([]);
  });

  it.each(shippedIds)(
    "%s finds all that was planted in its test, and nothing beyond",
    async (id) => {
      const engine = await openEngine(at(`${id}.caseweave`));
      const { planted, found, surplus, isPassed } = await engine.call("review.testPack", { pack: id });
      const listed = (await engine.call("review.listPacks", {})).find(({ pack }) => pack === id)!;
      await engine.close();
      expect({ found, surplus, isPassed, state: listed.state }).toEqual({ found: planted, surplus: 0, isPassed: true, state: "passed" });
      expect(planted).toBeGreaterThan(1);
    },
    300_000,
  );
});

describe("a run", () => {
  it("says nothing of differences the first time, none the second, and what an import brought the third", async () => {
    const engine = await openEngine(at("runs.caseweave"));
    const { call } = engine;
    await bringSheet(engine, passThrough(), "流水.csv");
    const run = () => call("review.runPack", { pack: "pass-through-accounts" });
    const first = await run();
    expect([first.differences, first.against, first.sections[0]!.all]).toEqual([null, null, 4]);
    expect((await run()).differences).toEqual({ new: 0, changed: 0, gone: 0, same: 4 });
    const heading = passThrough().test!.sheets[0]!.text.split("\n")[0]!;
    const more = [
      "2026-09-01 10:00:00,6222029900008881,6222029900009991,30000.00,N1",
      "2026-09-01 10:20:00,6222029900009991,6222029900008882,29900.00,N2",
    ];
    await bringSheet(engine, passThrough(), "次日.csv", [heading, ...more, ""].join("\n"));
    const third = await run();
    expect(third.differences).toEqual({ new: 1, changed: 0, gone: 0, same: 4 });
    const [line] = third.sections[0]!.lines;
    expect([line!.change, line!.cells[1]!.named.map(({ entity }) => entity)]).toEqual(["new", ["account:6222029900009991"]]);
    const { rows } = await call("review.listPackRows", { run: third.run, section: "accounts", place: line!.place });
    expect(rows.map(({ source, row }) => `${source} ${row}`)).toEqual(["次日.csv 1", "次日.csv 2"]);
    const tighter = await call("review.runPack", { pack: "pass-through-accounts", set: { minAmount: 100_000 } });
    expect([tighter.differences!.gone, tighter.against!.otherParameters.map(({ zh }) => zh)]).toEqual([2, ["至少金额（元）"]]);
    await engine.close();
  }, 300_000);

  it("tells that rows cannot be shown once the facts moved on", async () => {
    const engine = await openEngine(at("stale.caseweave"));
    await bringSheet(engine, passThrough(), "流水.csv");
    const { run } = await engine.call("review.runPack", { pack: "pass-through-accounts" });
    await bringSheet(
      engine,
      passThrough(),
      "又一份.csv",
      "交易时间,付款账号,收款账号,金额,流水号\n2026-09-01 10:00:00,6222029900008881,6222029900009991,1.00,N1\n",
    );
    expect(await engine.call("review.listPackRows", { run, section: "accounts", place: 0 })).toEqual({ rows: [], all: 0, isStale: true });
    await engine.close();
  }, 300_000);

  it("is refused with what is missing, and keeps nothing", async () => {
    const engine = await openEngine(at("empty.caseweave"));
    expect(await refusalOf(engine, "review.runPack", { pack: "hotel-co-stay" })).toEqual({
      code: "pack-sheets-missing",
      pack: "hotel-co-stay",
      rowKinds: ["stay"],
    });
    expect((await engine.call("review.readPack", { pack: "旅馆同住" })).runs).toEqual([]);
    expect((await refusalOf(engine, "review.runPack", { pack: "nobody" })).code).toBe("pack-unknown");
    await engine.close();
  });

  it("takes parameters within their range only", async () => {
    const engine = await openEngine(at("parameters.caseweave"));
    const refused = (set: Record<string, string | number | null>) =>
      refusalOf(engine, "review.runPack", { pack: "pass-through-accounts", set });
    expect(await refused({ windowDays: 99 })).toEqual({
      code: "pack-parameter-wrong",
      parameter: "windowDays",
      value: "99",
      reasonKey: "pack.reason.range",
      allowed: "0.01 – 30",
    });
    expect((await refused({ windowDays: "a" })).code).toBe("pack-parameter-wrong");
    expect((await refused({ since: "2026-13-45" })).reasonKey).toBe("pack.reason.day");
    expect((await refused({ nothing: 1 })).reasonKey).toBe("pack.reason.unknown");
    await engine.close();
  });
});

describe("a pack file", () => {
  const own = (change: Partial<Pack> = {}): Pack => sealPack({ ...passThrough(), id: "mine", ...change });

  it("comes in with its test run, to the byte, and goes out the same", async () => {
    const engine = await openEngine(at("import.caseweave"));
    const text = packText(own());
    const kept = await engine.call("review.importPack", { text });
    expect([kept.pack, kept.state, kept.tested?.found, kept.tested?.planted, kept.isKnown, kept.replaced]).toEqual([
      "mine",
      "passed",
      4,
      4,
      false,
      null,
    ]);
    const out = await engine.call("review.exportPack", { pack: "mine" });
    expect([Buffer.from(out.base64, "base64").toString(), out.file]).toEqual([text, "mine.caseweave-pack.json"]);
    expect((await engine.call("review.importPack", { text })).isKnown).toBe(true);
    expect((await engine.call("review.importPack", { text: packText(own({ revision: 2 })) })).replaced).toBe(1);
    await engine.call("review.removePack", { pack: "mine" });
    expect((await engine.call("review.listPacks", {})).map(({ pack }) => pack)).toEqual(shippedIds);
    await engine.close();
  }, 300_000);

  it("is refused, with nothing kept, when it is damaged, changed, newer, or asks for what packs may not", async () => {
    const engine = await openEngine(at("bad.caseweave"));
    const refused = async (text: string) => await refusalOf(engine, "review.importPack", { text });
    const good = own();
    const steps = (call: string, given: Pack["steps"][number]["with"] = {}) =>
      packText(own({ steps: [{ ...good.steps[0]!, call, with: given }] }));
    expect((await refused(packText(good).slice(0, 500))).code).toBe("pack-unreadable");
    expect((await refused("{}")).reasonKey).toBe("pack.reason.format");
    expect((await refused(packText(good).replace("0.25", "0.26"))).code).toBe("pack-changed");
    expect(await refused(JSON.stringify({ ...good, version: 3, surprise: true }))).toEqual({ code: "pack-newer", version: 3, known: 2 });
    expect(await refused(steps("import.removeSource"))).toEqual({ code: "pack-call-unknown", step: "found", call: "import.removeSource" });
    expect((await refused(steps("workspace.queryViews", { sql: "SELECT 1" }))).code).toBe("pack-call-unknown");
    expect((await refused(steps("group.findMotifs", { windowDays: { from: "process.env" } }))).code).toBe("pack-path-wrong");
    expect((await refused(steps("group.findMotifs", { windowDays: { from: "steps.later.x" } }))).path).toBe("steps.later.x");
    expect((await refused(steps("group.findMotifs", { windowDays: -1 }))).code).toBe("pack-argument-wrong");
    expect((await refused(steps("group.findMotifs", { passthrough: true }))).code).toBe("pack-argument-wrong");
    expect((await refused(packText(own({ id: "hotel-co-stay" })))).code).toBe("pack-shipped");
    expect((await engine.call("review.listPacks", {})).map(({ pack }) => pack)).toEqual(shippedIds);
    await engine.close();
  }, 300_000);

  it("whose test fails comes in only when somebody says so, and stays marked", async () => {
    const engine = await openEngine(at("failing.caseweave"));
    const { test } = passThrough();
    const failing = own({ test: { ...test!, expected: [{ section: "accounts", by: ["accounts"], lines: ["account:1"], mayHave: 0 }] } });
    const text = packText(failing);
    expect(await refusalOf(engine, "review.importPack", { text })).toEqual({
      code: "pack-test-failed",
      pack: "mine",
      planted: 1,
      found: 0,
      surplus: 4,
    });
    expect((await engine.call("review.listPacks", {})).length).toBe(shippedIds.length);
    expect((await engine.call("review.importPack", { text, isAnyway: true })).state).toBe("failed");
    expect((await engine.call("review.listPacks", {})).find(({ pack }) => pack === "mine")?.state).toBe("failed");
    expect((await engine.call("review.readPack", { pack: "mine" })).tested?.sections[0]?.lost).toEqual(["account:1"]);
    await engine.close();
  }, 300_000);
});

describe("recording", () => {
  const title = { zh: "我的方法", en: "My method" };
  const about = { zh: "每月一次", en: "Once a month" };

  it("makes a pack of logged steps with a test of its own, which runs elsewhere", async () => {
    const engine = await openEngine(at("recorded.caseweave"));
    await bringSheet(engine, passThrough(), "流水.csv");
    await engine.call("group.findMotifs", { kinds: ["fast-in-fast-out"], windowDays: 0.25 });
    const logged = await engine.call("review.listLoggedSteps", {});
    expect(logged.map(({ call, arguments: given, isShortened }) => ({ call, given, isShortened }))).toEqual([
      { call: "group.findMotifs", given: { kinds: ["fast-in-fast-out"], windowDays: 0.25 }, isShortened: false },
    ]);
    const entries = logged.map(({ entry }) => entry);
    const sheets = [{ name: "小表.csv", text: passThrough().test!.sheets[0]!.text }];
    const kept = await engine.call("review.recordPack", { pack: "monthly", title, about, entries, sheets });
    expect([kept.state, kept.tested?.planted]).toEqual(["passed", 4]);
    expect(await refusalOf(engine, "review.recordPack", { pack: "monthly", title, about, entries })).toEqual({
      code: "pack-known",
      pack: "monthly",
    });
    expect((await refusalOf(engine, "review.recordPack", { pack: "other", title, about, entries: [1] })).code).toBe("pack-steps-none");
    await engine.close();
    const other = await openEngine(at("elsewhere.caseweave"));
    await bringSheet(other, passThrough(), "流水2.csv");
    await other.call("review.importPack", { text: kept.text });
    const { sections, set } = await other.call("review.runPack", { pack: "我的方法", set: { motifs1WindowDays: 0.5 } });
    expect([sections[0]!.title.zh, set[0]!.wasDefault]).toEqual(["资金结构", false]);
    await other.close();
  }, 300_000);
});
