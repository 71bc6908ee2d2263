// Every screen in every theme: no serious finding of axe. The main path by keyboard alone.
import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { emptyScreens, fullScreens, importScreens, type Screen } from "./screens.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/accessibility.test.ts: ${reason}`);

const looks = [
  { theme: "light", width: 1440, height: 900 },
  { theme: "dark", width: 1440, height: 900 },
  { theme: "projector", width: 1920, height: 1080 },
] as const;

/** Axe looks at the page itself: there are no frames in it, and a window of its own for each look would take four times as long. */
async function findSerious({ page }: Opened): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id} ${node.target.join(" ")}`));
}

async function walkScreens(opened: Opened, screens: readonly Screen[]): Promise<string[]> {
  const findings: string[] = [];
  for (const screen of screens) {
    await screen.open(opened);
    findings.push(...(await findSerious(opened)).map((finding) => `${screen.name}: ${finding}`));
    await screen.leave?.(opened);
  }
  return findings;
}

describe.skipIf(reason !== null)("screens of a worked-in workspace", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 120_000);

  afterAll(() => bench.close());

  it.each(looks)(
    "have no serious finding ($theme)",
    async (look) => {
      expect(await walkScreens(await bench.open(look), fullScreens)).toEqual([]);
    },
    120_000,
  );
});

describe.skipIf(reason !== null)("screens of an empty workspace and of an import", () => {
  it.each(looks)(
    "have no serious finding ($theme)",
    async (look) => {
      const bench = await createWorkbench();
      const findings = await walkScreens(await bench.open(look), [...emptyScreens, ...importScreens(bench.folder)]);
      await bench.close();
      expect(findings).toEqual([]);
    },
    120_000,
  );
});
