// Monday in the browser: files on the window → a serial-case proposal with its evidence → confirmed → its chart → restart → still there.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoFiles, writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { sql, sqlJsonList } from "../../electron/engine/store/sqlite/sql.ts";
import { listDecisions } from "../../electron/engine/store/sqlite/tables/decision.ts";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace, demoSize } from "./demoWorkspace.ts";
import type { Places } from "./pages/ChartPage.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/pipeline.test.ts: ${reason}`);

/** Does not say which way the money went; its second row has no time. */
const openSheet = `账号,交易时间,交易金额,对方账号,对方户名
6222020100011112220,2026-11-02 09:00:00,500.00,6217001234567890128,王小明
6222020100011112220,十一月四日上午,120.00,6217001234567890128,王小明
`;
const why = "同一收款账户，同一话术";
const patience = { timeout: 30_000 };

/** Of what is on a chart, the account with most payments out: there is something to expand. */
function findPayer(path: string, refs: readonly string[]): string {
  const db = openWorkspaceFile(path, { readOnly: true });
  const keys = refs.filter((ref) => ref.startsWith("account:")).map((ref) => ref.slice("account:".length));
  const found = db.get<{ key: string }>(sql`SELECT e.key FROM entity e JOIN transfer t ON t.from_id = e.id
    WHERE e.kind = 'account' AND e.key IN ${sqlJsonList(keys)} GROUP BY e.id ORDER BY count(*) DESC, e.key LIMIT 1`)!;
  db.close();
  return found.key;
}

