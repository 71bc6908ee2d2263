// Every screen of a worked-in workspace: what the checks of accessibility and layout walk through.
import { dailyScreens } from "./dailyScreens.ts";
import { headed, pressEscape, type Screen, screen } from "./screen.ts";
import type { Opened } from "./workbench.ts";

/** The money of the first series whose victims' transfers are known: burglaries have none. */
async function openMoney({ frame, group, trace }: Opened): Promise<void> {
  for (let place = 0; place < 12; place++) {
    await frame.goToStage("group");
    await group.series.nth(place).click();
    await trace.open.click();
    await trace.bar.or(trace.refusal).first().waitFor();
    if (!(await trace.bar.isVisible())) continue;
    await trace.list.getByRole("listitem").first().waitFor();
    return trace.boxes.nth(1).click();
  }
  throw new Error("no series of the demo moved money");
}

/** Screens of a workspace that was worked in. */
export const fullScreens: readonly Screen[] = [
  screen("overview", async ({ frame, overview }) => {
    await frame.goTo("overview");
    await overview.todo.waitFor();
  }),
  screen("import, a source", async ({ frame, imports }) => {
    await frame.goToStage("import");
    await imports.sources.nth(1).click();
  }),
  headed("resolve", ({ frame }) => frame.goToStage("resolve")),
  screen("resolve, two banks' books", async ({ frame, page, say }) => {
    await frame.goToStage("resolve");
    await page.getByRole("radio", { name: say("resolve.payment.tab"), exact: true }).click();
    const start = page.getByRole("button", { name: say("resolve.payment.start") });
    const piles = page.getByRole("radio", { name: new RegExp(`^${say("resolve.payment.pile.review")} [\\d,]+$`) });
    await start.or(piles).first().waitFor();
    if (await start.isVisible()) await start.click();
    await piles.click();
    await page
      .locator("article[data-payment]")
      .or(page.getByText(say("resolve.payment.none")))
      .first()
      .waitFor();
  }),
  screen("link", async ({ frame, link }) => {
    await frame.goToStage("link");
    await link.evidence.waitFor();
  }),
  screen(
    "link, source rows",
    async ({ frame, link }) => {
      await link.showSources();
      await link.sourceRows.first().click();
      await frame.sourceDrawer.getByRole("grid").waitFor();
    },
    async (opened) => {
      await pressEscape(opened);
      await opened.frame.sourceDrawer.waitFor({ state: "detached" });
      if (await opened.page.getByRole("dialog").isVisible()) await pressEscape(opened);
    },
  ),
  screen(
    "link, similar cases",
    async ({ link, page }) => {
      await link.similar.click();
      await page.getByRole("dialog").waitFor();
    },
    pressEscape,
  ),
  screen("link, one case", async ({ link, page }) => {
    const number = await link.openCase();
    await link.caseOf(number).waitFor();
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  }),
  screen("link, weights and quality", async ({ frame, link, page }) => {
    await frame.goToStage("link");
    await link.weights.click();
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  }),
  screen("group", async ({ frame, group }) => {
    await frame.goToStage("group");
    await group.members.waitFor();
  }),
  screen(
    "group, two series compared",
    async ({ group, page }) => {
      await group.compare.click();
      await page.getByRole("dialog").getByRole("combobox").waitFor();
    },
    pressEscape,
  ),
  screen("group, rings", async ({ frame, group }) => {
    await frame.goToStage("group");
    await group.tab("rings").click();
    await group.ringMembers.waitFor();
    await group.grounds.first().click();
  }),
  screen("group, sellers", async ({ frame, group }) => {
    await frame.goToStage("group");
    await group.tab("sellers").click();
    await group.sellers.waitFor();
  }),
  screen("resolve, standard addresses", async ({ frame, page, say }) => {
    await frame.goToStage("resolve");
    await page.getByRole("radio", { name: say("resolve.address.tab"), exact: true }).click();
    const [run, card] = [
      page.getByRole("button", { name: say("resolve.address.run"), exact: true }),
      page.locator("article[data-address]"),
    ];
    await run.or(card).first().waitFor();
    if (await run.isVisible()) await run.click();
    await card.waitFor();
  }),
  screen("resolve, who is at an address", async ({ page, say }) => {
    await page.getByRole("radio", { name: new RegExp(`^${say("resolve.address.pile.sure")} `) }).click();
    await page.locator("article[data-address] .cw-address-open").click();
    await page.locator(".cw-address-facts").waitFor();
  }),
  screen("resolve, the standard address nearest to a point", async ({ page, say }) => {
    await page.getByRole("button", { name: say("resolve.address.desk"), exact: true }).click();
    await page.getByRole("button", { name: say("resolve.address.near.title"), exact: true }).click();
    await page.getByRole("textbox", { name: say("resolve.address.near.typed"), exact: true }).fill("112.2288,29.0974");
    await page.getByLabel(say("resolve.address.near.within"), { exact: true }).selectOption("10000");
    const name = say("resolve.address.near.title");
    await page.getByRole("grid", { name, exact: true }).locator(".cw-table-row").first().waitFor();
  }),
  headed("trace", ({ frame }) => frame.goToStage("trace")),
  screen("trace, money", openMoney),
  screen("trace, numbers", async ({ frame, trace }) => {
    await frame.goToStage("trace");
    await trace.choose("calls");
    await trace.rows("trace.calls.numbers").first().waitFor();
  }),
  screen("trace, one number and its calls", async ({ trace }) => {
    await trace.rows("trace.calls.numbers").first().dblclick();
    await trace.rows("trace.calls.contacts").first().click();
    await trace.citations("trace.calls.rows").first().waitFor();
  }),
  screen("trace, number change", async ({ trace }) => {
    await trace.choose("changes");
    await trace.likeness.selectOption("0");
    await trace.rows("trace.change.list").first().waitFor();
  }),
  screen("trace, meetings", async ({ trace, page }) => {
    await trace.choose("meet");
    await trace.rows("trace.meet.list").first().click();
    await page.getByText(trace.words("trace.meet.rows")).first().click();
    await trace.citations("trace.meet.episodes").first().waitFor();
  }),
  screen("trace, who travelled together", async ({ trace }) => {
    await trace.sightings("followers").click();
    await trace.rows("trace.follow.list").first().waitFor();
  }),
  screen("trace, days out of habit", async ({ trace }) => {
    await trace.sightings("unusual").click();
    await trace.rows("trace.unusual.list").first().waitFor();
  }),
  screen("trace, stays", async ({ trace }) => {
    await trace.choose("stays");
    await trace.stayPlaces.first().waitFor();
  }),
  screen("trace, who was at a place with whom", async ({ trace }) => {
    await trace.stayPlaces.first().click();
    await trace.rows("trace.stays.together").first().click();
  }),
  screen("trace, collision", async ({ trace }) => {
    await trace.choose("collide");
    await trace.offered(0).click();
    await trace.offered(0).click();
    await trace.found.waitFor();
  }),
  screen("trace, map", async ({ trace }) => {
    await trace.choose("map");
    await trace.rows("trace.map.order").first().click();
    await trace.heat.click();
  }),
  headed("review", ({ frame }) => frame.goToStage("review")),
  screen("review, a clue", async ({ frame, page, say }) => {
    await frame.search("群众来电：被拉进兼职群，先返三单小额佣金，再要求垫资，13800138000");
    await page.keyboard.press("Enter");
    const similar = page.getByRole("region", { name: say("assess.part.similar"), exact: true });
    await similar.getByRole("listitem").first().waitFor();
  }),
  screen("review, tasks", async ({ page, say }) => {
    await page.getByRole("radio", { name: say("task.title"), exact: true }).click();
    await page.getByText(say("task.empty.title")).waitFor();
  }),
  screen("review, statistics with the cases of a cell", async ({ page, say }) => {
    await page.getByRole("radio", { name: say("review.group.analysis"), exact: true }).click();
    await page.getByRole("radio", { name: say("statistics.title"), exact: true }).click();
    await page.locator(".cw-statistics-heat .cw-statistics-cell").first().click();
    await page.locator(".cw-statistics-cases > li").first().waitFor();
  }),
  screen("review, places and their people", async ({ page, say }) => {
    await page.getByLabel(say("statistics.page.columns"), { exact: true }).selectOption("");
    await page.getByLabel(say("statistics.page.rows"), { exact: true }).selectOption("place");
    await page.getByRole("columnheader", { name: say("statistics.column.rate"), exact: true }).waitFor();
  }),
  screen("review, calendar", async ({ page, say }) => {
    await page.getByRole("radio", { name: say("statistics.look.calendar"), exact: true }).click();
    await page.locator(".cw-calendar-day").first().waitFor();
  }),
  screen("review, course of the figures", async ({ page, say }) => {
    await page.getByRole("radio", { name: say("statistics.look.trend"), exact: true }).click();
    await page.getByRole("img", { name: say("statistics.look.trend") }).waitFor();
  }),
  screen("review, map of districts", async ({ page, say }) => {
    await page.getByRole("radio", { name: say("statistics.look.map"), exact: true }).click();
    await page.getByRole("region", { name: say("statistics.map.legend"), exact: true }).waitFor();
  }),
  screen("chart", async ({ chart, frame }) => {
    await frame.goToStage("chart");
    await chart.openKept("研判一");
    await chart.waitUntilDrawn();
  }),
  screen("chart, an entity", async ({ chart }) => {
    await chart.select("account:");
    await chart.openExpand();
  }),
  headed("audit", ({ frame }) => frame.goTo("audit")),
  headed("settings", ({ frame }) => frame.goTo("settings")),
  screen(
    "search",
    async ({ frame }) => {
      await frame.search("yunjin");
      await frame.hits.nth(1).waitFor();
    },
    async ({ frame }) => frame.closeSearch(),
  ),
  screen(
    "job tray",
    async ({ frame }) => {
      await frame.jobsButton.click();
      await frame.jobTray.waitFor();
    },
    async ({ frame }) => frame.jobsButton.click(),
  ),
  screen(
    "help",
    async ({ frame, page }) => {
      await page.getByRole("main").click({ position: { x: 4, y: 4 } });
      await page.keyboard.press("Shift+?");
      await frame.helpSheet.waitFor();
    },
    pressEscape,
  ),
  ...dailyScreens,
];
