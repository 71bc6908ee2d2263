// The desks of the import in the browser: a correction remembered for next month's file, rejects put right and taken back, a source read anew and taken out.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/importDesks.test.ts: ${reason}`);

const [own, other] = ["6217000000000000029", "6230000000000000037"];

/** Headings that say nothing: which column is which, and whose money it is, only a person knows. */
const senseless = (month: string) =>
  ["k1,k2,k3,k4", ...["01", "02", "03", "04"].map((day, i) => `2026-${month}-${day},${i + 5}.00,${other},备注${i}`)].join("\n");

const statement = [
  "交易时间,交易金额,借贷标志,余额,对方账号,本方账号",
  `2026-05-01 10:00:00,5.00,贷,105.00,${other},${own}`,
  `2026-05-02 10:00:00,6o.00,贷,165.00,${other},${own}`,
  `2026-05-03 10:00:00,无,借,94.50,${other},${own}`,
  `2026-05-04 10:00:00,无,借,86.50,${other},${own}`,
  `2026-05-05 10:00:00,9.00,借,96.00,${other},${own}`,
  `2026-05-06 10:00:00,6.00,借,90.00,${other},${own}`,
].join("\n");

describe.skipIf(reason !== null)("the desks of the import", () => {
  let bench: Workbench;
  let opened: Opened;
  const write = (name: string, text: string) => {
    const path = join(bench.folder, name);
    writeFileSync(path, text);
    return path;
  };

  beforeAll(async () => {
    bench = await createWorkbench();
    opened = await bench.open();
    // Corrections are typed: a masked window shows no cell that could be changed.
    await opened.page.getByRole("button", { name: opened.say("frame.mask.on") }).click();
  }, 60_000);

  afterAll(() => bench.close());

  it("shows a changed target at once, and stores under it", async () => {
    const { imports, page } = opened;
    await imports.chooseFiles([write("五月.csv", senseless("05"))]);
    await imports.sheet("五月").click();
    await expect.poll(() => imports.store.isDisabled()).toBe(true); // a guess: also after masking was switched
    await imports.chooseTarget("k3", "counterparty.account");
    await expect.poll(() => imports.beforeAfter.innerText(), { timeout: 20_000 }).toContain("05-01");
    await imports.beforeAfter.getByRole("row").nth(1).click();
    await page.getByRole("region", { name: opened.say("import.rowDetail.label", { row: 1 }) }).waitFor();
    await imports.settleDoubts();
    await expect.poll(() => imports.store.isEnabled()).toBe(true);
    await imports.store.click();
    await imports.openSource.waitFor({ timeout: 30_000 });
  }, 90_000);

  it("asks nothing about next month's file of the same layout under another name", async () => {
    const { imports } = opened;
    await imports.chooseFiles([write("另一个名字.csv", senseless("06"))]);
    await imports.sheet("另一个名字").click();
    await expect.poll(() => imports.store.isEnabled(), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => imports.beforeAfter.innerText()).toContain("06-01");
    await imports.store.click();
    await imports.openSource.waitFor({ timeout: 30_000 });
  }, 60_000);

  it("puts rejected rows right in place and all alike at once, and takes a correction back", async () => {
    const { imports, page, say } = opened;
    await imports.chooseFiles([write("明细.csv", statement)]);
    await imports.sheet("明细").click();
    await imports.store.click();
    await imports.openSource.click({ timeout: 30_000 });
    await imports.rejects.waitFor();
    await expect.poll(() => imports.rejects.getByRole("listitem").count()).toBeGreaterThanOrEqual(3);
    await imports.rejects.getByLabel(say("import.rejects.fieldOf", { row: 2 })).fill("60.00");
    await imports.rejects.getByRole("button", { name: say("import.rejects.again", { count: 1 }) }).click();
    const corrections = page.getByRole("region", { name: say("import.corrections.title"), exact: true });
    await corrections.getByText("6o.00").waitFor({ timeout: 30_000 });
    await imports.rejects.getByLabel(say("import.rejects.sameOf", { column: "交易金额", cell: "无" })).fill("8.00");
    await imports.rejects.getByRole("button", { name: say("import.rejects.sameFix", { count: 2 }) }).click();
    await imports.rejects.waitFor({ state: "visible" });
    await expect.poll(() => corrections.getByText("无").count()).toBe(2);
    await corrections.getByRole("button", { name: say("import.corrections.undo", { count: 1 }) }).click();
    await imports.rejects.getByLabel(say("import.rejects.fieldOf", { row: 2 })).waitFor({ timeout: 30_000 });
    await expect.poll(() => corrections.getByText("6o.00").count()).toBe(0);
  }, 120_000);

  it("reads a source anew under a corrected mapping, and takes it out with a reason", async () => {
    const { imports, page, say } = opened;
    await page.getByRole("button", { name: say("import.source.again") }).click();
    const again = page.getByRole("main").getByRole("button", { name: say("import.sheet.reimport") });
    await again.waitFor({ timeout: 30_000 });
    await imports.chooseTarget("余额", "memo");
    await expect.poll(() => again.isEnabled(), { timeout: 20_000 }).toBe(true);
    await again.click();
    await page.getByRole("button", { name: say("import.remove.button") }).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: say("import.remove.button") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("import.remove.reason")).fill("试验");
    await dialog.getByRole("button", { name: say("import.remove.button") }).click();
    const desk = page.getByRole("grid", { name: say("import.desk.title") });
    await desk.waitFor({ timeout: 30_000 });
    await expect.poll(() => desk.innerText()).not.toContain("明细.csv");
    await expect.poll(() => desk.innerText()).toContain("另一个名字.csv");
  }, 120_000);

  it("asks which case is meant where a number stands with another victim, and gives the other case a number of its own", async () => {
    const { imports, page, say } = opened;
    const heading = "案件编号,警情编号,受害人姓名,案件类别,案发开始时间,涉案资金";
    const number = "A3412002026110001";
    await imports.chooseFiles([write("台账.csv", `${heading}\n${number},,邵雨辉,冒充客服类,2026-11-11 20:00:00,40800\n`)]);
    await imports.sheet("台账").click();
    await expect.poll(() => imports.store.isEnabled(), { timeout: 30_000 }).toBe(true);
    await imports.store.click();
    await imports.openSource.waitFor({ timeout: 30_000 });
    await imports.chooseFiles([
      write("警情.csv", `${heading}\n${number},J341200202611230055,周小梅,刷单返利类,2026-11-23 19:20:00,43200\n`),
    ]);
    await imports.sheet("警情").click();
    const asked = page.getByRole("region", { name: say("import.reused.label") });
    await asked.waitFor({ timeout: 30_000 });
    for (const part of [number, "邵雨辉", "周小梅", "台账.csv", "2026-11-23 19:20", "43,200"])
      await expect.poll(() => asked.innerText()).toContain(part);
    await expect.poll(() => imports.store.isDisabled()).toBe(true);
    await asked.getByRole("button", { name: say("import.reused.other"), exact: true }).click();
    await asked.getByRole("button", { name: say("import.reused.undo") }).click({ timeout: 30_000 });
    await asked.getByRole("button", { name: say("import.reused.same"), exact: true }).click({ timeout: 30_000 });
    await asked.getByText(say("import.reused.decidedSame", { number })).waitFor({ timeout: 30_000 });
    await asked.getByRole("button", { name: say("import.reused.undo") }).click();
    await asked.getByRole("button", { name: say("import.reused.other"), exact: true }).click({ timeout: 30_000 });
    await asked.getByText(say("import.reused.decidedOther", { number })).waitFor({ timeout: 30_000 });
    await expect.poll(() => imports.store.isEnabled(), { timeout: 30_000 }).toBe(true);
    await imports.store.click();
    await imports.openSource.click({ timeout: 30_000 });
    await page.getByRole("button", { name: say("import.remove.button") }).waitFor({ timeout: 30_000 });
    await expect.poll(() => asked.count()).toBe(0);
    expect(bench.complaints).toEqual([]);
  }, 120_000);
});
