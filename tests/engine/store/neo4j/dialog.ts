// The connection dialog in a browser, on a real server: test, push, differences, another's graph with its mapping, and back.
import { expect, it } from "vitest";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { browserPath } from "../../../browser.ts";
import { addSource, aTransfer } from "../../../builders.ts";
import { createWorkbench } from "../../../e2e/workbench.ts";
import { makeForeign } from "./foreign.ts";
import type { Bench } from "./pushAgain.ts";

const reason = browserPath() === null ? " (skipped: no Chromium on this machine)" : "";

async function fill(path: string): Promise<void> {
  const connection = openWorkspaceFile(path);
  addSource(connection, "ledger", [aTransfer({ from: "1001", to: "2002" })]);
  connection.close();
}

export function dialogSuite({ server, session }: Bench): void {
  it.skipIf(reason !== "")(
    `connects in the dialog: test, push, compare, use, somebody else's graph, and back${reason}`,
    async () => {
      await makeForeign(session());
      const bench = await createWorkbench(fill);
      const { page, frame, say } = await bench.open({ language: "zh-CN" });
      const press = (key: string) => page.getByRole("button", { name: say(key), exact: true }).click();
      const state = page.getByRole("heading", { level: 3 });
      const openDialog = async () => {
        await press("graph.panel.open");
        await page.getByLabel(say("graph.field.uri")).fill(server().uri);
        await page.getByLabel(say("graph.field.password")).fill("not-kept-9");
        await press("graph.action.test");
        await page.getByRole("radio", { name: say("graph.use.own") }).click();
      };
      await frame.goTo("settings");
      await openDialog();
      await state.getByText(say("graph.own.absent")).waitFor();
      await press("graph.action.push");
      await page.getByText(say("graph.own.current")).waitFor({ timeout: 60_000 });
      await press("graph.action.compare");
      await page
        .getByRole("cell", { name: say("graph.compare.none") })
        .first()
        .waitFor();
      await press("graph.action.useOwn");
      await page.getByText(say("graph.store.pushed")).waitFor();
      await openDialog();
      await page.getByRole("radio", { name: say("graph.use.foreign") }).click();
      expect(await page.getByLabel(say("graph.map.keyOf", { label: "Person" })).inputValue()).toBe("nhs_no");
      await press("graph.action.openForeign");
      await page.getByText(say("graph.store.foreign")).waitFor();
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }))).not.toContain(
        "not-kept-9",
      );
      await press("graph.panel.disconnect");
      await page.getByText(say("graph.store.workspace")).waitFor();
      expect(bench.complaints).toEqual([]);
      await bench.close();
    },
    120_000,
  );
}
