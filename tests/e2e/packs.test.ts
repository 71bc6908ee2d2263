// Method packs in the browser: what was done on Thursday is saved as a pack, run twice without a difference, and says what one more day brought.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../electron/engine/engine.ts";
import { listShipped } from "../../electron/engine/review/pack/knownPacks.ts";
import { packText, sealPack } from "../../electron/engine/review/pack/packText.ts";
import type { CallName, Input, Result } from "../../shared/rpc/contract.ts";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/packs.test.ts: ${reason}`);

const patience = 120_000;

/** A case of the next morning that shares the accounts, numbers and apps that the largest series shares most. */
async function writeNextDay(workspacePath: string, folder: string): Promise<string> {
  const engine = await createEngine({ workspacePath });
  const call = async <Name extends CallName>(name: Name, params: Input<Name>) =>
    (await engine.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as Result<Name>;
  const [largest] = (await call("group.listSeries", {})).series;
  const { shared } = await call("group.readSeries", { series: largest!.series });
  await engine.close();
  const keysOf = (kind: string) =>
    shared
      .filter(({ entity, kind: own }) => own === kind && entity !== "")
      .slice(0, 3)
      .map(({ entity }) => entity.slice(kind.length + 1))
      .join("、");
  const path = join(folder, "次日警情.csv");
  const row = [
    "A3412002026119999",
    "刷单返利",
    "2026-11-24 09:30:00",
    "20000",
    keysOf("account"),
    keysOf("phone"),
    keysOf("netid"),
    "被害人做任务刷单后被骗",
  ];
  writeFileSync(path, `案件编号,案件类别,发案时间,涉案金额,涉案账户,涉案电话,涉诈APP,简要案情\n${row.join(",")}\n`);
  return path;
}

describe.skipIf(reason !== null)("method packs", () => {
  let bench: Workbench;
  let opened: Opened;
  let nextDay: string;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
    nextDay = await writeNextDay(bench.workspacePath, bench.folder);
    opened = await bench.open();
  }, 300_000);
  afterAll(() => bench.close());

  const button = (key: string) => opened.page.getByRole("button", { name: opened.say(key), exact: true });
  const status = () => opened.page.locator(".cw-pack-differences");

  /** Runs the open pack and waits until its results say `words`. */
  async function runUntil(words: RegExp): Promise<void> {
    const before = await opened.page.locator(".cw-pack-differences").count();
    await button("pack.desk.run").click();
    if (before === 0) await status().waitFor({ timeout: patience });
    await expect.poll(() => status().textContent(), { timeout: patience }).toMatch(words);
    await button("pack.desk.run").waitFor({ timeout: patience });
  }

  it("saves what was done as a pack, from beside the series", async () => {
    const { page, say, frame } = opened;
    await frame.goToStage("group");
    await page.getByRole("button", { name: say("pack.tools.recordWhy") }).click();
    const dialog = page.getByRole("dialog", { name: say("pack.record.head") });
    await dialog.getByText(say("pack.step.group.runSeries"), { exact: true }).first().waitFor();
    await dialog.getByLabel(say("pack.record.title")).fill("周四研判");
    await dialog.getByRole("button", { name: say("pack.record.save", { count: 3 }) }).click();
    await page.getByRole("heading", { name: "周四研判" }).waitFor({ timeout: patience });
    await page.getByText(say("pack.how.untested")).waitFor();
  }, 300_000);

  it("runs it: first nothing to compare with, then no difference", async () => {
    const { say } = opened;
    await runUntil(new RegExp(say("pack.result.first")));
    await runUntil(/没有不同/);
  }, 400_000);

  it("says what one more day brought, which rows say it, and opens the chart", async () => {
    const { page, say, frame, imports } = opened;
    await frame.goToStage("import");
    await imports.chooseFiles([nextDay]);
    await imports.storeAll.click();
    await expect.poll(() => page.getByText("次日警情.csv").count(), { timeout: patience }).toBeGreaterThan(0);
    await frame.goToStage("review");
    await page.getByRole("radio", { name: say("review.group.together") }).click();
    await page.getByRole("radio", { name: say("pack.title"), exact: true }).click();
    await page.getByRole("button", { name: /周四研判/ }).click();
    await page.getByText(say("pack.result.stale")).waitFor({ timeout: patience });
    await runUntil(/新增 [1-9]|变化 [1-9]/);
    await page.getByRole("radio", { name: new RegExp(`^${say("pack.step.group.listSeries")} `) }).click();
    await page
      .locator(".cw-table-row", { has: page.locator(".cw-tag", { hasText: say("pack.change.changed") }) })
      .first()
      .click();
    const rows = page.getByRole("region", { name: say("pack.rows.title") });
    await rows.getByText(/A3412002026119999/).waitFor();
    await rows
      .getByRole("button", { name: /次日警情\.csv/ })
      .first()
      .waitFor();
    await rows.getByRole("button", { name: say("pack.line.chart") }).click();
    await expect.poll(() => page.url(), { timeout: patience }).toContain("#/chart");
  }, 400_000);

  it("takes a pack file with its test, asks before it keeps one that fails, and refuses one that was changed", async () => {
    const { page, say, frame } = opened;
    await frame.goToStage("review");
    await page.getByRole("radio", { name: say("review.group.together") }).click();
    await page.getByRole("radio", { name: say("pack.title"), exact: true }).click();
    const shipped = listShipped().find(({ pack }) => pack.id === "pass-through-accounts")!.pack;
    const give = async (name: string, text: string) => {
      writeFileSync(join(bench.folder, name), text);
      await page.getByTestId("pack-file").setInputFiles(join(bench.folder, name));
    };
    const own = sealPack({ ...shipped, id: "mine", name: { zh: "本局快进快出", en: "Ours" } });
    await give("own.json", packText(own));
    await page.getByRole("heading", { name: "本局快进快出" }).waitFor({ timeout: patience });
    await page.getByText("自测 4/4").first().waitFor();
    await give("changed.json", packText(own).replace("0.25", "0.26"));
    await page
      .getByText(/被改动过/)
      .first()
      .waitFor({ timeout: patience });
    const expected = [{ ...shipped.test!.expected[0]!, lines: ["account:1"] }];
    const failing = sealPack({ ...own, id: "failing", name: { zh: "不准的方法", en: "Wrong" }, test: { ...shipped.test!, expected } });
    await give("failing.json", packText(failing));
    await page.getByRole("dialog", { name: say("pack.failed.title") }).waitFor({ timeout: patience });
    await button("pack.failed.keep").click();
    await page.getByRole("heading", { name: "不准的方法" }).waitFor({ timeout: patience });
    await page
      .getByText(/自测未过/)
      .first()
      .waitFor();
    expect(readFileSync(join(bench.folder, "own.json"), "utf8")).toContain(own.hash);
  }, 400_000);

  it("lists for each line of a list, and watches what the pack proposes once somebody says so", async () => {
    const { page, say } = opened;
    const shipped = listShipped().find(({ pack }) => pack.id === "pass-through-accounts")!.pack;
    const both = (text: string) => ({ zh: text, en: text });
    const looping = sealPack({
      ...shipped,
      id: "looping",
      version: 2,
      name: both("逐户止付"),
      steps: [
        ...shipped.steps,
        {
          id: "stop",
          call: "trace.listMoney",
          with: { from: { from: "item.accounts[]" }, list: "stop" },
          about: both("逐个账户"),
          each: { of: "accounts", most: 3 },
          optional: true,
        },
      ],
      sections: [...shipped.sections, { id: "stop", step: "stop", title: both("各户止付"), where: [], top: null, watch: { of: "entity" } }],
      test: null,
    });
    writeFileSync(join(bench.folder, "looping.json"), packText(looping));
    await page.getByTestId("pack-file").setInputFiles(join(bench.folder, "looping.json"));
    await page.getByRole("heading", { name: "逐户止付" }).waitFor({ timeout: patience });
    await runUntil(new RegExp(say("pack.result.first")));
    await page.getByRole("radio", { name: /^各户止付/ }).click();
    const filter = page.getByLabel(say("pack.items.filter"));
    await expect.poll(() => filter.locator("option").count(), { timeout: patience }).toBeGreaterThan(1);
    const rows = page.getByRole("grid", { name: say("pack.result.lists") }).locator(".cw-table-row");
    const all = await page.getByRole("radio", { name: /^各户止付/ }).textContent();
    await filter.selectOption({ index: 1 });
    const told = Number(/：(\d+) 条/.exec((await filter.locator("option").nth(1).textContent()) ?? "")![1]);
    await expect.poll(() => rows.count(), { timeout: patience }).toBe(told);
    expect(Number(/\d+$/.exec(all ?? "")![0])).toBeGreaterThanOrEqual(told);
    await page.getByRole("button", { name: /^关注 \d+ 个$/ }).click();
    const dialog = page.getByRole("dialog", { name: say("watch.many.title") });
    await dialog.getByRole("button", { name: /^关注 \d+ 个$/ }).click();
    await page.getByText(say("pack.watch.done")).waitFor({ timeout: patience });
    await page.getByRole("radio", { name: say("pack.how.tab") }).click();
    await page.getByText(/3 \/ \d+ 个/).waitFor({ timeout: patience });
    await page.getByText(say("pack.ran.cut", { count: 3 })).waitFor();
  }, 400_000);

  it("complains of nothing", () => expect(bench.complaints).toEqual([]));
});
