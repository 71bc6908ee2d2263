// Monday in the browser: files on the window → a serial-case proposal with its evidence → confirmed → its chart → restart → still there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { listCharts, readChart } from "../../electron/engine/store/sqlite/tables/chart.ts";
import { listDecisions } from "../../electron/engine/store/sqlite/tables/decision.ts";
import { browserPath } from "../browser.ts";
import { ChartPage } from "./pages/ChartPage.ts";
import { ImportPage } from "./pages/ImportPage.ts";
import { LinkPage } from "./pages/LinkPage.ts";
import { createWorkbench, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/pipeline.test.ts: ${reason}`);

interface Placed {
  readonly ref: string;
  readonly x: number;
  readonly y: number;
}

describe.skipIf(reason !== null)("from files to a series on a link chart", () => {
  let bench: Workbench;
  let page: Page;

  const nodesOf = (name: string): Placed[] => {
    const db = openWorkspaceFile(bench.workspacePath, { readOnly: true });
    const id = listCharts(db).find((chart) => chart.name === name)?.id ?? "";
    const document = JSON.parse(readChart(db, id)?.document ?? '{"nodes":[]}') as { nodes: Placed[] };
    db.close();
    return document.nodes;
  };

  beforeAll(async () => {
    bench = await createWorkbench(0.1);
    page = await bench.open();
  }, 120_000);

  afterAll(() => bench.close());

  it("recognises the dropped files and stores them", async () => {
    const imports = new ImportPage(page);
    await imports.open();
    await imports.chooseFiles(bench.demo.files.map((file) => join(bench.folder, "files", file)));
    await imports.sheet("案件台账").waitFor();
    await imports.storeAll();
    await page
      .getByText(/^来源 \d\d/)
      .first()
      .waitFor();
    expect(await page.getByRole("contentinfo").innerText()).toMatch(/案件\s*7\d/);
  });

  it("proposes pairs with their evidence, and keeps a judgement only with its reason", async () => {
    const link = new LinkPage(page);
    await link.open();
    await link.run();
    await page.getByText("先验", { exact: true }).waitFor();
    await page.getByText("来源行").waitFor();
    await link.confirm("同一收款账户，同一话术");
    await page.getByText(/已判 1/).waitFor();
  });

  it("opens a cited row in its file", async () => {
    await page
      .getByRole("button", { name: /案件台账.*\.xlsx/ })
      .first()
      .click();
    await page.getByText("案件编号").first().waitFor();
    await page.keyboard.press("Escape");
  });

  it("shows the series and opens it as a chart", async () => {
    await page.keyboard.press("Alt+4");
    await page.getByRole("button", { name: /开图/ }).click();
    const chart = new ChartPage(page);
    await chart.table.locator("tbody tr").first().waitFor({ state: "attached" });
    expect(await chart.countEntities()).toBeGreaterThan(5);
    await chart.save("研判一");
  });

  it("tells the counts before expanding, and moves nothing that was placed", async () => {
    const chart = new ChartPage(page);
    const before = nodesOf("研判一");
    await chart.select(before.find(({ ref }) => ref.startsWith("account:"))!.ref.slice("account:".length));
    const entities = await chart.countEntities();
    await chart.openExpand();
    expect(await chart.countEntities()).toBe(entities);
    await chart.addAll();
    await expect.poll(() => chart.countEntities()).toBeGreaterThan(entities);
    await chart.save("研判一");
    const after = new Map(nodesOf("研判一").map((node) => [node.ref, node]));
    expect(before.map(({ ref }) => [after.get(ref)?.x, after.get(ref)?.y])).toEqual(before.map(({ x, y }) => [x, y]));
    await page.keyboard.press("Control+z");
    await expect.poll(() => chart.countEntities()).toBe(entities);
    await page.keyboard.press("Control+y");
    await expect.poll(() => chart.countEntities()).toBeGreaterThan(entities);
  });

  it("exports pictures with Chinese labels", async () => {
    const chart = new ChartPage(page);
    const svg = readFileSync(await (await chart.export("SVG")).path(), "utf8");
    expect(svg).toMatch(/<text[^>]*>[^<]*\p{Script=Han}/u);
    const png = readFileSync(await (await chart.export("PNG")).path());
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.length).toBeGreaterThan(20_000);
  });

  it("finds by part of a number and by pinyin", async () => {
    await page.keyboard.press("Control+k");
    const box = page.getByRole("combobox").or(page.getByRole("searchbox")).first();
    await box.fill("26110001");
    await page
      .getByText(/A3412002026110001|26110001/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
  });

  it("has everything still there after a restart", async () => {
    page = await bench.open();
    await page.keyboard.press("Alt+3");
    await page.getByText(/已判 1/).waitFor();
    expect(nodesOf("研判一").length).toBeGreaterThan(5);
    const db = openWorkspaceFile(bench.workspacePath, { readOnly: true });
    expect(listDecisions(db, 10).map(({ verdict, reason: why }) => [verdict, why])).toEqual([["confirm", "同一收款账户，同一话术"]]);
    db.close();
    expect(bench.complaints).toEqual([]);
  });

  it("speaks English where the browser does", async () => {
    page = await bench.open({ language: "en" });
    await page.getByRole("navigation").first().getByText("Home").waitFor();
  });
});
