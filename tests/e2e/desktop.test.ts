// The desktop shell in the real Electron, where its program is on this machine and can show a window; elsewhere skipped, and says why.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasDisplay } from "../../electron/web/openBrowser.ts";
import type {} from "../../renderer/rpc/portChannel.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { canSandbox, installedElectron } from "../../scripts/electronBinary.ts";
import { root } from "../desktop/packaging.ts";

function reasonToSkip(): string | null {
  if (!installedElectron()) return "the Electron program is not on this machine (node node_modules/electron/install.js fetches it)";
  if (!hasDisplay()) return "this machine has no display";
  if (!canSandbox()) return "Chromium's sandbox does not run as root";
  return null;
}

const reason = reasonToSkip();
if (reason) console.warn(`skipped tests/e2e/desktop.test.ts: ${reason}`);

describe.skipIf(reason !== null)("the desktop in the real Electron", () => {
  let folder = "";
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "caseweave-desktop-"));
    await ensureBuilt("renderer");
    await ensureBuilt("desktop");
    application = await _electron.launch({
      executablePath: installedElectron() ?? "",
      args: [root, `--user-data-dir=${folder}/user`, join(folder, "desktop.caseweave")],
    });
    page = await application.firstWindow();
    await page.waitForSelector("#root > *");
  });
  afterAll(async () => {
    await application.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("shows our page with one bridge and no Node.js", async () => {
    expect(page.url()).toMatch(/^app:\/\/caseweave\//);
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.caseweave ?? {}).sort(),
      require: typeof (window as { require?: unknown }).require,
      process: typeof (window as { process?: unknown }).process,
    }));
    expect(seen).toEqual({ bridge: ["chooseWorkspace", "connect", "pathsOf", "unlock"], require: "undefined", process: "undefined" });
  });

  test("the engine answers: the workspace's name stands on the page", async () => {
    await expect.poll(() => page.locator("body").textContent()).toContain("desktop");
  });

  test("the page can neither leave nor open windows nor reach the network", async () => {
    await page.evaluate(() => {
      window.open("https://example.com/");
      location.href = "https://example.com/";
    });
    await page.waitForTimeout(300);
    expect([page.url().startsWith("app://caseweave/"), application.windows().length]).toEqual([true, 1]);
    expect(
      await page.evaluate(() =>
        fetch("https://example.com/").then(
          () => "sent",
          () => "blocked",
        ),
      ),
    ).toBe("blocked");
  });
});
