// `node scripts/pictures.ts [WORKSPACE [NAME…]]`: the pictures of README and docs, all or those named, in Chromium at 1440 × 900; without a workspace, of a demo made for it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { bookFiles, inventBooks } from "../electron/engine/demo/books.ts";
import { writeDemoFiles } from "../electron/engine/demo/index.ts";
import { type ServedWorkspace, serveWorkspace } from "../electron/web/main.ts";
import { launchBrowser } from "../tests/browser.ts";
import { ensureBuilt } from "./build.ts";
import { encodePalettePng } from "./palettePng.ts";

const pictures = fileURLToPath(new URL("../docs/pictures", import.meta.url));
const commandLine = fileURLToPath(new URL("../electron/cli/main.ts", import.meta.url));
const settleMilliseconds = 2500;
/** A run of a pack over a whole county. */
const patienceMilliseconds = 300_000;
const seed = 1;
/** The series that the demo dresses like the pictures of the design. */
const picturedSeries = /惠享购/;

const runCommand = (...args: string[]) => spawnSync(process.execPath, [commandLine, ...args], { stdio: ["ignore", "ignore", "inherit"] });

/** Workspaces that were served beside the demo. */
const others: ServedWorkspace[] = [];

/** Files on their way in, of another county than the one in the workspace. */
async function showIncoming(page: Page, folder: string): Promise<void> {
  const { files } = await writeDemoFiles(join(folder, "incoming"), { scale: 0.1, seed: seed + 1 });
  await page.keyboard.press("Alt+1");
  await page.getByTestId("file-input").setInputFiles(files.slice(0, 5).map((name) => join(folder, "incoming", name)));
  await page.getByRole("button", { name: /工行_账户明细/ }).click();
}

/** A clue by telephone, about the pictured series; what it leads to is given to somebody, so that the page of tasks has one. */
async function showClue(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("群众来电：被拉进兼职群，让下载“惠享购”APP，先返小额佣金，再要求垫资连单，称信誉分不足");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "相似案件" }).getByRole("listitem").first().waitFor({ timeout: 120_000 });
}

