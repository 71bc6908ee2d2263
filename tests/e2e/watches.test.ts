// Watching in the browser: a number is put under watch, an import brings something about it, the bell rings, the alert leads to its row and is dealt with.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { fillWithTransfer } from "./oneTransfer.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/watches.test.ts: ${reason}`);

const card = "6222021234567890128";
const bill = `交易时间,付款账号,收款账号,金额,币种,流水号
2026-05-01 10:00:00,6222020000000000014,${card},12000.00,CNY,T1
`;

describe.skipIf(reason !== null)("watching", () => {
  let bench: Workbench;
  let opened: Opened;

  beforeAll(async () => {
    bench = await createWorkbench(fillWithTransfer);
    opened = await bench.open();
  }, 120_000);
  afterAll(() => bench.close());

  const button = (key: string) => opened.page.getByRole("button", { name: opened.say(key), exact: true });

  it("takes a number with a reason, and shows that the workspace does not know it yet", async () => {
    const { page, say } = opened;
    await page.getByRole("button", { name: say("watch.bell.label"), exact: true }).click();
    await button("watch.tab.watches").click();
    await page.getByText(say("watch.watches.none")).waitFor();
    await button("watch.action.add").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("watch.form.entity")).fill("不是号码");
    await dialog.getByText(say("watch.form.unclear")).waitFor();
    await dialog.getByLabel(say("watch.form.entity")).fill(card);
    await dialog.getByText(/将关注/).waitFor();
    await expect.poll(() => dialog.getByRole("button", { name: say("watch.form.save") }).isEnabled()).toBe(false);
    await dialog.getByLabel(say("watch.form.reason")).fill("涉案收款卡");
    await dialog.getByRole("button", { name: say("watch.form.save") }).click();
    await page.getByText(say("watch.watches.unknown")).waitFor();
  });

  it("rings when an import says something about it, shows the row, and keeps what became of it", async () => {
    const { page, say } = opened;
    writeFileSync(join(bench.folder, "流水.csv"), bill);
    await opened.frame.goToStage("import");
    await opened.imports.chooseFiles([join(bench.folder, "流水.csv")]);
    await opened.imports.storeAll.click();
    await page.getByRole("button", { name: `${say("watch.bell.label")} 1` }).click();
    await page.getByRole("button", { name: /1 笔转入/ }).click();
    await page
      .getByText(/12,000.00/)
      .last()
      .waitFor();
    await page.getByRole("button", { name: /流水\.csv/ }).click();
    await page.getByText("T1", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await button("watch.action.handled").click();
    await page.getByText(say("watch.toast.marked")).waitFor();
    await page.getByRole("button", { name: say("watch.bell.label"), exact: true }).click();
    await page.getByText(say("watch.bell.none")).waitFor();
  });

  it("takes a pasted list at once, says what was watched already, and takes the list back as one", async () => {
    const { page, say } = opened;
    await page.keyboard.press("Escape");
    await page.evaluate(() => {
      history.pushState(null, "", "#/review/watch/list");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    await button("watch.many.paste").click();
    const dialog = page.getByRole("dialog", { name: say("watch.many.title") });
    await dialog.getByLabel(say("watch.many.lines")).fill(`13800138001\n${card}\n13800138002\n13800138001`);
    await dialog.getByLabel(say("watch.form.reason")).fill("同案名单");
    await dialog.getByRole("button", { name: say("watch.many.save", { count: 4 }) }).click();
    await page.getByText(say("watch.toast.many", { added: 2, known: 1, repeated: 1 })).waitFor();
    await expect.poll(() => page.getByText("同案名单").count()).toBe(2);
    await button("frame.action.undo").click();
    await expect.poll(() => page.getByText("同案名单").count()).toBe(0);
  });
});
