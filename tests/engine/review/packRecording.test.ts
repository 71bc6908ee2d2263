// A morning's work, as the pages ask it, recorded as a pack: filters, linkage, series one after the other, rings, motifs, ranks, money, lists, statistics,
// an assessment and the briefing. The pack runs here without a difference, and elsewhere.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listShipped } from "../../../electron/engine/review/pack/knownPacks.ts";
import type { Pack } from "../../../shared/review/pack/pack.ts";
import type { PackRunAnswer } from "../../../shared/review/packCalls.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

const at = freshFolder("all");
const packOf = (id: string): Pack => listShipped().find(({ pack }) => pack.id === id)!.pack;
let engine: OpenEngine;

/** The sheets of two shipped tests: cases that belong together, and cards that pass money on. */
async function bringSheets({ call }: OpenEngine, mark: string): Promise<void> {
  for (const { test } of [packOf("rebate-series"), packOf("mule-network")]) {
    for (const { name, text, as, mapping } of test!.sheets) {
      writeFileSync(at(`${mark}${name}`), text);
      await call("import.storeFiles", { paths: [at(`${mark}${name}`)], ...(as ? { as } : {}), ...(mapping ? { mapping } : {}) });
    }
  }
}

/** The account of the first case: money from it is traced. */
const payer = async ({ call }: OpenEngine): Promise<string> => {
  const { motifs } = await call("group.findMotifs", { kinds: ["fast-in-fast-out"], windowDays: 2 });
  return motifs[0]!.accounts[0]!;
};

async function workAsPagesDo(open: OpenEngine): Promise<void> {
  const { call } = open;
  await call("resolve.runResolution", {});
  await call("link.runLinkage", {});
  await call("group.runSeries", {});
  const { series } = await call("group.listSeries", {});
  for (const one of series.slice(0, 2)) await call("group.readSeries", { series: one.series });
  await call("group.findRings", {});
  const account = await payer(open);
  await call("group.rankEntities", { by: "pagerank", top: 20 });
  await call("trace.traceMoney", { from: [account], since: "2026-08-01" });
  await call("trace.listMoney", { from: [account], list: "request" });
  await call("statistics.table", { by: ["category"], from: "2026-09-01", to: "2026-10-31" });
  await call("statistics.cases", { where: [{ dimension: "category", code: "刷单返利" }], limit: 50 });
  await call("assess.readClue", { text: account, within: 60_000 });
  await call("brief.read", { from: "2026-09-01", to: "2026-09-30" });
}

beforeAll(async () => {
  engine = await openEngine(at("morning.caseweave"));
  await bringSheets(engine, "");
  await workAsPagesDo(engine);
}, 300_000);
afterAll(() => engine.close());

const expected = [
  "resolve.runResolution",
  "link.runLinkage",
  "group.runSeries",
  "group.readSeries",
  "group.readSeries",
  "group.findRings",
  "group.findMotifs",
  "group.rankEntities",
  "trace.traceMoney",
  "trace.listMoney",
  "statistics.table",
  "statistics.cases",
  "assess.readClue",
  "brief.read",
];

const words = { zh: "早上的研判", en: "The morning" };
let text = "";

const statesOf = ({ steps }: PackRunAnswer) => steps.map(({ call, state }) => `${call} ${state}`);

it("is a pack of steps that the log holds, each with its list", { timeout: 300_000 }, async () => {
  const logged = (await engine.call("review.listLoggedSteps", {})).filter(
    ({ call, isShortened }) => expected.includes(call) && !isShortened,
  );
  expect(logged.map(({ call }) => call)).toEqual(expected);
  expect(logged.filter(({ isLook }) => isLook).map(({ call }) => call)).toEqual([
    "group.readSeries",
    "group.readSeries",
    "statistics.table",
    "statistics.cases",
    "assess.readClue",
    "brief.read",
  ]);
  const entries = logged.map(({ entry }) => entry);
  const recorded = await engine.call("review.recordPack", { pack: "morning", title: words, about: words, entries });
  text = recorded.text;
  const detail = await engine.call("review.readPack", { pack: "morning" });
  expect(detail.steps.map(({ call, each }) => [call, each?.most ?? null])).toEqual([
    ["resolve.runResolution", null],
    ["resolve.listClusters", null],
    ["link.runLinkage", null],
    ["link.listPairs", null],
    ["group.runSeries", null],
    ["group.listSeries", null],
    ["group.readSeries", "2"],
    ["group.findRings", null],
    ["group.listRings", null],
    ...expected.slice(6).map((call) => [call, null]),
  ]);
  expect(detail.parameters.map(({ kind, value }) => [kind, value])).toEqual(
    expect.arrayContaining([
      ["number", 2],
      ["day", "2026-08-01"],
      ["day", "2026-09-30"],
      ["entities", [expect.stringMatching(/^account:/)]],
      ["text", expect.stringMatching(/^account:/)],
    ]),
  );
});

it("runs here: every step is done, and the second time nothing differs", { timeout: 300_000 }, async () => {
  const run = () => engine.call("review.runPack", { pack: "morning" });
  // Linkage settles in its second round, with the series of the first as units.
  await run();
  const second = await run();
  expect(statesOf(second).filter((one) => !one.endsWith(" done"))).toEqual([]);
  const third = await run();
  const { new: fresh, changed, gone } = third.differences!;
  expect([fresh, changed, gone]).toEqual([0, 0, 0]);
  expect(third.sections.filter(({ all }) => all > 0).length).toBeGreaterThan(8);
});

it("runs elsewhere, with what is not there left out and said", { timeout: 300_000 }, async () => {
  const other = await openEngine(at("elsewhere.caseweave"));
  const [cases] = packOf("rebate-series").test!.sheets;
  writeFileSync(at("别处案件.csv"), cases!.text);
  await other.call("import.storeFiles", { paths: [at("别处案件.csv")], as: "case" });
  await other.call("review.importPack", { text });
  await expect(other.call("review.runPack", { pack: "morning" })).rejects.toMatchObject({
    code: "pack-sheets-missing",
    details: { rowKinds: ["transfer"] },
  });
  await bringSheets(other, "别处");
  const answer = await other.call("review.runPack", { pack: "morning" });
  expect(statesOf(answer).filter((one) => !one.endsWith(" done"))).toEqual([]);
  await other.close();
});
