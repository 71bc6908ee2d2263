// The resolve screen by keyboard: cards are judged at ten a minute with a reason that stands ready, the effect on cases is told before,
// an identity shows its weakest link and is split again.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import type { ResolveRecord } from "../../shared/resolve/personRecord.ts";
import { browserPath } from "../browser.ts";
import { aCase, addSource, type Telling } from "../builders.ts";
import { inventPeople } from "../unit/resolve/inventedPeople.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/resolve.test.ts: ${reason}`);

/** Records of invented people, each the suspect of a case: every merge and every split has an effect. */
async function fillPeople(path: string): Promise<void> {
  const connection = openWorkspaceFile(path);
  const people = inventPeople(220, 4);
  const aRecord =
    ({ entity, values }: ResolveRecord): Telling =>
    (sink, row) => {
      const person = sink.entity("person", `P${entity}`, values["person.surname"] ?? "", row);
      for (const [name, value] of Object.entries(values)) sink.attribute(person, name, value, row);
    };
  addSource(connection, "people", [
    ...people.map(aRecord),
    ...people.map(({ entity }) => aCase({ number: `A34100${1000 + entity}`, suspect: `P${entity}` })),
  ]);
  connection.close();
  const engine = await createEngine({ workspacePath: path });
  await engine.dispatch("resolve.runResolution", {}, { signal: new AbortController().signal, report: () => {} });
  await engine.close();
}

