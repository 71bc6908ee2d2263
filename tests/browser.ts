// The browser of the tests: the machine's own Chromium, started directly (the packaged wrapper adds switches that change timings).
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright";

const places = [
  "/usr/lib/chromium/chromium",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Set CASEWEAVE_BROWSER to use another. null: Playwright's own, when it was installed. */
export function browserPath(): string | null {
  return process.env.CASEWEAVE_BROWSER ?? places.find((path) => existsSync(path)) ?? null;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
