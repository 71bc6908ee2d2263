// The built pages in a real browser behind the real shell: they live with the content policy, and it still blocks what it should (EL7).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedWorkspace, serveWorkspace } from "../../../electron/web/main.ts";
import { ensureBuilt } from "../../../scripts/build.ts";
import { launchBrowser } from "../../browser.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-page-"));
const violations: string[] = [];
let served: ServedWorkspace;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await ensureBuilt("renderer");
  served = await serveWorkspace({ workspacePath: join(folder, "page.caseweave"), open: false, print: () => undefined });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.exposeFunction("tellViolation", (text: string) => void violations.push(text));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) => {
      void (window as unknown as { tellViolation: (text: string) => void }).tellViolation(
        `${event.effectiveDirective} ${event.sourceFile.split("/").at(-1)?.split("-")[0]}`,
      );
    }),
  );
  await page.goto(served.address);
  await page.waitForSelector("nav");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("every view opens without breaking the policy, but for the style element that the chart library tries once", async () => {
  for (const view of ["overview", "import", "link", "group", "chart", "audit", "settings"]) {
    await page.evaluate((name) => {
      location.hash = `#/${name}`;
    }, view);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.locator(".cw-skeleton").first().waitFor({ state: "detached" });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  expect(violations.filter((text) => text !== "style-src-elem ChartView")).toEqual([]);
});

test("markup, code from strings, and workers from elsewhere are refused", async () => {
  const outcome = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const isBlocked = (work: () => unknown) => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const element = document.createElement("div");
    return [
      isBlocked(() => {
        element.innerHTML = "<img>";
      }),
      isBlocked(() => Function("return 1")()),
      isBlocked(() => element.setAttribute("onclick", "1")),
      isBlocked(() => new Worker("https://example.com/worker.js")),
      isBlocked(() => new Worker("./upload")),
    ];
  });
  expect(outcome).toEqual([true, true, true, true, true]);
});