describe.skipIf(reason !== null)("from files to a series on a link chart", () => {
  let bench: Workbench;
  let opened: Opened;
  let demo: DemoFiles;
  let series = "";
  let places: Places = {};

  beforeAll(async () => {
    bench = await createWorkbench();
    demo = await writeDemoFiles(join(bench.folder, "files"), demoSize);
    opened = await bench.open();
  }, 60_000);

  afterAll(() => bench.close());

  it("opens an empty workspace with one thing to do", async () => {
    await opened.overview.firstRun.waitFor();
  });

  it("takes files dropped anywhere on the window and shows what they are before anything is stored", async () => {
    const { frame, imports } = opened;
    await frame.dropFiles(demo.files.map((file) => join(bench.folder, "files", file)));
    await imports.sheet("案件台账").waitFor();
    await expect.poll(() => imports.sheet("案件台账").innerText()).toMatch(/案件[\s\S]*0\.\d\d[\s\S]*可入库/);
    await expect.poll(() => imports.sheets.count()).toBeGreaterThan(demo.files.length);
    await imports.sheet("案件台账").click();
    await expect.poll(() => imports.mapping.getByRole("row").count()).toBeGreaterThan(20);
    await expect.poll(() => imports.beforeAfter.getByRole("row").count()).toBeGreaterThan(5);
    await expect.poll(() => frame.status.innerText()).not.toMatch(/案件\s*[1-9]/);
  });

  it("asks where a sheet leaves something open, and stores nothing of it until that is settled", async () => {
    const { imports } = opened;
    const file = join(bench.folder, "往来账.csv");
    writeFileSync(file, openSheet);
    await imports.chooseFiles([file]);
    await imports.sheet("往来账").click();
    await imports.doubts.getByText("表里没有写钱是进还是出").waitFor();
    await expect.poll(() => imports.beforeAfter.innerText()).toContain("时间读不懂或不存在");
    await expect.poll(() => imports.store.isDisabled()).toBe(true);
    await imports.settleDoubts();
    await expect.poll(() => imports.store.isEnabled()).toBe(true);
  });

  it("stores them, and says so", async () => {
    const { frame, imports } = opened;
    await imports.storeAll.click();
    await imports.done.waitFor({ timeout: 60_000 });
    await expect.poll(() => frame.status.innerText()).toMatch(/案件\s*7\d/);
  }, 90_000);

  it("proposes a pair with its evidence and counter-evidence", async () => {
    const { imports, link, page } = opened;
    await imports.done.click();
    await link.card.waitFor({ timeout: 60_000 });
    await expect.poll(() => link.evidence.innerText()).toMatch(/先验[\s\S]*\+\d+\.\d/);
    await expect.poll(() => page.getByText(/^(最强反证|没有反证)/).count()).toBe(1);
    await expect.poll(() => link.sourceRows.count()).toBeGreaterThan(1);
  }, 90_000);

  it("opens a cited row in its file", async () => {
    const { frame, link, page } = opened;
    const [, row] = /行 ([\d,]+)/.exec(await link.sourceRows.first().innerText()) ?? [];
    const [first, second] = (await link.openPair.innerText()).match(/A\d{10,}/g) ?? [];
    await link.sourceRows.first().click();
    const cited = frame.sourceDrawer.getByRole("region", { name: new RegExp(`^第 ${row} 行$`) });
    await cited.getByText("引用的行").waitFor();
    const words = (await cited.innerText()).replaceAll(/\s/g, "");
    expect([first, second].filter((number) => words.includes(number ?? "?"))).toHaveLength(1);
    await page.keyboard.press("Escape");
    await frame.sourceDrawer.waitFor({ state: "detached" });
  });

  it("keeps a judgement only with its reason, and shows the next pair", async () => {
    const { link } = opened;
    const pair = await link.openPair.innerText();
    await link.confirm.click();
    await expect.poll(() => link.reason.getAttribute("placeholder")).toBe("选理由或写一句，按回车记下");
    await link.reason.fill(why);
    await link.reason.press("Enter");
    await link.judged(1).waitFor();
    await expect.poll(() => link.openPair.innerText()).not.toBe(pair);
  });

  it("groups again with the judgement, and opens the series as a chart", async () => {
    const { chart, frame, group } = opened;
    await frame.goToStage("group");
    await group.runAgain.click();
    await group.runAgain.waitFor({ state: "detached" });
    series = await group.title.innerText();
    expect(series).toMatch(/^S-\d+ \p{Script=Han}/u);
    await expect.poll(() => group.members.getByRole("row").count()).toBeGreaterThan(3);
    await group.openChart.click();
    await chart.waitUntilDrawn();
    places = await chart.readPlaces();
    expect(Object.keys(places).length).toBe(await chart.rows.count());
  });

  it("tells the counts before expanding, moves nothing that was placed, and takes it back and forth", async () => {
    const { chart } = opened;
    const before = await chart.rows.count();
    await chart.select(findPayer(bench.workspacePath, Object.keys(places)));
    await chart.openExpand();
    await expect.poll(() => chart.expandMenu.innerText()).toMatch(/(转出到|转入自)[\s\S]*\d/);
    await expect.poll(() => chart.rows.count()).toBe(before);
    await chart.addTicked();
    await expect.poll(() => chart.rows.count()).toBeGreaterThan(before);
    const after = await chart.readPlaces();
    expect(Object.fromEntries(Object.keys(places).map((ref) => [ref, after[ref]]))).toEqual(places);
    await chart.undo();
    await expect.poll(() => chart.rows.count()).toBe(before);
    expect(await chart.readPlaces()).toEqual(places);
    await chart.redo();
    await expect.poll(() => chart.rows.count()).toBe(Object.keys(after).length);
    expect(await chart.readPlaces()).toEqual(after);
    places = after;
  });

  it("keeps the chart and exports pictures with Chinese labels", async () => {
    const { chart } = opened;
    await chart.save("研判一");
    const svg = readFileSync(await (await chart.export("svg")).path(), "utf8");
    expect(svg).toMatch(/<text[^>]*>[^<]*\p{Script=Han}/u);
    const png = readFileSync(await (await chart.export("png")).path());
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.length).toBeGreaterThan(20_000);
  });

  it("finds by part of a number, by its end and by pinyin", async () => {
    const { frame } = opened;
    const first = async (words: string, wanted: RegExp) => {
      await frame.search(words);
      await frame.hits.filter({ hasText: wanted }).first().waitFor();
    };
    await first("26110001", /26110001/);
    await first("*110001", /26110001/);
    await first("yunjin", /云津/);
    await first("yjs", /云津/);
    await frame.closeSearch();
  });

  it("follows the money of all ticked cases at once, and of what is typed", async () => {
    const { frame, page, say, trace } = opened;
    await frame.goToStage("trace");
    await trace.followTicked.click();
    await trace.bar.waitFor();
    await trace.choose("money");
    await trace.seedBox.fill("查无此人");
    await trace.seedBox.press("Enter");
    await page.getByText(say("trace.start.unknown")).waitFor();
    await trace.seedBox.fill(series.split(" ")[0] ?? "");
    await trace.seedBox.press("Enter");
    await trace.bar.or(trace.refusal).first().waitFor();
  });

  it("has decision, series and chart still there after a restart", async () => {
    opened = await bench.open();
    const { chart, frame, group, link, overview } = opened;
    await overview.lastChart.waitFor();
    await frame.goToStage("link");
    await link.judged(1).waitFor();
    await frame.goToStage("group");
    await expect.poll(() => group.title.innerText()).toBe(series);
    await frame.goToStage("chart");
    await chart.openKept("研判一");
    await chart.waitUntilDrawn();
    expect(await chart.readPlaces()).toEqual(places);
    const db = openWorkspaceFile(bench.workspacePath, { readOnly: true });
    expect(listDecisions(db, 10).map(({ verdict, reason: words }) => [verdict, words])).toEqual([["confirm", why]]);
    db.close();
  });

  it("told no error and broke no content policy", () => {
    expect(bench.complaints).toEqual([]);
  });
});

