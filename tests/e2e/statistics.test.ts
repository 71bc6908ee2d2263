// Statistics and briefings in the browser: a cell opens its cases, a month is chosen, the course and the calendar are drawn, a table leaves as a file;
// a briefing is read, a sentence said in other words outlives a refresh, and the briefing leaves as Word and slides.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace, demoSize } from "./demoWorkspace.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/statistics.test.ts: ${reason}`);

const patience = { timeout: 30_000 };

/** Boundaries of the demo's districts. */
async function districtMap(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "caseweave-map-"));
  const { map } = await writeDemoFiles(folder, demoSize);
  const base = readFileSync(join(folder, map));
  rmSync(folder, { recursive: true });
  return base;
}

describe.skipIf(reason !== null)("statistics and briefings", () => {
  let bench: Workbench;
  let opened: Opened;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
    opened = await bench.open();
  }, 240_000);
  afterAll(() => bench?.close());

  /** Waits for the file that a button hands out; gives its name. */
  async function fileOf(press: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([opened.page.waitForEvent("download", patience), press()]);
    return download.suggestedFilename();
  }

  it("opens a cell of the table to its cases, with their rows", async () => {
    const { page, say, frame } = opened;
    await frame.goToStage("review");
    await page.getByRole("radio", { name: say("review.group.analysis"), exact: true }).click();
    const cell = page.locator(".cw-statistics-cell").first();
    await cell.waitFor(patience);
    await page
      .getByRole("toolbar", { name: say("statistics.page.question") })
      .getByRole("button", { name: say("statistics.page.always") })
      .click();
    await page.getByText(say("statistics.out.needsPeriod")).waitFor(patience);
    const figure = page.locator(".cw-statistics-heat .cw-statistics-cell").first();
    const count = Number.parseInt((await figure.textContent()) ?? "", 10);
    await figure.click();
    await page.getByText(say("statistics.cases.count", { count }), { exact: true }).first().waitFor(patience);
    await expect.poll(() => page.locator(".cw-statistics-cases > li").count(), patience).toBe(count);
    await page.locator(".cw-statistics-cases .cw-citation").first().click();
    await page.getByRole("dialog").first().waitFor(patience);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: say("statistics.cases.close") }).click();
    await page.getByText(say("statistics.out.needsPeriod")).waitFor(patience);
  }, 120_000);

  it("counts one dimension of a month against the month before, and draws course and calendar", async () => {
    const { page, say } = opened;
    await page.getByLabel(say("statistics.page.columns"), { exact: true }).selectOption("");
    await page.locator(".cw-statistics-months button").nth(3).click();
    await page.getByRole("columnheader", { name: say("statistics.column.lastChange") }).waitFor(patience);
    await page.getByRole("radio", { name: say("statistics.look.trend"), exact: true }).click();
    await page.getByRole("img", { name: say("statistics.look.trend") }).waitFor(patience);
    await expect.poll(() => page.locator(".cw-trend rect").count(), patience).toBeGreaterThan(10);
    expect(await fileOf(() => page.getByRole("button", { name: "XLSX", exact: true }).click())).toMatch(/\.xlsx$/);
    expect(await fileOf(() => page.getByRole("button", { name: say("statistics.page.picture") }).click())).toMatch(/\.png$/);
    await page.getByRole("radio", { name: say("statistics.look.calendar"), exact: true }).click();
    await page.locator(".cw-calendar-day").first().waitFor(patience);
    await page.getByRole("radio", { name: say("statistics.look.table"), exact: true }).click();
    await page.getByRole("columnheader", { name: say("statistics.column.lastChange") }).waitFor(patience);
    expect(await fileOf(() => page.getByRole("button", { name: "XLSX", exact: true }).click())).toMatch(/\.xlsx$/);
    expect(await fileOf(() => page.getByRole("button", { name: say("statistics.page.picture") }).click())).toMatch(/\.png$/);
  }, 180_000);

  it("holds places against their people, in a table of places and in the cells of a crossed one", async () => {
    const { page, say } = opened;
    await page.getByLabel(say("statistics.page.rows"), { exact: true }).selectOption("place");
    for (const key of ["statistics.population.resident", "statistics.column.rate", "statistics.column.yearly"])
      await page.getByRole("columnheader", { name: say(key), exact: true }).waitFor(patience);
    await page
      .getByText(/^（?\(?\d+\.?\d*–\d/)
      .first()
      .waitFor(patience);
    await page.getByLabel(say("statistics.page.columns"), { exact: true }).selectOption("category");
    await page.getByRole("radio", { name: say("statistics.figure.rate"), exact: true }).click();
    const cell = page.locator(".cw-statistics-heat .cw-statistics-cell").first();
    await expect.poll(async () => (await cell.textContent()) ?? "", patience).toMatch(/^\d+\.\d/);
    await page.getByRole("radio", { name: say("statistics.figure.count"), exact: true }).click();
    await expect.poll(async () => (await cell.textContent()) ?? "", patience).toMatch(/^▲?\d+\*?$/);
  }, 180_000);

  it("draws circles without a base map, areas with one; an area opens its cases and the map leaves as a picture", async () => {
    const { page, say } = opened;
    await page.getByRole("radio", { name: say("statistics.look.map"), exact: true }).click();
    await page.getByText(say("statistics.map.circles")).waitFor(patience);
    const base = await districtMap();
    await page.getByRole("button", { name: say("trace.map.base") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("input[type=file]").setInputFiles({ name: "区界.geojson", mimeType: "application/json", buffer: base });
    await dialog.getByLabel(say("trace.map.approval")).fill("审图号：GS(2024)0000号");
    await dialog.getByRole("button", { name: say("trace.map.take") }).click();
    await dialog.waitFor({ state: "detached", ...patience });
    await page.getByText("审图号：GS(2024)0000号").waitFor(patience);
    await page.getByRole("region", { name: say("statistics.map.legend") }).waitFor(patience);
    const box = (await page.locator(".cw-geo").boundingBox())!;
    // The first quarter of the ring is the first district.
    const [x, y] = [box.x + box.width / 2 + 50, box.y + box.height / 2 - 50];
    const tip = page.locator(".cw-place-tip");
    let step = 0;
    await expect
      .poll(async () => {
        await page.mouse.move(x + (step++ % 3), y);
        return tip.isVisible();
      }, patience)
      .toBe(true);
    await expect.poll(() => tip.textContent(), patience).toContain("东渡区");
    // A map that still takes its size passes a click by: whoever sees nothing happen clicks again.
    const list = page.getByText(`${say("statistics.dimension.place")}：东渡区`);
    await expect
      .poll(
        async () => {
          if (!(await list.isVisible())) await page.mouse.click(x, y);
          return list.isVisible();
        },
        { ...patience, interval: 1000 },
      )
      .toBe(true);
    await page.getByRole("button", { name: say("statistics.cases.close") }).click();
    expect(await fileOf(() => page.getByRole("button", { name: say("statistics.page.picture") }).click())).toMatch(/\.png$/);
    await page.getByRole("radio", { name: say("statistics.look.table"), exact: true }).click();
  }, 180_000);

  it("shows the briefing of a month, keeps what was said in other words, and writes it", async () => {
    const { page, say } = opened;
    await page.getByRole("radio", { name: say("brief.title.name"), exact: true }).click();
    await page
      .getByText(/^日分析 \d/)
      .first()
      .waitFor(patience);
    await page.getByRole("radio", { name: say("brief.page.month"), exact: true }).click();
    await page.getByText("月会商 2026-11", { exact: true }).first().waitFor(patience);
    const field = (key: string) => page.getByRole("textbox", { name: say(key), exact: true });
    await field("brief.head.issue").fill("〔2026〕11号");
    await field("brief.head.drafted").fill("钱警官");
    await field("exchange.unit.name").click();
    await page.getByRole("button", { name: say("brief.head.propose"), exact: true }).waitFor(patience);
    await page
      .getByText(/本期接报案件 \d+ 起（上期/)
      .first()
      .click();
    await page
      .locator(".cw-report-citations")
      .getByText(/案件台账/)
      .first()
      .waitFor(patience);
    await page.getByRole("button", { name: say("review.report.rewrite"), exact: true }).click();
    await page.locator(".cw-report-rewrite textarea").fill("本月警情总体平稳。");
    await page.getByRole("button", { name: say("review.minute.keep"), exact: true }).click();
    await page.getByText("本月警情总体平稳。").first().waitFor(patience);
    await page.getByText(say("brief.page.kept")).waitFor(patience);
    await page.getByRole("button", { name: say("brief.page.before") }).click();
    await page.getByText("月会商 2026-10", { exact: true }).first().waitFor(patience);
    await page.getByRole("button", { name: say("brief.page.after") }).click();
    await page.getByText("本月警情总体平稳。").first().waitFor(patience);
    await page.getByText(say("brief.page.kept")).waitFor(patience);
    await expect.poll(() => field("brief.head.issue").inputValue()).toBe("〔2026〕11号");
    await expect.poll(() => field("brief.head.drafted").inputValue()).toBe("钱警官");
    expect(await fileOf(() => page.getByRole("button", { name: say("review.report.word") }).click())).toMatch(/\.docx$/);
    expect(await fileOf(() => page.getByRole("button", { name: say("brief.page.slides") }).click())).toMatch(/\.pptx$/);
    expect(bench.complaints).toEqual([]);
  }, 180_000);
});
