// Two units in two browsers: the one sends a series, the other looks at it, decides what contradicts, merges and sends back; a question is asked and answered; what came is taken out again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { rawSql } from "../../electron/engine/store/sqlite/sql.ts";
import type { CallName, Input, Result } from "../../shared/rpc/contract.ts";
import { browserPath } from "../browser.ts";
import { addSource } from "../builders.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { ExchangePage } from "./pages/ExchangePage.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/exchange.test.ts: ${reason}`);

const passphrase = "东渡 2026 协作";
const context = { signal: new AbortController().signal, report: () => {} };

/** One call on a workspace that no window has open. */
async function ask<Name extends CallName>(workspacePath: string, name: Name, params: Input<Name>): Promise<Result<Name>> {
  const engine = await createEngine({ workspacePath });
  try {
    return (await engine.dispatch(name, params, context)) as Result<Name>;
  } finally {
    await engine.close();
  }
}

/** The pair that the demo confirmed, and the account of its first case that most cases share. */
function readPair(path: string): { readonly a: string; readonly b: string; readonly account: string } {
  const db = openWorkspaceFile(path, { readOnly: true });
  const { a, b } = db.get<{ a: string; b: string }>(rawSql("SELECT a, b FROM decision WHERE subject = 'pair' ORDER BY id LIMIT 1"))!;
  const text = `SELECT e.key AS account FROM link l JOIN entity c ON c.id = l.to_id JOIN entity e ON e.id = l.from_id WHERE e.kind = 'account' AND c.kind = 'case' AND c.key = '${a}'
    ORDER BY (SELECT count(*) FROM link m WHERE m.from_id = e.id AND m.kind = 'involved-in') DESC, e.id LIMIT 1`;
  const { account } = db.get<{ account: string }>(rawSql(text))!;
  db.close();
  return { a, b, account };
}

const lossesOf = (path: string, number: string): string[] => {
  const db = openWorkspaceFile(path, { readOnly: true });
  const rows = db.all<{ value: string }>(
    rawSql(`SELECT a.value FROM attribute a JOIN entity e ON e.id = a.entity_id JOIN source s ON s.id = a.source_id AND s.state = 'ready'
      WHERE e.kind = 'case' AND e.key = '${number}' AND a.name = 'case.loss' ORDER BY a.value`),
  );
  db.close();
  return rows.map(({ value }) => value);
};

describe.skipIf(reason !== null)("two units", () => {
  let [ours, theirs]: [Workbench, Workbench] = [undefined as never, undefined as never];
  let [a, b]: [Opened, Opened] = [undefined as never, undefined as never];
  let [sender, receiver]: [ExchangePage, ExchangePage] = [undefined as never, undefined as never];
  let pair: ReturnType<typeof readPair>;
  const fileAt = (name: string) => join(ours.folder, name);

  beforeAll(async () => {
    ours = await createWorkbench(copyDemoWorkspace);
    pair = readPair(ours.workspacePath);
    theirs = await createWorkbench(async (path) => {
      const connection = openWorkspaceFile(path);
      const told = [pair.a, pair.b].map((number) => (sink: Parameters<Parameters<typeof addSource>[2][number]>[0], row: number) => {
        const theCase = sink.entity("case", number, "", row);
        sink.attribute(theCase, "case.loss", "77.00", row);
      });
      addSource(connection, "邻市案件", told);
      connection.close();
      await ask(path, "review.nameUnit", { unit: "邻市反诈中心" });
      await ask(path, "review.recordDecision", { subject: "pair", ...pick(pair), verdict: "reject", reason: "作案手法不同" });
      const nodes = [pair.a, pair.b].map((number, i) => ({ ref: `case:${number}`, x: i * 100, y: 0 }));
      const filter = { hiddenKinds: [], from: null, until: null };
      await ask(path, "chart.saveChart", { id: null, name: "邻市两案", document: { version: 1, nodes, links: [], filter } });
    });
    await ask(ours.workspacePath, "review.nameUnit", { unit: "云津市反诈中心" });
    [a, b] = [await ours.open(), await theirs.open()];
    [sender, receiver] = [new ExchangePage(a), new ExchangePage(b)];
    await sender.unmask();
    await receiver.unmask();
  }, 400_000);
  afterAll(async () => {
    await ours?.close();
    await theirs?.close();
  });

  const pick = ({ a: one, b: other }: { readonly a: string; readonly b: string }) => ({ a: one, b: other });

  it("shows exactly what a series would take along, and saves it encrypted", { timeout: 300_000 }, async () => {
    const { page, say } = a;
    await sender.open("send");
    const which = page.getByRole("combobox", { name: say("exchange.send.which"), exact: true });
    await which.waitFor();
    const series = seriesOf(ours.workspacePath, pair.a);
    await which.selectOption(series);
    await page.getByText(say("exchange.send.isClear"), { exact: true }).waitFor();
    await page.getByText(pair.a, { exact: true }).first().waitFor();
    await sender.passphrase.fill(passphrase);
    await sender.save("exchange.send.export", fileAt("series.cwx"));
    expect(readFileSync(fileAt("series.cwx"), "utf8").startsWith('{"format":"caseweave-exchange"')).toBe(true);
    expect(readFileSync(fileAt("series.cwx")).includes(Buffer.from(pair.a))).toBe(false);
    await sender.open("list");
    await page.getByText(say("exchange.list.went"), { exact: true }).first().waitFor();
  });

  it("refuses a damaged file and a wrong passphrase in a sentence, and changes nothing", { timeout: 300_000 }, async () => {
    const { page, say } = b;
    await receiver.open("receive");
    const whole = readFileSync(fileAt("series.cwx"));
    const cut = Buffer.from(whole);
    cut[whole.length - 100]! ^= 1;
    await receiver.receiveBytes(fileAt("cut.cwx"), cut);
    await page
      .getByText(/交换包已损坏/)
      .first()
      .waitFor();
    await receiver.button("exchange.receive.close").click();
    await receiver.receive(fileAt("series.cwx"));
    await page.getByText(say("exchange.receive.sealed")).waitFor();
    await receiver.enter("不对的口令");
    await page.getByText(say("exchange.passphrase.wrong")).waitFor();
    await receiver.enter(passphrase);
    await page.getByText("云津市反诈中心", { exact: true }).first().waitFor();
  });

  it("shows new, same and conflicting, waits for contradicting judgements to be decided, and merges", { timeout: 300_000 }, async () => {
    const { page, say } = b;
    await receiver.group("conflicts").waitFor();
    await page.getByText(say("exchange.conflict.decision"), { exact: true }).first().waitFor();
    await page.getByText("作案手法不同").first().waitFor();
    await page.getByText(say("exchange.conflict.attribute"), { exact: true }).first().waitFor();
    await expect.poll(() => page.getByRole("button", { name: say("exchange.receive.undecided", { count: 1 }) }).isDisabled()).toBe(true);
    await page.getByRole("radio", { name: say("exchange.choice.theirs"), exact: true }).click();
    await receiver.group("fresh").click();
    await page.getByText(pair.b, { exact: true }).first().waitFor();
    await receiver.button("exchange.receive.merge").click();
    await page
      .getByRole("status")
      .getByText(/已并入 [\d,]+ 行/)
      .waitFor();
    await receiver.open("list");
    await page.getByText("云津市反诈中心", { exact: true }).first().click();
    await page.getByText(say("exchange.list.sourcesNote")).waitFor();
  });

  it("opens the series that came as the other unit's, adopts it with a reason, and takes that back", { timeout: 300_000 }, async () => {
    const { page, say } = b;
    await page
      .getByRole("button", { name: /^打开系列 S-/ })
      .first()
      .click();
    await page.getByRole("heading", { name: /^云津市反诈中心 S-/ }).waitFor();
    const whence = page.getByRole("region", { name: say("exchange.finding.whence") });
    await whence.getByText(/本库有其中 (\d+)／\1 起案件的原始行/).waitFor();
    await page
      .getByRole("navigation", { name: say("group.list.title") })
      .getByText("云津市反诈中心", { exact: true })
      .waitFor();
    await page.getByRole("button", { name: say("exchange.finding.adopt"), exact: true }).click();
    const reason = page.getByRole("textbox", { name: say("group.member.reason") });
    await reason.fill("与我辖区两案同一账户");
    await reason.press("Enter");
    await whence.getByText(/与我辖区两案同一账户/).waitFor();
    await page.getByRole("button", { name: say("exchange.finding.reopen"), exact: true }).click();
    await reason.fill("待补材料");
    await reason.press("Enter");
    await page.getByText(say("exchange.finding.open"), { exact: true }).first().waitFor();
    await expect.poll(() => whence.getByText(/与我辖区两案同一账户/).count()).toBe(0);
  });

  it("comes back from the other unit without being doubled, and then both say the same", { timeout: 300_000 }, async () => {
    const { page, say } = b;
    await receiver.open("send");
    await page.getByRole("combobox", { name: say("exchange.send.what"), exact: true }).selectOption("chart");
    await page.getByText(pair.a, { exact: true }).first().waitFor();
    await receiver.passphrase.fill(passphrase);
    await receiver.save("exchange.send.export", fileAt("back.cwx"));
    await sender.open("receive");
    await sender.receive(fileAt("back.cwx"));
    await sender.enter(passphrase);
    await a.page.getByText("邻市反诈中心", { exact: true }).first().waitFor();
    await expect.poll(() => a.page.getByText(a.say("exchange.conflict.decision"), { exact: true }).count()).toBe(0);
    await sender.button("exchange.receive.merge").click();
    await a.page
      .getByRole("status")
      .getByText(/已并入 [\d,]+ 行/)
      .waitFor();
    await expect.poll(() => lossesOf(ours.workspacePath, pair.a)).toEqual(lossesOf(theirs.workspacePath, pair.a));
    expect(lossesOf(ours.workspacePath, pair.a)).toContain("77.00");
  });

  it("asks about an account in hashes, and gets the answer with its rows", { timeout: 300_000 }, async () => {
    await receiver.open("requests");
    await b.page.getByPlaceholder(b.say("exchange.request.placeholder")).fill(`account:${pair.account}\nphone:19999999999`);
    await b.page.getByLabel(b.say("exchange.request.note")).fill("请核查收款账户");
    await receiver.passphrase.fill(passphrase);
    await receiver.save("exchange.request.export", fileAt("ask.cwx"));
    await sender.open("receive");
    await sender.button("exchange.receive.close").click();
    await sender.receive(fileAt("ask.cwx"));
    await sender.enter(passphrase);
    await a.page
      .getByText(a.say("exchange.answer.found", { known: 1, count: 2 }))
      .first()
      .waitFor();
    await a.page.getByText("请核查收款账户", { exact: true }).first().waitFor();
    await a.page.getByRole("radio", { name: a.say("exchange.detail.rows"), exact: true }).click();
    await sender.save("exchange.answer.export", fileAt("answer.cwx"));
    await receiver.open("receive");
    await receiver.button("exchange.receive.close").click();
    await receiver.receive(fileAt("answer.cwx"));
    await receiver.enter(passphrase);
    await b.page.getByText(pair.account, { exact: true }).first().waitFor();
    await receiver.button("exchange.receive.merge").click();
    await b.page
      .getByRole("status")
      .getByText(/已并入 [\d,]+ 行/)
      .waitFor();
    await receiver.open("requests");
    await b.page.getByText(b.say("exchange.request.yes"), { exact: true }).first().waitFor();
  });

  it("looks at a masked bundle without merging it, and asks about what it recognised", { timeout: 300_000 }, async () => {
    const { page, say } = b;
    await sender.open("send");
    await a.page
      .getByRole("combobox", { name: a.say("exchange.send.which"), exact: true })
      .selectOption(seriesOf(ours.workspacePath, pair.a));
    await a.page.getByLabel(a.say("exchange.send.mask"), { exact: true }).check();
    await a.page.getByText(a.say("exchange.send.maskedMeans"), { exact: true }).waitFor();
    await sender.passphrase.fill(passphrase);
    await sender.save("exchange.send.export", fileAt("masked.cwx"));
    await receiver.open("receive");
    await receiver.button("exchange.receive.close").click();
    await receiver.receive(fileAt("masked.cwx"));
    await receiver.enter(passphrase);
    await page.getByText(say("exchange.masked.title"), { exact: true }).waitFor();
    await page.getByText(say("exchange.masked.note"), { exact: true }).waitFor();
    const recognised = page.locator(".cw-exchange-recognised");
    await recognised.getByText(pair.account, { exact: true }).first().waitFor();
    await receiver.button("exchange.receive.merge").waitFor({ state: "detached" });
    const looked = page.locator(".cw-exchange-looked");
    await looked.getByText(pair.a.slice(-8), { exact: true }).first().waitFor();
    await looked.getByText(pair.account, { exact: true }).first().waitFor();
    await recognised.getByRole("row").filter({ hasText: pair.account }).locator("button[aria-pressed]").click();
    await page.getByRole("button", { name: say("exchange.masked.all"), exact: true }).waitFor();
    await page.getByRole("button", { name: new RegExp(say("exchange.masked.ask", { count: "\\d+" })) }).click();
    await expect
      .poll(() => page.getByPlaceholder(say("exchange.request.placeholder")).inputValue(), { timeout: 30_000 })
      .toContain(`account:${pair.account}`);
  });

  it("takes out whole what came, with a reason", { timeout: 300_000 }, async () => {
    const { page, say } = b;
    await receiver.open("list");
    for (const removed of [1, 2]) {
      await page
        .getByText(say("exchange.list.came"), { exact: true })
        .nth(removed - 1)
        .click();
      await receiver.button("exchange.list.remove").click();
      await page.getByLabel(say("group.member.reason")).fill("对方撤回");
      await page.getByLabel(say("group.member.reason")).press("Enter");
      await expect.poll(() => page.getByText(say("exchange.list.removed"), { exact: true }).count(), { timeout: 30_000 }).toBe(removed);
    }
    await expect.poll(() => lossesOf(theirs.workspacePath, pair.a), { timeout: 30_000 }).toEqual(["77.00"]);
    expect(theirs.complaints).toEqual([]);
    expect(ours.complaints).toEqual([]);
  });
});

/** The series that holds a case, as the last grouping found it. */
function seriesOf(path: string, number: string): string {
  const db = openWorkspaceFile(path, { readOnly: true });
  const text = `SELECT series FROM series_member WHERE "case" = '${number}' AND run_id = (SELECT max(id) FROM group_run)`;
  const { series } = db.get<{ series: string }>(rawSql(text))!;
  db.close();
  return series;
}