describe.skipIf(reason !== null)("the same in English", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 120_000);

  afterAll(() => bench.close());

  it("walks from the overview over a pair and a series to its chart", async () => {
    const { chart, frame, group, link, overview } = await bench.open({ language: "en" });
    await overview.todo.waitFor();
    await frame.goToStage("link");
    await expect.poll(() => link.evidence.innerText()).toMatch(/Prior[\s\S]*\+\d+\.\d/);
    await link.reason.fill("same payee account");
    await link.confirm.click();
    await link.judged(2).waitFor();
    await frame.goToStage("group");
    await group.openChart.click();
    await chart.waitUntilDrawn();
    await chart.save("Series one");
    expect(bench.complaints).toEqual([]);
  });

  it("sets a prior by hand: its effect first, kept only with a reason, and back to what was learned", async () => {
    const { frame, link, page, say } = await bench.open({ language: "en" });
    const button = (key: string) => page.getByRole("main").getByRole("button", { name: say(key), exact: true });
    const why = page.getByRole("main").getByLabel(say("group.member.reason"));
    await frame.goToStage("link");
    await link.weights.click();
    await button("link.weights.edit").click();
    const expected = page.getByRole("main").getByLabel(say("link.weights.expected"));
    await expected.fill("many");
    await page.getByText(say("link.weights.badPrior")).waitFor(patience);
    await expected.fill("7");
    await button("link.weights.preview").click();
    await page.getByRole("region", { name: say("link.weights.effect") }).waitFor(patience);
    await expect.poll(() => button("link.weights.keep").isEnabled(), patience).toBe(false);
    await why.fill("counted at the station");
    await button("link.weights.keep").click();
    await page.getByText(/set by hand.*counted at the station/).waitFor(patience);
    await page.getByText(say("link.weights.priorByHand", { n: 7 })).waitFor(patience);
    await why.fill("counted wrongly");
    await button("link.weights.reset").click();
    await page.getByText(/set by hand/).waitFor({ state: "detached", ...patience });
    expect(bench.complaints).toEqual([]);
  }, 240_000);

  it("hands out the tables of a ring: all in a workbook, one of them as CSV", async () => {
    const { frame, group, page, say } = await bench.open({ language: "en" });
    await frame.goToStage("group");
    await group.tab("rings").click();
    await group.ringMembers.waitFor(patience);
    /** Presses a button of the list of tables; gives what the browser saved. */
    const take = async (name: string): Promise<Buffer> => {
      await page.getByRole("button", { name: say("ring.export.title"), exact: true }).click();
      const choice = page.getByRole("button", { name, exact: true });
      await choice.waitFor(patience);
      const [download] = await Promise.all([page.waitForEvent("download", patience), choice.click()]);
      await choice.waitFor({ state: "detached", ...patience });
      return readFileSync(await download.path());
    };
    const workbook = await take(say("ring.export.workbook"));
    expect(workbook.subarray(0, 2).toString()).toBe("PK");
    const members = (await take(say("ring.export.csv", { table: say("ring.member.title") }))).toString("utf8");
    expect(members.trim().split("\n").length).toBeGreaterThan(1);
    expect(bench.complaints).toEqual([]);
  }, 240_000);
});
