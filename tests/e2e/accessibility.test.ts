// Every screen in every theme: no serious finding of axe, nothing cut or scrolled sideways, and with masking on no name, number or account of anybody.
// The main path by keyboard alone.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stages } from "../../shared/stages.ts";
import { browserPath } from "../browser.ts";
import { findPersonal, readPersonal } from "../personalData.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { emptyScreens, importScreens } from "./emptyScreens.ts";
import { readScreen } from "./readScreen.ts";
import { fullScreens } from "./screens.ts";
import { deskSizes, type Look, openingOf, roomSizes, walkScreens } from "./walkScreens.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/accessibility.test.ts: ${reason}`);

/** Axe looks at the page itself: there are no frames in it, and a window of its own for each look would take four times as long. */
async function findSerious({ page }: Opened, rules: readonly string[] | null): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (rules === null ? axe : axe.withRules([...rules])).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id} ${node.target.join(" ")}`));
}

/** Themes differ in colour, projector in size too: what depends on neither is looked at once. */
const looks: readonly Look[] = [
  { theme: "light", sizes: deskSizes, check: (shown) => findSerious(shown, null) },
  { theme: "dark", sizes: deskSizes.slice(-1), check: (shown) => findSerious(shown, ["color-contrast"]) },
  {
    theme: "projector",
    sizes: roomSizes,
    check: (shown) => findSerious(shown, ["color-contrast", "scrollable-region-focusable", "target-size"]),
  },
];

/** Presses Tab until the focus is where `isThere` says; fails after more stops than a person would bear. */
async function tabTo(page: Page, isThere: (name: string) => boolean): Promise<number> {
  for (let stops = 1; stops <= 60; stops++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    if (isThere(name)) return stops;
  }
  throw new Error("Tab does not lead there");
}

describe.skipIf(reason !== null)("screens of a worked-in workspace", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 180_000);

  afterAll(() => bench.close());

  it("have no serious finding and no cut label in any theme, and with masking on show nobody", async () => {
    const personal = readPersonal(bench.workspacePath);
    expect(personal.length).toBeGreaterThan(1000);
    const masked: Look = {
      theme: "light",
      sizes: deskSizes.slice(-1),
      check: async (shown) => findPersonal(await readScreen(shown), personal),
    };
    const opened = await bench.open(openingOf(looks));
    expect(await walkScreens(opened, fullScreens, [masked, ...looks])).toEqual([]);
  }, 1_800_000);

  it("are all reached by keys: stages, search, panels, a level back", async () => {
    const { frame, page, say } = await bench.open();
    for (const key of ["Control", "Alt"]) {
      for (const [index, stage] of stages.entries()) {
        await page.keyboard.press(`${key}+${index + 1}`);
        await frame.rail
          .locator("[aria-current=page]")
          .getByText(say(`frame.stage.${stage}`))
          .waitFor();
      }
    }
    await page.keyboard.press("Control+k");
    await frame.searchBox.and(page.locator(":focus")).waitFor();
    await frame.closeSearch();
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-panel"))).toBe(true);
    await page.keyboard.press("Shift+?");
    await frame.helpSheet.waitFor();
    await page.keyboard.press("Escape");
    await frame.helpSheet.waitFor({ state: "detached" });
  });

  it("let a pair be walked to, read and judged without a mouse", async () => {
    const { frame, link, page, say } = await bench.open();
    await frame.goToStage("link");
    await link.card.waitFor();
    const first = await link.openPair.innerText();
    await page.keyboard.press("j");
    await expect.poll(() => link.openPair.innerText()).not.toBe(first);
    await page.keyboard.press("k");
    await expect.poll(() => link.openPair.innerText()).toBe(first);
    const [, one = "", other = ""] = /(A\d+)\s+(A\d+)/.exec(first) ?? [];
    await expect.poll(() => page.getByRole("main").innerText()).toMatch(new RegExp(`${one}\\s*×\\s*${other}`));
    await page.keyboard.press("s");
    await link.sourceRows.first().and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await frame.sourceDrawer.waitFor();
    await page.keyboard.press("Escape");
    await frame.sourceDrawer.waitFor({ state: "detached" });
    await page.keyboard.press("n");
    await link.reason.and(page.locator(":focus")).waitFor();
    await page.keyboard.type("话术不同");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await link.judged(2).waitFor();
    await page.keyboard.press("u");
    await link.reason.and(page.locator(":focus")).waitFor();
    expect(await tabTo(page, (name) => name.startsWith(say("link.decision.confirm")))).toBeLessThan(10);
  });

  it("lead by Tab from the top to what is to be done first, and by keys from a series to its chart", async () => {
    const { chart, frame, group, overview, page, say } = await bench.open();
    await overview.todo.waitFor();
    await tabTo(page, (name) => name === say("overview.todo.matchVerb") || name === say("overview.todo.pairsVerb"));
    await frame.goToStage("group");
    await group.members.waitFor();
    await page.keyboard.press("o");
    await chart.waitUntilDrawn();
    await chart.select("account:");
    await page.keyboard.press("e");
    await chart.expandMenu.waitFor();
    await page.keyboard.press("Escape");
    await chart.expandMenu.waitFor({ state: "detached" });
  });
});

describe.skipIf(reason !== null)("screens of an empty workspace and of an import", () => {
  it.each(looks)(
    "have no serious finding and no cut label ($theme)",
    async (look) => {
      const bench = await createWorkbench();
      const opened = await bench.open(openingOf([look]));
      // In the dark the later stages are empty in the same words and colours as the first two.
      const empty = look.theme === "dark" ? emptyScreens.slice(0, 2) : emptyScreens;
      const screens = [...empty, ...importScreens(bench.folder)];
      const findings = await walkScreens(opened, screens, [look]);
      await bench.close();
      expect(findings).toEqual([]);
    },
    600_000,
  );
});
