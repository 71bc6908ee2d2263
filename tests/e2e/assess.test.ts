// A clue by telephone, in the browser: searched by Enter, assessed, put on a chart, watched, made a task and a case; and what became of the task.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../electron/engine/store/sqlite/sql.ts";
import { accountNumbers } from "../../electron/engine/store/sqlite/tables/purse.ts";
import { browserPath } from "../browser.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { AssessPage } from "./pages/AssessPage.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/assess.test.ts: ${reason}`);

interface Shared {
  readonly key: string;
  /** By which the account is called: the one behind the card. */
  readonly called: string;
  readonly cases: string;
  readonly series: string;
}

/** An account that stands in several cases of one series, as suspect: what the caller names. */
function findSharedAccount(path: string): Shared {
  const db = openWorkspaceFile(path, { readOnly: true });
  const found = db.get<
    Omit<Shared, "called">
  >(sql`SELECT x.key, group_concat(DISTINCT c.key) AS cases, m.series FROM link l JOIN entity x ON x.id = l.from_id AND x.kind = 'account'
    JOIN entity c ON c.id = l.to_id AND c.kind = 'case' JOIN series_member m ON m."case" = c.key AND m.run_id = (SELECT max(id) FROM group_run)
    WHERE l.kind = 'involved-in' AND l.role = 'suspect' GROUP BY x.key, m.series HAVING count(DISTINCT c.key) BETWEEN 2 AND 4
    AND EXISTS (SELECT 1 FROM transfer t WHERE t.to_id = x.id) ORDER BY count(DISTINCT c.key) DESC, x.key LIMIT 1`)!;
  const [called = found.key] = accountNumbers(db, `account:${found.key}`);
  db.close();
  return { ...found, called };
}

/** A payment to it, as a caller would tell of it: the day and hour, the sum. */
function tellPayment(path: string, account: string): string {
  const db = openWorkspaceFile(path, { readOnly: true });
  const paid = db.get<{ fen: number; at: number }>(sql`SELECT t.amount_fen AS fen, t.at FROM transfer t JOIN entity x ON x.id = t.to_id
    WHERE x.kind = 'account' AND x.key = ${account} AND t.state = 0 AND t.at IS NOT NULL ORDER BY t.id LIMIT 1`)!;
  db.close();
  const local = new Date(paid.at + 8 * 3_600_000);
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日${local.getUTCHours()}时许向账户${account}转了${paid.fen / 100}元`;
}

/** A case with where it happened, as a map would write it. */
function findScene(path: string): { readonly case: string; readonly point: string } {
  const db = openWorkspaceFile(path, { readOnly: true });
  const found = db.get<{ case: string; x: string; y: string }>(sql`SELECT c.key AS "case", x.value AS x, y.value AS y FROM link l
    JOIN entity c ON c.id = l.from_id AND c.kind = 'case' JOIN attribute x ON x.entity_id = l.to_id AND x.name = 'place.longitude'
    JOIN attribute y ON y.entity_id = l.to_id AND y.name = 'place.latitude' WHERE l.kind = 'at-place' ORDER BY l.id DESC LIMIT 1`)!;
  db.close();
  return { case: found.case, point: `${Number(found.x).toFixed(5)}, ${Number(found.y).toFixed(5)}` };
}