/** A meeting on the pictured series, one decision of it and the head of its minutes. */
async function showMinutes(page: Page): Promise<void> {
  await goTo(page, "#/review/boards");
  await page.getByRole("button", { name: "由系列起草" }).first().click();
  await page.locator(".cw-board-wall").waitFor();
  await page.keyboard.press("F5");
  await page.locator(".cw-stage-wall").waitFor();
  await page.keyboard.press("m");
  const box = page.getByRole("region", { name: "会商记录" });
  await box.getByRole("button", { name: "决定" }).click();
  await box.getByRole("textbox").fill("并案侦查，由刑侦一大队主办");
  await box.getByRole("textbox").press("Enter");
  await box.getByRole("listitem").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await goTo(page, "#/review");
  await page.getByRole("radio", { name: "会商", exact: true }).click();
  await page.getByLabel("哪次会商").selectOption({ index: 1 });
  await page.getByRole("button", { name: "填写会议信息" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("时间").fill("2026-11-27 14:30");
  await dialog.getByLabel("地点").fill("反诈中心三楼会议室");
  await dialog.getByLabel("主持").fill("孙支队长");
  await dialog.getByLabel("记录").fill("钱警官");
  await dialog.getByLabel("参加人员").fill("刑侦一大队、网安大队、各分局反诈专班负责人");
  await dialog.getByRole("button", { name: "记入" }).click();
  await dialog.waitFor({ state: "detached" });
}

/** The briefing of a month with its head written. */
async function showBrief(page: Page): Promise<void> {
  await goTo(page, "#/review/briefs");
  await page.getByRole("radio", { name: "月", exact: true }).click();
  for (const [name, text] of [
    ["题头提示，可不填", "内部资料 注意保管"],
    ["期号", "〔2026〕11号"],
    ["本单位名称", "云津市反诈中心"],
    ["编稿", "钱警官"],
    ["审签", "孙支队长"],
  ] as const) {
    const field = page.getByLabel(name, { exact: true });
    await field.fill(text);
    await field.blur();
    await page.getByText("正在重新生成").waitFor({ state: "detached" });
  }
  await page
    .getByText(/本期接报案件 \d+ 起/)
    .first()
    .click();
}

async function showTask(page: Page): Promise<void> {
  await page.getByRole("button", { name: "新增任务" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("做什么").fill("走访报案人，调取“惠享购”客服的聊天记录");
  await dialog.getByLabel("由谁办理").fill("钱警官");
  await dialog.getByLabel("期限").fill("2026-11-24");
  await dialog.getByRole("button", { name: "记下" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("radio", { name: "任务", exact: true }).click();
  await page.getByRole("row").filter({ hasText: "T-1" }).click();
}

/** As if the address had been typed. */
const goTo = (page: Page, hash: string) =>
  page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, hash);

async function showAddresses(page: Page): Promise<void> {
  await page.keyboard.press("Alt+2");
  await page.getByRole("radio", { name: "标准地址", exact: true }).click();
  // They are matched by themselves after an import; only a workspace of before has to be asked.
  const [start, card] = [page.getByRole("button", { name: "开始匹配" }), page.locator("article[data-address]")];
  await start.or(card).first().waitFor();
  if (await start.isVisible()) await start.click();
  await card.waitFor();
}

/** Two who sat side by side on four evenings, as the café tells them. */
async function showStays(page: Page): Promise<void> {
  await page.keyboard.press("Alt+5");
  await page.getByRole("radio", { name: "住宿上网", exact: true }).click();
  await page.getByRole("searchbox").fill("星空网吧");
  await page.getByRole("button", { name: /星空网吧/ }).click();
  await page.locator(".cw-stay-signs").first().waitFor();
}

/** Two banks' statements of the same payments, matched, in a workspace of their own. */
async function showPayments(page: Page, folder: string): Promise<void> {
  const workspace = join(folder, "books.caseweave");
  for (const { name, bytes } of bookFiles(inventBooks(seed, { payments: 150, days: 40 }))) {
    writeFileSync(join(folder, name), bytes);
    runCommand("import", workspace, join(folder, name));
  }
  others.push(await serveWorkspace({ workspacePath: workspace, open: false, print: () => {} }));
  await page.goto(others.at(-1)!.address);
  await page.getByRole("contentinfo").waitFor();
  await goTo(page, "#/resolve/payment");
  await page.getByRole("button", { name: "开始对账" }).click();
  await page.locator("article[data-payment]").waitFor();
  await page.locator(".cw-payment-line").nth(8).click();
}

/** Where the money of a series went, and the first line of the stop list with whose it is. */
async function showLists(page: Page): Promise<void> {
  await page.keyboard.press("Alt+4");
  await page.getByRole("button", { name: picturedSeries }).first().click();
  await page.getByRole("button", { name: "追踪资金" }).click();
  await page.locator(".cw-list-rows summary").first().click();
}

/** A shipped pack after its test and a run. */
async function showPack(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = "#/review/packs/rebate-series";
  });
  await page.getByRole("button", { name: "运行自测" }).click();
  await page.getByText("自测 2/2").first().waitFor();
  await page.getByRole("button", { name: "运行", exact: true }).click();
  await page.getByRole("button", { name: "运行中…" }).waitFor();
  await page.getByRole("button", { name: "运行", exact: true }).waitFor();
  await page.locator(".cw-table-row").first().click();
}

/** Picture → how to get there from the picture before. */
const scenes: readonly (readonly [name: string, go: (page: Page, folder: string) => Promise<unknown>])[] = [
  ["overview", async () => {}],
  ["import", showIncoming],
  ["link", (page) => page.keyboard.press("Alt+3")],
  [
    "group",
    async (page) => {
      await page.keyboard.press("Alt+4");
      await page.getByRole("button", { name: picturedSeries }).first().click();
    },
  ],
  ["chart", (page) => page.getByRole("button", { name: "开图" }).click()],
  ["assess", showClue],
  ["task", showTask],
  ["addresses", showAddresses],
  ["stays", showStays],
  [
    "watch",
    async (page) => {
      await goTo(page, "#/review/watch");
      await page.getByRole("row").nth(1).click();
    },
  ],
  [
    "exchange",
    async (page) => {
      await goTo(page, "#/review/exchange/send");
      await page.locator(".cw-exchange-figures").waitFor();
    },
  ],
  [
    "statistics",
    async (page) => {
      await goTo(page, "#/review/statistics");
      await page.locator(".cw-statistics-months button").nth(2).click();
      await page.locator(".cw-statistics-heat .cw-statistics-cell").first().click();
      await page.locator(".cw-statistics-cases li").first().waitFor();
    },
  ],
  [
    "statisticsMap",
    async (page) => {
      await goTo(page, "#/review/statistics");
      await page.locator(".cw-statistics-months button").nth(5).click();
      await page.getByRole("radio", { name: "地图", exact: true }).click();
      await page.getByRole("radio", { name: "年化每 10 万人", exact: true }).click();
      await page.getByRole("region", { name: "图例", exact: true }).waitFor();
    },
  ],
  ["brief", showBrief],
  ["minutes", showMinutes],
  ["packs", showPack],
  ["lists", showLists],
  ["payments", showPayments],
];

/** `painter` is a window beside it that reads the pixels of a picture. */
async function takeSmall(page: Page, painter: Page): Promise<Buffer> {
  const whole = (await page.screenshot()).toString("base64");
  const { width, height, rows } = await painter.evaluate(async (picture) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true })!;
    pen.drawImage(image, 0, 0);
    const rowOf = (_: unknown, y: number) => String.fromCharCode(...pen.getImageData(0, y, image.width, 1).data);
    return { width: image.width, height: image.height, rows: Array.from({ length: image.height }, rowOf) };
  }, whole);
  return encodePalettePng(Buffer.from(rows.join(""), "latin1"), width, height);
}

const folder = mkdtempSync(join(tmpdir(), "caseweave-pictures-"));
const workspacePath = process.argv[2] ?? join(folder, "demo.caseweave");
if (process.argv[2] === undefined) {
  runCommand("demo", workspacePath, "--seed", String(seed));
  runCommand("watch", "add", workspacePath, "--rule", "fan-in", "--reason", "日常布控");
  runCommand("watch", "check", workspacePath);
}
mkdirSync(pictures, { recursive: true });
await ensureBuilt("renderer");
const served = await serveWorkspace({ workspacePath, open: false, print: () => {} });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
const painter = await browser.newPage();
page.setDefaultTimeout(patienceMilliseconds);
await page.goto(served.address);
const wanted = process.argv.slice(3);
for (const [name, go] of scenes) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await page.waitForTimeout(settleMilliseconds);
  await go(page, folder);
  await page.waitForTimeout(settleMilliseconds);
  writeFileSync(join(pictures, `${name}.png`), await takeSmall(page, painter));
}
await browser.close();
for (const one of [served, ...others]) await one.close();
rmSync(folder, { recursive: true, force: true });
