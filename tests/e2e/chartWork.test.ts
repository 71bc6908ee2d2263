// Work on a chart through the window: linked views, commands by pinyin, groups, notes, looks, snapshots; all of it there after a restart.
// Whatever is asserted is waited for.
import type { Locator } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/chartWork.test.ts: ${reason}`);

interface CanvasRegistry {
  readonly _cyreg?: { readonly cy: { nodes(selector?: string): { readonly length: number; map<T>(read: (node: CanvasNode) => T): T[] } } };
}
interface CanvasNode {
  id(): string;
  data(name: string): unknown;
}

describe.skipIf(reason !== null)("work on a chart", () => {
  let bench: Workbench;
  let opened: Opened;
  let entities = 0;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
    opened = await bench.open();
  }, 180_000);

  afterAll(() => bench?.close());

  async function openChart(): Promise<void> {
    const { chart, frame } = opened;
    await frame.goToStage("chart");
    await chart.openKept("研判一");
    await chart.waitUntilDrawn();
  }

  /** Nodes on the canvas that a selector of the canvas finds. */
  const drawn = (selector: string) =>
    opened.page.evaluate((wanted) => {
      const { _cyreg } = document.querySelector(".cw-chart-canvas") as Element & CanvasRegistry;
      return _cyreg?.cy.nodes(wanted).length ?? -1;
    }, selector);

  /** What is read twice the same, a moment apart. */
  async function stable(read: () => Promise<number>): Promise<number> {
    for (let before = await read(); ; ) {
      await opened.page.waitForTimeout(300);
      const now = await read();
      if (now === before) return now;
      before = now;
    }
  }

  const looksOnCanvas = () =>
    opened.page.evaluate(() => {
      const { _cyreg } = document.querySelector(".cw-chart-canvas") as Element & CanvasRegistry;
      return new Set(_cyreg?.cy.nodes().map((node) => node.data("lookColour") ?? "")).size;
    });

  const tab = (key: string): Locator => opened.page.getByRole("tab", { name: opened.say(key), exact: true });
  const button = (key: string, values = {}): Locator => opened.page.getByRole("button", { name: opened.say(key, values), exact: true });

  /** Runs the first command that is found by what is typed. */
  async function command(typed: string, title: string): Promise<void> {
    const { frame, page } = opened;
    await frame.search(`>${typed}`);
    await expect.poll(() => frame.hits.first().innerText()).toContain(title);
    await page.keyboard.press("Enter");
    await frame.searchBox.waitFor({ state: "detached" });
  }

  it("opens a kept chart", async () => {
    await openChart();
    await expect.poll(() => opened.chart.rows.count()).toBeGreaterThan(5);
    entities = await stable(() => opened.chart.rows.count());
  });

  it("selects what stands behind a cell of the heat matrix, on the canvas, in the table and in the histogram", async () => {
    const { page, say } = opened;
    await tab("chart.heat.title").click();
    await page.getByRole("radio", { name: say("chart.heat.kindPairs"), exact: true }).click();
    const cell = page.locator(".cw-heat button[aria-disabled=false]").first();
    await cell.click();
    await expect.poll(() => drawn(":selected")).toBeGreaterThan(0);
    await page.locator(".cw-heat-lit").first().waitFor();
    const count = await stable(() => drawn(":selected"));
    await page
      .locator(".cw-kind-bars")
      .getByText(/\d\/\d/)
      .first()
      .waitFor();
    await tab("chart.dock.table").click();
    const table = page.getByRole("grid", { name: say("chart.dock.table") });
    await table.getByRole("row", { selected: true }).first().waitFor();
    await expect.poll(() => table.getByRole("row", { selected: true }).count()).toBeLessThanOrEqual(count);
  });

  it("selects a row of the table on the canvas; bars select any of several cases, or what stands with all of them", async () => {
    const { page, say } = opened;
    const table = page.getByRole("grid", { name: say("chart.dock.table") });
    await table.getByRole("row").nth(1).click();
    await expect.poll(() => drawn(":selected")).toBe(1);
    await tab("chart.facet.case").click();
    const bars = page.locator(".cw-kind-bars button");
    await bars.nth(1).waitFor();
    await bars.nth(0).click();
    await expect.poll(() => bars.nth(0).getAttribute("aria-pressed")).toBe("true");
    await bars.nth(1).click();
    await expect.poll(() => bars.nth(1).getAttribute("aria-pressed")).toBe("true");
    const any = await stable(() => drawn(":selected"));
    expect(any).toBeGreaterThan(0);
    await page.getByRole("radio", { name: say("chart.facet.all"), exact: true }).click();
    await expect.poll(() => drawn(":selected")).toBeLessThan(any);
    await tab("chart.facet.kind").click();
  });

  it("runs a command by pinyin, by initials and in English, and lists keys on a sheet", async () => {
    const { frame, page } = opened;
    await command("shijianzhou", "时间轴");
    await expect.poll(() => tab("chart.timeline.title").getAttribute("aria-selected")).toBe("true");
    await command("dt", "地图");
    await expect.poll(() => tab("trace.map.title").getAttribute("aria-selected")).toBe("true");
    await command("timeline", "时间轴");
    await expect.poll(() => tab("chart.timeline.title").getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Shift+?");
    await frame.helpSheet.getByText("Ctrl Shift Z").waitFor();
    await page.keyboard.press("Escape");
    await frame.helpSheet.waitFor({ state: "detached" });
  });

  it("collapses a group in place, and undo brings every entity back to where it stood", async () => {
    const { chart, page } = opened;
    const before = await chart.readPlaces();
    await page.keyboard.press("Control+a");
    await expect.poll(() => drawn(":selected")).toBe(entities);
    await command("guiweiyizu", "归为一组");
    await expect.poll(() => drawn('[kind="group"]')).toBe(1);
    await chart.undo();
    await expect.poll(() => drawn('[kind="group"]')).toBe(0);
    await expect.poll(() => chart.readPlaces()).toEqual(before);
  });

  it("writes a note on the ground", async () => {
    const { page, say } = opened;
    await button("chart.action.note").click();
    await button("chart.note.note").click();
    const text = page.getByRole("textbox", { name: say("chart.note.text") });
    await text.fill("先冻结这张卡");
    await text.blur();
    await expect.poll(() => text.inputValue()).toBe("先冻结这张卡");
    await page.keyboard.press("Escape");
  });

  it("takes a snapshot, says what changed since, and goes back to it", async () => {
    const { chart, page, say } = opened;
    await button("chart.snapshot.menu").click();
    await page.getByRole("textbox", { name: say("chart.snapshot.name") }).fill("周研判");
    await button("chart.snapshot.take").click();
    await button("chart.snapshot.compare", { name: "周研判" }).waitFor();
    await button("chart.snapshot.menu").click();
    const account = (await chart.readPlaces()) as Readonly<Record<string, unknown>>;
    const ref = Object.keys(account).find((one) => one.startsWith("account:"))!;
    await chart.select(ref.slice("account:".length));
    await expect.poll(() => drawn(":selected")).toBeGreaterThan(0);
    await page
      .locator(".cw-chart-canvas")
      .focus()
      .catch(() => undefined);
    await page.keyboard.press("Delete");
    await expect.poll(() => chart.rows.count()).toBeLessThan(entities);
    await button("chart.snapshot.menu").click();
    await button("chart.snapshot.compare", { name: "周研判" }).click();
    await page.getByText(/移出 1 个账户/).waitFor();
    await button("chart.difference.close").click();
    await button("chart.snapshot.menu").click();
    await button("chart.snapshot.goBack", { name: "周研判" }).click();
    await expect.poll(() => chart.rows.count()).toBe(entities);
  });

  it("draws by a ready set of looks, and says in the legend what colours and sizes stand for", async () => {
    const { page, say } = opened;
    await command("shezhazijin", "涉诈资金");
    await page.locator(".cw-legend-look").first().waitFor();
    await expect.poll(looksOnCanvas).toBeGreaterThan(1);
    await expect.poll(() => page.locator(".cw-chart-legend").innerText()).toContain(say("chart.measure.cases"));
  });

  it("has notes, looks and snapshots still there after a restart", async () => {
    await opened.chart.save("研判一");
    opened = await bench.open();
    await openChart();
    const { page, say } = opened;
    await expect.poll(() => page.getByRole("textbox", { name: say("chart.note.text") }).inputValue()).toBe("先冻结这张卡");
    await page.locator(".cw-legend-look").first().waitFor();
    await button("chart.snapshot.menu").click();
    await button("chart.snapshot.compare", { name: "周研判" }).waitFor();
  });

  it("told no error and broke no content policy", () => {
    expect(bench.complaints).toEqual([]);
  });
});
