// Every screen in English, which runs longer, at the sizes of a desk and of a meeting room: nothing scrolls sideways, no label is cut.
// The walk of accessibility.test.ts checks the same in Chinese on its way.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { emptyScreens, importScreens } from "./emptyScreens.ts";
import { fullScreens } from "./screens.ts";
import { deskSizes, type Look, openingOf, roomSizes, walkScreens } from "./walkScreens.ts";
import { createWorkbench, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/layout.test.ts: ${reason}`);

const looks: readonly Look[] = [
  { theme: "light", sizes: deskSizes },
  { theme: "projector", sizes: roomSizes },
];

describe.skipIf(reason !== null)("no screen in English scrolls sideways or cuts a label", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 180_000);

  afterAll(() => bench.close());

  it("once worked in", async () => {
    const opened = await bench.open({ ...openingOf(looks), language: "en" });
    expect(await walkScreens(opened, fullScreens, looks)).toEqual([]);
  }, 1_800_000);

  it.each(looks)(
    "empty and while files come in ($theme)",
    async (look) => {
      const empty = await createWorkbench();
      const opened = await empty.open({ ...openingOf([look]), language: "en" });
      const findings = await walkScreens(opened, [...emptyScreens, ...importScreens(empty.folder)], [look]);
      await empty.close();
      expect(findings).toEqual([]);
    },
    600_000,
  );
});
