// A meeting: names and numbers are shown on request, and none is left when masking is on again.
// That every screen with masking on shows nobody, the walk of accessibility.test.ts checks on its way.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { findPersonal, readPersonal } from "../personalData.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { readScreen } from "./readScreen.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/masking.test.ts: ${reason}`);

describe.skipIf(reason !== null)("with masking on", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 300_000);
  afterAll(() => bench.close());

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
