// A workbench for tests in a browser: a workspace of its own served by the real web shell, opened in Chromium.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { type ServedWorkspace, serveWorkspace } from "../../electron/web/main.ts";
import { createSentences, type Sentence } from "../../electron/words.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import type { Language } from "../../shared/words.ts";
import { launchBrowser } from "../browser.ts";
import { ChartPage } from "./pages/ChartPage.ts";
import { Frame } from "./pages/Frame.ts";
import { GroupPage } from "./pages/GroupPage.ts";
import { ImportPage } from "./pages/ImportPage.ts";
import { LinkPage } from "./pages/LinkPage.ts";
import { OverviewPage } from "./pages/OverviewPage.ts";
import { TracePage } from "./pages/TracePage.ts";

export interface OpenOptions {
  readonly language?: Language;
  readonly theme?: "light" | "dark" | "projector";
  readonly width?: number;
  readonly height?: number;
}

/** An open window with its screens, spoken to in the words of its language. */
export interface Opened {
  readonly page: Page;
  readonly say: Sentence;
  readonly frame: Frame;
  readonly overview: OverviewPage;
  readonly imports: ImportPage;
  readonly link: LinkPage;
  readonly group: GroupPage;
  readonly chart: ChartPage;
  readonly trace: TracePage;
}

export interface Workbench {
  readonly folder: string;
  readonly workspacePath: string;
  /** Errors of the page and refusals of the content policy, as they were told. */
  readonly complaints: string[];
  /** Serves the workspace and opens a window on it; closes what was open before. */
  open(options?: OpenOptions): Promise<Opened>;
  /** Closes the window and the server; the workspace stays. */
  shut(): Promise<void>;
  close(): Promise<void>;
}

/** Refused on purpose: the chart library's one style element (docs/decisions/012). */
const isExpected = (text: string) => text.includes("style-src-elem") || text.includes("404");

function screensOf(page: Page, language: Language): Opened {
  const say = createSentences(language);
  return {
    page,
    say,
    frame: new Frame(page, say),
    overview: new OverviewPage(page, say),
    imports: new ImportPage(page, say),
    link: new LinkPage(page, say),
    trace: new TracePage(page, say),
    group: new GroupPage(page, say),
    chart: new ChartPage(page, say),
  };
}

/** What a screen shows arrives when it arrives, also on a machine that does much else. */
const patienceMilliseconds = 90_000;

/** Preferences are given to the first page only: what a person changes afterwards stays. */
async function openPage(browser: Browser, address: string, options: Required<OpenOptions>): Promise<Page> {
  const { language, theme, width, height } = options;
  const context = await browser.newContext({ locale: language, viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMilliseconds);
  const preferences = JSON.stringify({ language, theme });
  await page.addInitScript((text) => {
    if (localStorage.getItem("caseweave.preferences") === null) localStorage.setItem("caseweave.preferences", text);
  }, preferences);
  await page.goto(address);
  await page.getByRole("contentinfo").waitFor();
  return page;
}

/** `fill` puts a workspace at the path before it is first opened; without it the workspace is empty. */
export async function createWorkbench(fill?: (path: string) => Promise<void>): Promise<Workbench> {
  await ensureBuilt("renderer");
  const folder = mkdtempSync(join(tmpdir(), "caseweave-e2e-"));
  const workspacePath = join(folder, "my.caseweave");
  await fill?.(workspacePath);
  const browser = await launchBrowser();
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
    complaints,
    shut,
    async open({ language = "zh-CN", theme = "light", width = 1440, height = 900 } = {}) {
      await shut();
      served = await serveWorkspace({ workspacePath, open: false, print: () => {} });
      const page = await openPage(browser, served.address, { language, theme, width, height });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !isExpected(message.text())) complaints.push(message.text());
      });
      return screensOf(page, language);
    },
    async close() {
      await shut();
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
