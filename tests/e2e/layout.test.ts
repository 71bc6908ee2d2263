// Every screen at the sizes of a desk and of a meeting room, in both languages: nothing scrolls sideways, no label is cut.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { findCutText, findSidewaysScroll } from "./findCutText.ts";
import { emptyScreens, fullScreens, importScreens, type Screen } from "./screens.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/layout.test.ts: ${reason}`);

const desk = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];
const room = [{ width: 1920, height: 1080 }];
const looks = (["zh-CN", "en"] as const).flatMap((language) => [
  { language, theme: "light" as const, sizes: desk },
  { language, theme: "projector" as const, sizes: room },
]);

/** Opens each screen once, at the last of the sizes, and looks at it at every one of them. */
async function walkScreens(opened: Opened, screens: readonly Screen[], sizes: typeof desk): Promise<string[]> {
  const findings = new Set<string>();
  for (const screen of screens) {
    await screen.open(opened);
    for (const size of sizes) {
      await opened.page.setViewportSize(size);
      const found = [...(await findSidewaysScroll(opened.page)), ...(await findCutText(opened.page))];
      for (const finding of found) findings.add(`${screen.name}, ${size.width}: ${finding}`);
    }
    await screen.leave?.(opened);
  }
  return [...findings];
}

describe.skipIf(reason !== null)("no screen scrolls sideways or cuts a label", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 120_000);

  afterAll(() => bench.close());

  it.each(looks)(
    "once worked in ($theme, $language)",
    async ({ sizes, ...look }) => {
      expect(await walkScreens(await bench.open({ ...look, ...sizes.at(-1) }), fullScreens, sizes)).toEqual([]);
    },
    120_000,
  );

  it.each(looks)(
    "empty and while files come in ($theme, $language)",
    async ({ sizes, ...look }) => {
      const empty = await createWorkbench();
      const opened = await empty.open({ ...look, ...sizes.at(-1) });
      const findings = await walkScreens(opened, [...emptyScreens, ...importScreens(empty.folder)], sizes);
      await empty.close();
      expect(findings).toEqual([]);
    },
    120_000,
  );
});
