// A workbench for tests in a browser: a workspace of its own served by the real web shell, opened in Chromium.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { type DemoFiles, writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { type ServedWorkspace, serveWorkspace } from "../../electron/web/main.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { launchBrowser } from "../browser.ts";

export interface OpenOptions {
  readonly language?: "zh-CN" | "en";
  readonly theme?: "light" | "dark" | "projector";
  readonly width?: number;
  readonly height?: number;
}

export interface Workbench {
  readonly folder: string;
  readonly workspacePath: string;
  readonly demo: DemoFiles;
  /** Errors of the page and refusals of the content policy, as they were told. */
  readonly complaints: string[];
  /** Serves the workspace and opens a page on it; closes what was open before. */
  open(options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Refused on purpose: the chart library's one style element (docs/decisions/012). */
const isExpected = (text: string) => text.includes("style-src-elem") || text.includes("404");

export async function createWorkbench(scale: number): Promise<Workbench> {
  await ensureBuilt("renderer");
  const folder = mkdtempSync(join(tmpdir(), "caseweave-e2e-"));
  const demo = await writeDemoFiles(join(folder, "files"), { scale, seed: 1 });
  const workspacePath = join(folder, "my.caseweave");
  const browser: Browser = await launchBrowser();
  const complaints: string[] = [];
  let served: ServedWorkspace | null = null;
  const shut = async () => {
    for (const context of browser.contexts()) await context.close();
    await served?.close();
    served = null;
  };
  return {
    folder,
    workspacePath,
    demo,
    complaints,
    async open({ language = "zh-CN", theme = "light", width = 1440, height = 900 } = {}) {
      await shut();
      served = await serveWorkspace({ workspacePath, open: false, print: () => {} });
      const context = await browser.newContext({ locale: language, viewport: { width, height }, acceptDownloads: true });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !isExpected(message.text())) complaints.push(message.text());
      });
      const preferences = JSON.stringify({ language, theme });
      await page.addInitScript((text) => localStorage.setItem("caseweave.preferences", text), preferences);
      await page.goto(served.address);
      await page.getByRole("navigation").first().waitFor();
      await page.getByRole("contentinfo").waitFor();
      return page;
    },
    async close() {
      await shut();
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
