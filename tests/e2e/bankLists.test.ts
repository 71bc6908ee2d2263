// The lists for banks on screen: whose money, what is held back, where a return goes, what to ask for, and the file that leaves.
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../electron/engine/engine.ts";
import { writeBankPackage, writeMuleFreeze } from "../bankPackage.ts";
import { browserPath } from "../browser.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/bankLists.test.ts: ${reason}`);

const patience = { timeout: 30_000 };

/** A list on screen is of this moment, so the freezes must stand now. */
const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const days = { from: dayFromNow(-3), until: dayFromNow(170) };

async function fill(path: string): Promise<void> {
  const engine = await createEngine({ workspacePath: path });
  const folder = dirname(path);
  const paths = [...writeBankPackage(folder, days), writeMuleFreeze(folder, days)];
  await engine.dispatch("import.storeFiles", { paths }, { signal: new AbortController().signal, report: () => {} });
  await engine.close();
}

describe.skipIf(reason !== null)("lists for banks", () => {
  let bench: Workbench;
  let opened: Opened;

  beforeAll(async () => {
    bench = await createWorkbench(fill);
    opened = await bench.open();
    await opened.frame.goToStage("trace");
    await opened.trace.followTicked.click();
    await opened.trace.bar.waitFor(patience);
  }, 120_000);
  afterAll(() => bench.close());

  const panel = (list: string) => opened.page.getByRole("region", { name: opened.say(`trace.list.${list}`), exact: true });
  const choose = (list: string) => opened.page.getByRole("radio", { name: opened.say(`trace.list.${list}`), exact: true }).click();
  const shows = (list: string, text: RegExp) => expect.poll(() => panel(list).innerText(), patience).toMatch(text);

  it("ask for no more than is not held back, and name the accounts that are", async () => {
    await shows("stop", /25,000\.00/);
    await shows("stop", /17,999\.00/);
    await shows("stop", new RegExp(`已冻结至 ${days.until}`));
    await choose("secured");
    await shows("secured", /3405\*+1856[\s\S]*14,999\.50/);
    await shows("secured", /6217\*+6845/);
  }, 120_000);

  it("name the victim, what the case records and the way, by rows of the bank's own file", async () => {
    await choose("secured");
    await panel("secured").locator("details summary").first().click(patience);
    await shows("secured", /李\*[\s\S]*台账：冻结 2,000\.00/);
    await shows("secured", /→ 11-05 13:10 20,000\.00 →/);
    await panel("secured").locator("details summary").nth(1).click(patience);
    await expect.poll(() => panel("secured").locator(".cw-citation").first().innerText(), patience).toContain("建设银行/交易明细信息.csv");
  }, 120_000);

  it("say where a return goes and what to ask the bank for", async () => {
    await choose("return");
    await panel("return").locator("details summary").first().click(patience);
    await shows("return", /返还至 6222\*+3334/);
    await choose("request");
    await shows("request", /交易明细 2026-11-05 至 20\d\d-\d\d-\d\d/);
    await shows("request", /登录日志/);
  }, 120_000);

  it("leave as a workbook with a sheet for each bank, then what stays inside, which says how many accounts are held back", async () => {
    const { page, say } = opened;
    await choose("stop");
    await shows("stop", /25,000\.00/);
    await panel("stop")
      .getByRole("button", { name: say("trace.list.save") })
      .click();
    const waiting = page.waitForEvent("download", patience);
    await page.getByText(say("export.format.xlsx"), { exact: true }).click();
    const file = await (await waiting).path();
    const parts = unzipSync(readFileSync(file));
    const names = [...strFromU8(parts["xl/workbook.xml"]!).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names.slice(0, 2)).toEqual(["邮政储蓄银行", "工商银行"]);
    expect(names.at(-1)).toBe(say("export.form.basis"));
    const sheet = (at: number) => strFromU8(parts[`xl/worksheets/sheet${at}.xml`]!);
    expect(sheet(1)).toContain("<v>25000.00</v>");
    expect(sheet(1)).not.toContain("17999.00");
    expect(sheet(2)).toContain("<v>17999.00</v>");
    // The ground counts from when the list was opened: two days of it are ahead.
    const until = /至 (\d{4}-\d\d-\d\d \d\d:\d\d) 止/.exec(sheet(1))![1]!;
    expect(Date.parse(`${until.replace(" ", "T")}:00+08:00`) - Date.now()).toBeGreaterThan(47 * 3_600_000);
    expect(sheet(names.length)).toContain("另有 1 个账户");
  }, 120_000);

  it("told no error and broke no content policy", () => {
    expect(bench.complaints).toEqual([]);
  });
});
