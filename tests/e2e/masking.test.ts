// A meeting: every screen with masking on shows no name, number or account of anybody, in its text, hints, fields or names for screen readers.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { findPersonal, readPersonal } from "../personalData.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { fullScreens } from "./screens.ts";
import { type Check, walkScreens } from "./walkScreens.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/masking.test.ts: ${reason}`);

const readScreen = ({ page }: Opened): Promise<string> =>
  page.evaluate(() => {
    const attributes = ["title", "aria-label", "placeholder", "alt", "value"];
    const hints = [...document.querySelectorAll("*")].flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? ""));
    const fields = [...document.querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).value);
    return [document.title, decodeURIComponent(location.href), document.body.textContent ?? "", ...hints, ...fields].join("\n");
  });

describe.skipIf(reason !== null)("with masking on", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 300_000);
  afterAll(() => bench.close());

  it("no screen shows anybody", async () => {
    const personal = readPersonal(bench.workspacePath);
    expect(personal.length).toBeGreaterThan(1000);
    const check: Check = async (opened) => findPersonal(await readScreen(opened), personal);
    const opened = await bench.open();
    expect(await walkScreens(opened, fullScreens, { sizes: [{ width: 1440, height: 900 }], check })).toEqual([]);
  }, 300_000);

  it("switched off, numbers stand whole; switched on again, none is left on the open chart", async () => {
    const personal = readPersonal(bench.workspacePath);
    const { page, frame, chart, say } = await bench.open();
    await frame.goToStage("chart");
    await chart.openKept("研判一");
    await chart.waitUntilDrawn();
    await chart.select("account:");
    const whole = page.getByRole("heading", { name: /^\d{12,}$/ });
    await page.getByRole("button", { name: say("frame.mask.on") }).click();
    await whole.first().waitFor();
    await page.getByRole("button", { name: say("frame.mask.off") }).click();
    await whole.first().waitFor({ state: "detached" });
    expect(findPersonal(await readScreen({ page } as Opened), personal)).toEqual([]);
  }, 60_000);
});
