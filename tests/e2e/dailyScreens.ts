// Screens of the daily work: alerts and watches, packs, the exchange with other units, the meeting's boards, stage and papers, a server that nobody vouches for.
import { readFileSync } from "node:fs";
import { type EncryptedServer, startEncryptedServer } from "./encryptedServer.ts";
import { ExchangePage } from "./pages/ExchangePage.ts";
import { GraphServerPage } from "./pages/GraphServerPage.ts";
import { StagePage } from "./pages/StagePage.ts";
import { goToAddress, pressEscape, type Screen, screen } from "./screen.ts";
import type { Opened } from "./workbench.ts";

/** A run over the whole demo, on a slow machine. */
const patience = { timeout: 120_000 };
const passphrase = "东渡 2026 协作";

/** A shipped pack that runs in seconds, in both languages. */
const quickPack = "快进快出账户|Fast-in-fast-out accounts";

const press = ({ page, say }: Opened, key: string) =>
  page
    .getByRole("button", { name: say(key), exact: true })
    .first()
    .click();

async function openPack({ page, say, frame }: Opened): Promise<void> {
  await frame.goToStage("review");
  await page.getByRole("radio", { name: say("review.group.together") }).click();
  await page.getByRole("radio", { name: say("pack.title"), exact: true }).click();
  await page.getByRole("button", { name: new RegExp(quickPack) }).click();
  await page.getByRole("button", { name: say("pack.desk.run"), exact: true }).waitFor();
}

/** Hands the file that a button saves to the page of what other units sent. */
async function passOn(opened: Opened, key: string): Promise<void> {
  const { page, say } = opened;
  const exchange = new ExchangePage(opened);
  await exchange.passphrase.fill(passphrase);
  const [download] = await Promise.all([page.waitForEvent("download"), exchange.button(key).click()]);
  const buffer = readFileSync(await download.path());
  await exchange.open("receive");
  const close = exchange.button("exchange.receive.close");
  const title = page.getByRole("heading", { name: say("exchange.receive.title") });
  await close.or(title).first().waitFor();
  if (await close.isVisible()) await close.click();
  await page.getByTestId("bundle-input").setInputFiles({ name: "came.cwx", mimeType: "application/octet-stream", buffer });
  await exchange.enter(passphrase);
}

const watchScreens: readonly Screen[] = [
  screen("review, alerts and the rows of one", async ({ page, say, frame }) => {
    await frame.goToStage("review");
    await page.getByRole("radio", { name: say("review.group.today"), exact: true }).click();
    await page.getByRole("radio", { name: say("watch.title"), exact: true }).click();
    await page
      .getByRole("radiogroup", { name: say("watch.tab.label") })
      .getByRole("radio", { name: say("watch.tab.alerts") })
      .click();
    await page
      .getByRole("grid", { name: say("watch.list.title"), exact: true })
      .locator(".cw-table-row")
      .first()
      .click();
    await page
      .getByRole("grid", { name: say("watch.facts.title"), exact: true })
      .locator(".cw-table-row")
      .first()
      .waitFor();
  }),
  screen("review, what is watched", async ({ page, say }) => {
    await page
      .getByRole("radiogroup", { name: say("watch.tab.label") })
      .getByRole("radio", { name: say("watch.tab.watches") })
      .click();
    await page
      .getByRole("grid", { name: say("watch.watches.title"), exact: true })
      .locator(".cw-table-row")
      .first()
      .waitFor();
  }),
  screen(
    "review, the form of a watch",
    async (opened) => {
      await press(opened, "watch.action.add");
      const dialog = opened.page.getByRole("dialog");
      await dialog.getByLabel(opened.say("watch.form.kind")).selectOption("rule");
      await dialog.getByLabel(opened.say("watch.form.reason")).fill("涉案收款账户");
    },
    pressEscape,
  ),
];

const packScreens: readonly Screen[] = [
  screen("review, method packs", openPack),
  screen("review, what a pack found", async (opened) => {
    const { page, say } = opened;
    await press(opened, "pack.desk.run");
    await page.locator(".cw-pack-differences").waitFor(patience);
    await page.getByRole("button", { name: say("pack.desk.run"), exact: true }).waitFor(patience);
    await page
      .getByRole("grid", { name: say("pack.result.lists") })
      .locator(".cw-table-row")
      .first()
      .click();
    await page.getByRole("region", { name: say("pack.rows.title") }).waitFor();
  }),
  screen("review, how a pack works", async ({ page, say }) => {
    await page.getByRole("radio", { name: say("pack.how.tab") }).click();
  }),
  screen(
    "review, steps that become a pack",
    async (opened) => {
      await press(opened, "pack.tools.record");
      await opened.page
        .getByRole("dialog", { name: opened.say("pack.record.head") })
        .getByRole("row")
        .nth(1)
        .waitFor();
    },
    pressEscape,
  ),
];

