// Standard addresses and stays in the browser on the demo: addresses stand matched, a doubtful one is judged and judged again, a place says who is
// there on a day; a café says who sat side by side, with the rows.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/places.test.ts: ${reason}`);

describe.skipIf(reason !== null)("places and stays", () => {
  let bench: Workbench;
  let opened: Opened;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
    opened = await bench.open();
  }, 180_000);
  afterAll(() => bench.close());

  const button = (key: string) => opened.page.getByRole("button", { name: opened.say(key), exact: true });
  const pile = (key: string, count: string) => opened.page.getByRole("radio", { name: new RegExp(`^${opened.say(key)} ${count}$`) });

  it("has matched the addresses of the workspace to its standard table by itself", async () => {
    const { page, say, frame } = opened;
    await frame.goToStage("resolve");
    await page.getByRole("radio", { name: say("resolve.address.tab"), exact: true }).click();
    await pile("resolve.address.pile.sure", "[\\d,]*[1-9][\\d,]*").waitFor({ timeout: 60_000 });
    await pile("resolve.address.pile.judged", "0").waitFor();
  }, 120_000);

  it("keeps what a person says of a doubtful one, and takes it back as a person says", async () => {
    const { page, say } = opened;
    const card = page.locator("article[data-address]");
    await card.waitFor();
    const first = (await card.getAttribute("data-address"))!;
    await card.getByRole("radio").first().check();
    await button("resolve.address.take").click();
    await page.getByText(say("resolve.address.toastTaken")).waitFor();
    await pile("resolve.address.pile.judged", "1").waitFor();
    await expect.poll(() => card.getAttribute("data-address"), { timeout: 30_000 }).not.toBe(first);
    await pile("resolve.address.pile.judged", "1").click();
    await page.locator(`article[data-address="${first}"]`).waitFor();
    await card.getByText(say("resolve.address.state.accepted"), { exact: true }).waitFor();
    await button("resolve.address.refuse").click();
    await page.getByText(say("resolve.address.toastNone")).waitFor();
    await card.getByText(say("resolve.address.state.refused"), { exact: true }).first().waitFor();
  }, 120_000);

  it("says of a place who is there, and on a day before anybody came that nobody was", async () => {
    const { page, say } = opened;
    await pile("resolve.address.pile.sure", "[\\d,]+").click();
    await page.locator("article[data-address] .cw-address-open").click();
    const here = page.getByRole("grid", { name: say("resolve.address.here"), exact: true }).locator(".cw-table-row");
    await here.first().waitFor();
    await page
      .getByRole("radio", { name: /^(案件|人员) [1-9]/ })
      .first()
      .waitFor();
    await page.getByLabel(say("resolve.address.day")).fill("1990-01-01");
    await page.getByRole("region", { name: "1990-01-01 谁在这里", exact: true }).waitFor();
  }, 120_000);

  it("finds the standard addresses nearest to a point, and says how far the nearest is where none is near", async () => {
    const { page, say } = opened;
    await button("resolve.address.desk").click();
    await button("resolve.address.near.title").click();
    const point = page.getByRole("textbox", { name: say("resolve.address.near.typed"), exact: true });
    await point.fill("东渡区");
    await page.getByText(say("resolve.address.near.wrong"), { exact: true }).waitFor();
    await point.fill("112.2288，29.0974");
    await page.getByLabel(say("resolve.address.near.within"), { exact: true }).selectOption("10000");
    const rows = page.getByRole("grid", { name: say("resolve.address.near.title"), exact: true }).locator(".cw-table-row");
    await rows.first().waitFor();
    await point.fill("112.6,29.0974");
    await page.getByText(/^最近的一处在 [\d,]{6,} 米外：$/).waitFor();
    await page
      .getByRole("region", { name: say("resolve.address.near.title"), exact: true })
      .getByRole("button")
      .click();
    await page.locator(".cw-address-facts").waitFor();
  }, 120_000);

  it("says of an import what matching by itself made of its addresses, and leads to those that wait", async () => {
    const { page, say, frame, imports } = opened;
    const label = (await page.getByRole("main").getByRole("heading", { level: 1 }).textContent())!;
    const written = [`邻居说是${label.replace(/^.*?市/, "")}`, `${label.replace(/^.*?市/, "")}（住户）`];
    const people = ["人员编号,姓名,性别,现住址", ...written.map((text, i) => `R${i},居民${i},男,${text}`)];
    writeFileSync(join(bench.folder, "新住户.csv"), `${people.join("\n")}\n`);
    await frame.goToStage("import");
    await imports.chooseFiles([join(bench.folder, "新住户.csv")]);
    await imports.sheet("新住户").click();
    await imports.store.click();
    const told = page.getByRole("region", { name: say("resolve.address.tab"), exact: true });
    await told.getByText(/^新地址已匹配 \d+ 处/).waitFor({ timeout: 60_000 });
  }, 120_000);

  it("lays who is in a building over an imported list", async () => {
    const { page, say, frame, trace } = opened;
    await frame.rail.getByRole("button", { name: say("frame.stage.trace") }).click();
    await trace.choose("collide");
    await page.getByText(say("trace.collide.address.title"), { exact: true }).click();
    await page.getByRole("searchbox", { name: say("trace.collide.address.find"), exact: true }).fill("枫林家园");
    await page.locator(".cw-box-form .cw-row-button").first().click();
    await page
      .locator("ol.cw-sets")
      .getByText(/^同一楼栋 /)
      .waitFor();
    await page.getByRole("textbox", { name: say("trace.collide.search"), exact: true }).fill("实有人口");
    await trace.offered(0).click();
    await expect.poll(() => page.locator("ol.cw-sets > li").count(), { timeout: 30_000 }).toBe(2);
    await page.getByText(say("trace.collide.choose"), { exact: true }).waitFor({ state: "detached" });
    await trace.found.waitFor();
  }, 120_000);

  it("tells of a café who sat side by side, with chance, bits and rows", async () => {
    const { page, say, frame, trace } = opened;
    await frame.rail.getByRole("button", { name: say("frame.stage.trace") }).click();
    await trace.choose("stays");
    await page.getByRole("searchbox", { name: say("trace.stays.find") }).fill("网吧");
    const lists = page.getByRole("region", { name: say("trace.stays.places"), exact: true }).getByRole("button");
    await expect.poll(() => lists.count(), { timeout: 30_000 }).toBe(1);
    await lists.first().click();
    await trace.rows("trace.stays.together").first().waitFor();
    await trace.rows("trace.stays.together").first().click();
    const nights = page.locator(".cw-stay-signs");
    await nights.getByText(say("trace.stays.kind.next-seat")).first().waitFor();
    await page.locator(".cw-stay-rows .cw-citation").first().click();
    await frame.sourceDrawer.waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("radio", { name: /^记录 / }).click();
    await trace.rows("trace.stays.each").first().waitFor();
    expect(bench.complaints).toEqual([]);
  }, 120_000);
});
