// Every screen at the sizes of a desk and of a meeting room, in both languages: nothing scrolls sideways, no label is cut.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { findCutText, findSidewaysScroll } from "./findCutText.ts";
import { emptyScreens, fullScreens, importScreens, type Screen } from "./screens.ts";
import { createWorkbench, type Opened, type OpenOptions, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/layout.test.ts: ${reason}`);

const sizes: readonly OpenOptions[] = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080, theme: "projector" },
];
const looks = sizes.flatMap((size) => [
  { ...size, language: "zh-CN" as const },
  { ...size, language: "en" as const },
]);

async function walkScreens(opened: Opened, screens: readonly Screen[]): Promise<string[]> {
  const findings: string[] = [];
  for (const screen of screens) {
    await screen.open(opened);
    const found = [...(await findSidewaysScroll(opened.page)), ...(await findCutText(opened.page))];
    findings.push(...found.map((finding) => `${screen.name}: ${finding}`));
    await screen.leave?.(opened);
  }
  return findings;
}

describe.skipIf(reason !== null)("no screen scrolls sideways or cuts a label", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 120_000);

  afterAll(() => bench.close());

  it.each(looks)(
    "once worked in, $width × $height $language",
    async (look) => {
      expect(await walkScreens(await bench.open(look), fullScreens)).toEqual([]);
    },
    60_000,
  );

  it.each(looks)(
    "empty and while files come in, $width × $height $language",
    async (look) => {
      const empty = await createWorkbench();
      const findings = await walkScreens(await empty.open(look), [...emptyScreens, ...importScreens(empty.folder)]);
      await empty.close();
      expect(findings).toEqual([]);
    },
    60_000,
  );
});
