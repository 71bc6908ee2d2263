// Payments in two banks' books on screen: matched by a button, read side by side, accepted by key and all at once, put back, opened at their source rows.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookFiles, inventBooks } from "../../electron/engine/demo/books.ts";
import { createEngine } from "../../electron/engine/engine.ts";
import { browserPath } from "../browser.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/payments.test.ts: ${reason}`);

const patience = { timeout: 30_000 };

/** Two statements as their banks export them, imported and not matched yet. */
async function fillBooks(path: string): Promise<void> {
  const engine = await createEngine({ workspacePath: path });
  for (const { name, bytes } of bookFiles(inventBooks(21, { payments: 60, days: 30 }))) {
    const file = join(path, "..", name);
    writeFileSync(file, bytes);
    await engine.dispatch("import.storeFiles", { paths: [file] }, { signal: new AbortController().signal, report: () => {} });
  }
  await engine.close();
}

describe.skipIf(reason !== null)("payments in two banks' books", () => {
  let bench: Workbench;
  let opened: Opened;

  beforeAll(async () => {
    bench = await createWorkbench(fillBooks);
    opened = await bench.open();
    await opened.frame.goToStage("resolve");
    await opened.page.getByRole("radio", { name: opened.say("resolve.payment.tab") }).click();
  }, 120_000);
  afterAll(() => bench.close());

  const pile = (name: "sure" | "review" | "accepted" | "rejected") =>
    opened.page.getByRole("radio", { name: new RegExp(`^${opened.say(`resolve.payment.pile.${name}`)} [\\d,]+$`) });
  const sizeOf = async (name: Parameters<typeof pile>[0]) => Number((await pile(name).innerText()).replace(/\D/g, ""));
  const card = () => opened.page.locator("article[data-payment]");
  const shownPair = () => card().getAttribute("data-payment");
  const button = (key: string) => card().getByRole("button", { name: opened.say(key) });

  it("are matched from an empty desk and stand in piles, both rows side by side with their bits", async () => {
    const { page, say } = opened;
    await page.getByRole("button", { name: say("resolve.payment.start") }).click();
    await card().waitFor(patience);
    await expect.poll(() => sizeOf("sure"), patience).toBeGreaterThan(20);
    const table = page.getByRole("table", { name: say("resolve.payment.table") });
    await table.getByText(say("resolve.payment.paidRow")).waitFor(patience);
    await page.getByText(say("resolve.payment.feature.amount")).first().waitFor(patience);
  }, 120_000);

  it("open both source rows", async () => {
    const { page, frame } = opened;
    for (const at of [0, 1]) {
      await card().locator(".cw-citation").nth(at).click();
      await frame.sourceDrawer.getByRole("grid").waitFor(patience);
      await page.keyboard.press("Escape");
      await frame.sourceDrawer.waitFor({ state: "detached", ...patience });
    }
  }, 120_000);

  it("are joined and parted by key, and put back from their piles", async () => {
    const { page } = opened;
    const sure = await sizeOf("sure");
    const first = await shownPair();
    await page.keyboard.press("y");
    await expect.poll(() => sizeOf("accepted"), patience).toBe(1);
    await expect.poll(shownPair, patience).not.toBe(first);
    await page.keyboard.press("n");
    await expect.poll(() => sizeOf("rejected"), patience).toBe(1);
    await expect.poll(() => sizeOf("sure"), patience).toBe(sure - 2);
    await pile("accepted").click();
    await expect.poll(shownPair, patience).toBe(first);
    await button("resolve.payment.back").click();
    await expect.poll(() => sizeOf("accepted"), patience).toBe(0);
    await pile("rejected").click();
    await button("resolve.payment.back").click();
    await expect.poll(() => sizeOf("rejected"), patience).toBe(0);
    await expect.poll(() => sizeOf("sure"), patience).toBe(sure);
  }, 120_000);

  it("are all accepted at once after a question, and stay so when the window opens again", async () => {
    const { page, say } = opened;
    await pile("sure").click();
    const sure = await sizeOf("sure");
    await page.getByRole("button", { name: say("resolve.payment.acceptAll", { count: String(sure) }) }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: say("resolve.payment.acceptDo") }).click();
    await expect.poll(() => sizeOf("accepted"), patience).toBe(sure);
    await expect.poll(() => sizeOf("sure"), patience).toBe(0);
    opened = await bench.open({ language: "en", theme: "dark" });
    await opened.frame.goToStage("resolve");
    await opened.page.getByRole("radio", { name: opened.say("resolve.payment.tab") }).click();
    await expect.poll(() => sizeOf("accepted"), patience).toBe(sure);
    expect(bench.complaints).toEqual([]);
  }, 120_000);
});
