// A day that cannot be read stays in its field with a sentence, and the form is not kept until it is mended; a day that has passed is no end of anything.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { browserPath } from "../browser.ts";
import { fillWithTransfer } from "./oneTransfer.ts";
import { AssessPage } from "./pages/AssessPage.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/mistypedDates.test.ts: ${reason}`);

const account = "6222021234567890128";
const clue = `报警人称11月22日21时许有人冒充客服，转账8000元到${account}`;

describe.skipIf(reason !== null)("a mistyped day", () => {
  let bench: Workbench;
  let opened: Opened;
  let assess: AssessPage;

  beforeAll(async () => {
    bench = await createWorkbench(fillWithTransfer);
    opened = await bench.open();
    assess = new AssessPage(opened.page, opened.say);
    await opened.page.evaluate(() => location.assign("#/review/assess"));
    await assess.box.fill(clue);
  }, 120_000);
  afterAll(() => bench.close());

  function count(table: "watch" | "task" | "source"): number {
    const db = openWorkspaceFile(bench.workspacePath, { readOnly: true });
    const found = db.get<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] })!.n;
    db.close();
    return found;
  }

  it("keeps a watch from being stored as one without an end", async () => {
    const { page, say } = opened;
    await assess.action("assess.action.watch").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("watch.form.entity")).fill(account);
    await dialog.getByLabel(say("watch.form.reason")).fill("涉案收款卡");
    const until = dialog.getByLabel(say("watch.form.until"));
    const save = dialog.getByRole("button", { name: say("watch.form.save") });
    await until.fill("30.12.26");
    await save.click();
    await dialog.getByText(say("frame.date.noDay", { text: "30.12.26" })).waitFor();
    expect(await until.getAttribute("aria-invalid")).toBe("true");
    await until.fill("2020-12-30");
    await save.click();
    await dialog.getByText(/不能早于/).waitFor();
    expect(count("watch")).toBe(0);
    await until.fill("2099.12.30");
    await save.click();
    await dialog.waitFor({ state: "detached" });
    expect(count("watch")).toBe(1);
  }, 60_000);

  it("keeps a task from being given for a day that has passed", async () => {
    const { page, say } = opened;
    await assess.action("assess.action.task").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("task.field.text")).fill("调取流水");
    await dialog.getByLabel(say("task.field.due")).fill("2020-12-30");
    await dialog.getByRole("button", { name: say("task.form.save") }).click();
    await dialog.getByText(/不能早于/).waitFor();
    expect(count("task")).toBe(0);
    await page.keyboard.press("Escape");
  }, 60_000);

  it("keeps a case from being stored with the times that stood there before", async () => {
    const { page, say } = opened;
    const before = count("source");
    await assess.action("assess.action.case").click();
    const dialog = page.getByRole("dialog");
    const [from, to] = [dialog.getByLabel(say("assess.store.from")), dialog.getByLabel(say("assess.store.to"))];
    const save = dialog.getByRole("button", { name: say("assess.store.save") });
    await from.fill("22/11/2026 21:00");
    await to.fill("八万五");
    await save.click();
    await dialog.getByText(say("frame.date.noClock", { text: "22/11/2026 21:00" })).waitFor();
    await dialog.getByText(say("frame.date.noClock", { text: "八万五" })).waitFor();
    await from.fill("2026-11-22 21:00");
    await save.click();
    expect(await to.getAttribute("aria-invalid")).toBe("true");
    expect(count("source")).toBe(before);
    await to.fill("2026-11-22 22:30");
    await save.click();
    await dialog.waitFor({ state: "detached" });
    expect(count("source")).toBe(before + 1);
  }, 60_000);
});
