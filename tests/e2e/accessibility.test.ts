// Every screen in every theme: no serious finding of axe, no page that scrolls sideways.

import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../electron/engine/engine.ts";
import { browserPath } from "../browser.ts";
import { createWorkbench, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/accessibility.test.ts: ${reason}`);

const stages = ["1", "2", "3", "4", "5", "6", "7"];

describe.skipIf(reason !== null)("screens", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(0.1);
    const engine = await createEngine({ workspacePath: bench.workspacePath });
    const context = { signal: new AbortController().signal, report: () => {} };
    await engine.dispatch("import.storeFiles", { paths: bench.demo.files.map((file) => join(bench.folder, "files", file)) }, context);
    await engine.dispatch("link.runLinkage", {}, context);
    await engine.dispatch("group.runSeries", {}, context);
    await engine.close();
  }, 120_000);

  afterAll(() => bench.close());

  async function findingsOf(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return serious.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id} ${node.target.join(" ")}`));
  }

  const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  it.each(["light", "dark", "projector"] as const)(
    "have no serious finding and never scroll sideways (%s)",
    async (theme) => {
      const size = theme === "projector" ? { width: 1920, height: 1080 } : { width: 1440, height: 900 };
      const page = await bench.open({ theme, ...size });
      const findings: string[] = [];
      for (const stage of ["0", ...stages]) {
        if (stage !== "0") await page.keyboard.press(`Alt+${stage}`);
        await page.waitForTimeout(700);
        findings.push(...(await findingsOf(page)).map((finding) => `${stage}: ${finding}`));
        if (await isWide(page)) findings.push(`${stage}: scrolls sideways`);
      }
      expect(findings).toEqual([]);
    },
    120_000,
  );

  it("open the search and the sheet of keys by keyboard alone", async () => {
    const page = await bench.open();
    await page.getByText("先做这些").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").or(page.getByRole("searchbox")).first().waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+?");
    await page.getByRole("dialog").first().waitFor();
  });
});