describe.skipIf(reason !== null)("a clue by telephone", () => {
  let bench: Workbench;
  let opened: Opened;
  let assess: AssessPage;
  let shared: Shared;
  const unseen = "13987654321";

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
    shared = findSharedAccount(bench.workspacePath);
    opened = await bench.open();
    assess = new AssessPage(opened.page, opened.say);
    await opened.page.getByRole("button", { name: opened.say("frame.mask.on") }).click();
    await opened.page.getByRole("button", { name: opened.say("frame.mask.off") }).waitFor();
  }, 180_000);
  afterAll(() => bench.close());

  it("is what Enter opens where nothing in the list was chosen", async () => {
    const { frame, page, say } = opened;
    await frame.search(shared.key);
    await frame.hits.filter({ hasText: say("frame.search.assessWhy") }).waitFor();
    await page.keyboard.press("Enter");
    await assess.box.waitFor();
    await expect.poll(() => assess.box.inputValue()).toBe(shared.key);
    // What is longer than a search is handed over whole.
    const long = `${"对方自称客服，让我反复转账。".repeat(20)}${shared.key}`;
    await frame.search(long);
    await page.keyboard.press("Enter");
    await expect.poll(() => assess.box.inputValue()).toBe(long);
    // A chosen hit opens as it always did.
    await frame.search(shared.cases.split(",")[0]!);
    await frame.hits.nth(1).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("#/link/");
    await page.goBack();
    await assess.box.waitFor();
  }, 180_000);

  it("opens what the text is as a whole with one more key, and offers nothing where it says more", async () => {
    const { frame, page, say } = opened;
    const number = shared.cases.split(",")[0]!;
    await frame.search(number);
    await frame.hits.filter({ hasText: say("frame.search.assessWhy") }).waitFor();
    await page.keyboard.press("Enter");
    await assess.box.waitFor();
    await expect.poll(() => assess.box.inputValue()).toBe(number);
    const open = page.getByRole("button", { name: say("assess.open.case", { name: number }) });
    await open.waitFor();
    await assess.box.press("Enter");
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain(`#/link/${number}`);
    const { link } = opened;
    await link.caseOf(number).waitFor();
    expect(
      await link
        .caseOf(number)
        .getByRole("region", { name: say("link.case.facts"), exact: true })
        .innerText(),
    ).toContain(say("chart.attribute.caseLoss"));
    await page.goBack();
    await open.waitFor();
    // Edited, Enter is a new line again.
    await assess.box.fill(`${number} 又来电`);
    await open.waitFor({ state: "detached" });
    await assess.box.press("Enter");
    await expect.poll(() => assess.box.inputValue()).toContain("\n");
    await frame.search(shared.series);
    await frame.hits.filter({ hasText: say("frame.search.assessWhy") }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: say("assess.open.series", { name: shared.series }) }).click();
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain(`#/group/${shared.series}`);
  }, 180_000);

  it("shows the cases, the series and the money of what was pasted, each with its rows", async () => {
    const { page, frame, say } = opened;
    // From the series back to the clue.
    await page.goto(`${page.url().split("#")[0]}#/review/assess`);
    await assess.box.waitFor();
    await assess.box.fill(`群众来电：对方要求向账户${shared.key}转账，用${unseen}联系`);
    const cases = assess.part("assess.part.cases");
    for (const number of shared.cases.split(",")) await cases.getByTitle(number).first().waitFor();
    await assess.part("assess.part.series").getByRole("button", { name: shared.series, exact: true }).first().waitFor();
    await assess.part("assess.part.similar").getByRole("button", { name: shared.series, exact: true }).first().waitFor();
    const money = assess.part("assess.part.money");
    await money.locator(".cw-citation").first().click();
    await frame.sourceDrawer.waitFor();
    await page.keyboard.press("Escape");
    await frame.sourceDrawer.waitFor({ state: "detached" });
    await page.getByText(unseen).first().waitFor();
    // How well the clue fits the series stands at it, never its own cohesion.
    await assess.part("assess.part.series").getByText(say("assess.series.match"), { exact: true }).first().waitFor();
  }, 180_000);

  it("finds the payment that a caller tells of by its sum and hour", async () => {
    const { page, say } = opened;
    const before = await assess.box.inputValue();
    await assess.box.fill(tellPayment(bench.workspacePath, shared.key));
    const payments = assess.part("assess.part.payments");
    await payments.getByText(say("assess.payment.own"), { exact: true }).first().waitFor();
    await payments.locator(".cw-citation").first().waitFor();
    for (const kind of ["amount", "moment"] as const) {
      const word = kind === "amount" ? say("frame.identify.kind.amount") : say("frame.identify.kind.moment");
      await page.getByText(word, { exact: true }).first().waitFor();
    }
    await assess.box.fill(before);
    await payments.waitFor({ state: "detached" });
    await assess.part("assess.part.money").waitFor();
  }, 180_000);

  it("is masked with the rest", async () => {
    const { page, say } = opened;
    await page.getByRole("button", { name: say("frame.mask.off") }).click();
    await page.getByRole("button", { name: say("frame.mask.on") }).waitFor();
    const money = assess.part("assess.part.money");
    await money.waitFor();
    await expect.poll(async () => (await money.textContent())?.includes("*")).toBe(true);
    await expect.poll(async () => (await money.textContent())?.includes(shared.called)).toBe(false);
    await page.getByRole("button", { name: say("frame.mask.on") }).click();
    await page.getByRole("button", { name: say("frame.mask.off") }).waitFor();
    await expect.poll(async () => (await money.textContent())?.includes(shared.called)).toBe(true);
  }, 180_000);

  it("is watched, and given to somebody until a day", async () => {
    const { page, say } = opened;
    await assess.action("assess.action.watch").click();
    const dialog = page.getByRole("dialog");
    await expect.poll(() => dialog.getByLabel(say("watch.form.entity")).inputValue()).toContain(shared.key);
    await dialog.getByLabel(say("watch.form.reason")).fill("群众来电");
    await dialog.getByRole("button", { name: say("watch.form.save") }).click();
    await dialog.waitFor({ state: "detached" });
    // The demo watches three things of its own.
    await assess.part("assess.part.watches").getByText("W-4", { exact: true }).waitFor();
    // Given at New Year: nobody gives a task for a day that has passed.
    await page.clock.setFixedTime("2026-01-01T09:00:00+08:00");
    await assess.action("assess.action.task").click();
    await dialog.getByLabel(say("task.field.text")).fill("调取这张卡的流水");
    await dialog.getByLabel(say("task.field.owner")).fill("钱警官");
    await dialog.getByLabel(say("task.field.due")).fill("2026-01-31");
    await dialog.getByRole("button", { name: say("task.form.save") }).click();
    await dialog.waitFor({ state: "detached" });
    await page.clock.setFixedTime(new Date());
    await assess.part("assess.part.tasks").getByText("调取这张卡的流水").waitFor();
  }, 180_000);

  it("becomes a chart of what is ticked, and comes back as it was", async () => {
    const { page } = opened;
    await assess.tick(shared.called).check();
    await page.getByRole("button", { name: opened.say("assess.action.chartTicked", { count: 1 }) }).click();
    await opened.chart.waitUntilDrawn();
    await page.goBack();
    await expect.poll(() => assess.box.inputValue()).toContain(shared.key);
  }, 180_000);

  it("becomes a case by hand, whose text is its source", async () => {
    const { page, say } = opened;
    await assess.action("assess.action.case").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("assess.store.number")).fill("来电001");
    await dialog.getByLabel(say("assess.store.loss")).fill("38600.5");
    await dialog.getByRole("button", { name: say("assess.store.save") }).click();
    await page.getByText(say("assess.toast.stored", { case: "来电001" })).waitFor();
    const db = openWorkspaceFile(bench.workspacePath, { readOnly: true });
    const source = db.get<{ name: string; read: number }>(sql`SELECT name, read FROM source ORDER BY id DESC LIMIT 1`);
    const stored = db.get<{ loss: number }>(sql`SELECT loss_fen AS loss FROM v_case WHERE number = '来电001'`);
    db.close();
    expect(source).toEqual({ name: "手工录入 来电001.csv", read: 1 });
    expect(stored).toEqual({ loss: 3_860_050 });
  }, 180_000);

  it("leads from a point on the map to what happened there, and says what was looked up where nothing is known", async () => {
    const { page, say, frame } = opened;
    const scene = findScene(bench.workspacePath);
    await frame.search(scene.point);
    await frame.hits.filter({ hasText: say("frame.search.assessWhy") }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => assess.box.inputValue(), { timeout: 60_000 }).toBe(scene.point);
    await page.getByText(say("frame.identify.kind.coordinates"), { exact: true }).first().waitFor();
    await assess.part("assess.part.cases").getByTitle(scene.case).first().waitFor();
    await assess.box.fill("查无此人氏");
    await page.getByText(say("assess.found.searched", { keys: 1, names: 1, points: 0 }), { exact: false }).waitFor();
  }, 180_000);

  it("keeps the task in sight until it is done, with a reason, on the overview and on its page", async () => {
    const { page, say, frame } = opened;
    await frame.goTo("overview");
    await page.getByText(say("overview.todo.overdue", { count: 1 })).waitFor();
    await page.getByRole("button", { name: say("overview.todo.overdueVerb") }).click();
    const detail = page.getByRole("region", { name: "T-1", exact: true });
    await detail.getByText(say("task.state.overdue")).waitFor();
    await detail.getByRole("button", { name: say("task.action.done"), exact: true }).click();
    const why = page.getByRole("textbox", { name: say("group.member.reason") });
    await why.fill("流水已导入");
    await why.press("Enter");
    await detail.getByText("流水已导入").waitFor();
    await detail.getByText(say("task.state.done")).first().waitFor();
    expect(bench.complaints).toEqual([]);
  }, 180_000);
});