const exchangeScreens: readonly Screen[] = [
  screen("review, what would be sent", async (opened) => {
    await new ExchangePage(opened).open("send");
    await opened.page.locator(".cw-exchange-sheet").first().waitFor(patience);
  }),
  screen("review, a masked bundle that came", async (opened) => {
    await passOn(opened, "exchange.send.export");
    await opened.page.getByText(opened.say("exchange.masked.title"), { exact: true }).waitFor(patience);
  }),
  screen("review, a bundle in clear that came", async (opened) => {
    const { page, say } = opened;
    const exchange = new ExchangePage(opened);
    await exchange.open("send");
    await exchange.unmask();
    await page.getByText(say("exchange.send.isClear"), { exact: true }).waitFor(patience);
    await passOn(opened, "exchange.send.export");
    await exchange.group("same").waitFor(patience);
    await page.getByRole("button", { name: say("frame.mask.off") }).click();
    await page.getByRole("button", { name: say("frame.mask.on") }).waitFor();
    await exchange.group("same").click();
  }),
  screen("review, a request to be answered", async (opened) => {
    const { page, say } = opened;
    await new ExchangePage(opened).open("requests");
    await page.getByPlaceholder(say("exchange.request.placeholder")).fill("netid:鑫品商城\nphone:13800138000");
    await page.getByLabel(say("exchange.request.note")).fill("请核查收款账户");
    await passOn(opened, "exchange.request.export");
    await page.getByRole("radio", { name: say("exchange.detail.rows"), exact: true }).click(patience);
  }),
  screen("review, requests and their answers", async (opened) => {
    await new ExchangePage(opened).open("requests");
    await opened.page.locator(".cw-exchange-sheet").first().waitFor();
  }),
  screen("review, bundles that came and went", async (opened) => {
    await new ExchangePage(opened).open("list");
    await opened.page.getByRole("grid").locator(".cw-table-row").first().waitFor();
  }),
];

const meetingScreens: readonly Screen[] = [
  screen("review, a storyboard", async (opened) => {
    await goToAddress(opened, "#/review/boards");
    await press(opened, "review.board.draft");
    await opened.page.locator(".cw-board-card").nth(3).waitFor(patience);
  }),
  screen(
    "review, the stage",
    async (opened) => {
      await opened.page.locator(".cw-board-wall").waitFor();
      await opened.page.keyboard.press("F5");
      const stage = new StagePage(opened.page, opened.say);
      await stage.waitUntilDrawn();
      await stage.press("ArrowRight");
      await stage.switches.first().waitFor();
    },
    async (opened) => {
      await pressEscape(opened);
      await opened.page.getByRole("toolbar", { name: opened.say("review.board.bar") }).waitFor();
    },
  ),
  screen("review, reports", async (opened) => {
    await goToAddress(opened, "#/review/reports");
    await opened.page
      .getByRole("button", { name: opened.say("review.report.begin") })
      .first()
      .waitFor();
  }),
  screen("review, a merge opinion", async (opened) => {
    await press(opened, "review.report.begin");
    await opened.page.locator(".cw-report-points .cw-report-sentence").first().click(patience);
    await opened.page.locator(".cw-report-citations .cw-citation").first().waitFor();
  }),
  screen(
    "review, the head of minutes",
    async ({ page, say, frame }) => {
      await frame.goToStage("review");
      await page.getByRole("radio", { name: say("review.group.meeting"), exact: true }).click();
      await page.getByLabel(say("review.meeting.choose")).selectOption({ index: 1 });
      await page.getByRole("button", { name: say("review.meeting.fill") }).click();
      await page.getByRole("dialog").waitFor();
    },
    async (opened) => {
      await pressEscape(opened);
      await opened.page.getByRole("dialog").waitFor({ state: "detached" });
    },
  ),
  screen("review, what was known on a day", async (opened) => {
    await goToAddress(opened, "#/review/as-of");
    await opened.page.getByRole("radio", { name: opened.say("review.tab.asOf"), checked: true }).waitFor();
  }),
  screen("review, a briefing", async ({ page, say, frame }) => {
    await frame.goToStage("review");
    await page.getByRole("radio", { name: say("review.group.analysis"), exact: true }).click();
    await page.getByRole("radio", { name: say("brief.title.name"), exact: true }).click();
    await page.getByRole("radio", { name: say("brief.page.month"), exact: true }).click();
    await page.locator(".cw-report-sentence").first().click(patience);
    await page.locator(".cw-report-citations").waitFor();
  }),
];

let server: EncryptedServer | null = null;

const settingScreens: readonly Screen[] = [
  screen(
    "settings, a server that nobody vouches for",
    async (opened) => {
      server = await startEncryptedServer();
      const dialog = new GraphServerPage(opened);
      await dialog.test(server.uri, "neo4j");
      await dialog.trust.waitFor();
    },
    async (opened) => {
      await pressEscape(opened);
      await opened.page.getByRole("dialog").waitFor({ state: "detached" });
      await server?.close();
    },
  ),
];

export const dailyScreens: readonly Screen[] = [...watchScreens, ...packScreens, ...exchangeScreens, ...meetingScreens, ...settingScreens];