describe.skipIf(reason !== null)("the resolve screen", () => {
  let bench: Workbench;
  let opened: Opened;

  beforeAll(async () => {
    bench = await createWorkbench(fillPeople);
    opened = await bench.open();
    await opened.frame.goToStage("resolve");
  }, 120_000);
  afterAll(() => bench.close());

  const card = () => opened.page.getByRole("region", { name: opened.say("resolve.verdict.title") });
  const shownPair = () => opened.page.locator("article[data-pair]").getAttribute("data-pair");
  const tab = (key: string) => opened.page.getByRole("radio", { name: new RegExp(`^${opened.say(key)} `) });

  it("tells how the run found its threshold, and by which rules records met", async () => {
    const { page, say } = opened;
    const line = page.getByText(/估计准确率 \d+%/);
    await line.click();
    await page.getByText(/由估计误差自动选定/).waitFor();
    expect(
      await page
        .getByRole("table", { name: say("resolve.findings.rules") })
        .getByRole("row")
        .count(),
    ).toBeGreaterThan(3);
    writeScreens(await page.screenshot(), "findings");
    await line.click();
  }, 60_000);

  it("tells before a merge what it does to cases", async () => {
    await opened.page.getByText(/\d+ 对案件(的嫌疑人变为同一人|不再有共同嫌疑人)/).waitFor();
    writeScreens(await opened.page.screenshot(), "card");
  }, 60_000);

  it("judges ten cards a minute by keyboard, each with the reason that stood ready", async () => {
    const { page } = opened;
    const began = Date.now();
    for (let i = 0; i < 10; i++) {
      await card().waitFor();
      const shown = await shownPair();
      await page.keyboard.press("yn"[i % 2]!);
      await expect.poll(shownPair, { timeout: 15_000 }).not.toBe(shown);
    }
    expect(Date.now() - began).toBeLessThan(60_000);
    await tab("resolve.list.judged").click();
    await expect.poll(() => page.locator("nav .cw-pair").count()).toBe(10);
    await page
      .getByText(/一致$|不一致$|经比对/)
      .first()
      .waitFor();
  }, 90_000);

  it("shows merged records as one node at once, and as two again after un-merging; nothing moves", async () => {
    const { page, say, chart, frame } = opened;
    const goTo = (hash: string) =>
      page.evaluate((to) => {
        history.pushState(null, "", to);
        dispatchEvent(new PopStateEvent("popstate"));
      }, hash);
    await frame.goToStage("resolve");
    await tab("resolve.list.judged").click();
    const isRejected = () => page.getByText(say("resolve.settled.rejected"), { exact: true }).isVisible();
    await page
      .getByText(/（.+判过|经比对|一致$|不一致$/)
      .first()
      .waitFor();
    for (let shown = await shownPair(); !(await isRejected()); shown = await shownPair()) {
      await page.keyboard.press("j");
      await expect.poll(shownPair, { timeout: 15_000 }).not.toBe(shown);
    }
    const pair = (await shownPair())!;
    const [a = "", b = ""] = pair.split("|");
    for (const [turn, ref] of [a, b].entries()) {
      await goTo(`#/chart/${encodeURIComponent(ref)}`);
      await expect.poll(async () => Object.hasOwn(await chart.readPlaces(), ref), { timeout: 15_000 }).toBe(true);
      if (turn === 0) await chart.waitUntilDrawn();
    }
    const before = await chart.readPlaces();
    const judge = async (key: string) => {
      await goTo(`#/resolve/${encodeURIComponent(pair)}`);
      await expect.poll(shownPair, { timeout: 15_000 }).toBe(pair);
      await page.keyboard.press(key);
      await page
        .getByText(say(key === "y" ? "resolve.toast.merged" : "resolve.toast.apart"))
        .last()
        .waitFor();
      await frame.goToStage("chart");
    };
    await judge("y");
    const without = (ref: string) => Object.fromEntries(Object.entries(before).filter(([shown]) => shown !== ref));
    // Whichever record stands for both keeps its place; the other is not drawn.
    await expect.poll(async () => Object.keys(await chart.readPlaces()).length, { timeout: 15_000 }).toBe(Object.keys(before).length - 1);
    const rest = await chart.readPlaces();
    const standing = Object.fromEntries(Object.entries(rest).map(([id, place]) => [id.replace("identity:", ""), place]));
    expect([without(a), without(b)]).toContainEqual(standing);
    writeScreens(await page.screenshot(), "chart-merged");
    await page.getByRole("radio", { name: say("frame.seeAs.record") }).click();
    await expect.poll(() => chart.readPlaces(), { timeout: 15_000 }).toEqual(before);
    await page.getByRole("radio", { name: say("frame.seeAs.identity") }).click();
    await expect.poll(() => chart.readPlaces(), { timeout: 15_000 }).toEqual(rest);
    await judge("n");
    await expect.poll(() => chart.readPlaces(), { timeout: 15_000 }).toEqual(before);
    await frame.goToStage("resolve");
  }, 120_000);

  it("shows an identity with its weakest link, opens that pair, and splits a record off", async () => {
    const { page, say } = opened;
    await expect.poll(() => page.getByText(say("resolve.run.stale")).count()).toBe(0);
    await tab("resolve.list.merged").click();
    await page.locator("nav .cw-pair").first().click();
    await expect.poll(() => page.getByText(say("resolve.cluster.isWeakest"), { exact: true }).count()).toBe(2);
    writeScreens(await page.screenshot(), "cluster");
    await page.getByRole("button", { name: say("resolve.cluster.openWeakest") }).click();
    await card()
      .getByRole("button", { name: say("resolve.verdict.apart") })
      .waitFor();
    await page.locator("nav .cw-pair").first().click();
    await page.getByRole("textbox", { name: say("resolve.verdict.reason") }).fill("照片不是同一人");
    await page
      .getByRole("button", { name: say("resolve.cluster.split") })
      .first()
      .click();
    await page.getByText(say("resolve.toast.apart")).last().waitFor();
    expect(bench.complaints).toEqual([]);
  }, 90_000);
});

/** Pictures for people to look at, where a folder is given. */
function writeScreens(picture: Buffer, name: string): void {
  const folder = process.env["CASEWEAVE_PICTURES"];
  if (folder) writeFileSync(join(folder, `resolve-${name}.png`), picture);
}
