// `node scripts/pictures.ts WORKSPACE`: the pictures of README and docs, taken of a demo workspace in Chromium at 1440 × 900.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { serveWorkspace } from "../electron/web/main.ts";
import { launchBrowser } from "../tests/browser.ts";
import { ensureBuilt } from "./build.ts";

const folder = fileURLToPath(new URL("../docs/pictures", import.meta.url));
const settleMilliseconds = 2500;

/** Picture → how to get there from the picture before. */
const scenes: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ["overview", async () => {}],
  ["link", (page) => page.keyboard.press("Alt+3")],
  ["group", (page) => page.keyboard.press("Alt+4")],
  ["chart", (page) => page.getByRole("button", { name: "开图" }).click()],
];

const workspacePath = process.argv[2];
if (!workspacePath) throw new Error("node scripts/pictures.ts WORKSPACE");
mkdirSync(folder, { recursive: true });
await ensureBuilt("renderer");
const served = await serveWorkspace({ workspacePath, open: false, print: () => {} });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
await page.goto(served.address);
for (const [name, go] of scenes) {
  await page.waitForTimeout(settleMilliseconds);
  await go(page);
  await page.waitForTimeout(settleMilliseconds);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
await browser.close();
await served.close();
