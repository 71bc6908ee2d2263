// Friday, the meeting: a storyboard drafted from a series, shown on the wall at 1920 × 1080, masked from the first frame, with what-if, laser, pen and minutes.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { findPersonal, readPersonal } from "../personalData.ts";
import { copyDemoWorkspace } from "./demoWorkspace.ts";
import { StagePage } from "./pages/StagePage.ts";
import { goToAddress } from "./screen.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/meeting.test.ts: ${reason}`);

/** Size and contrast of every text on the wall, as the browser computes them. */
const readTexts = ({ page }: Opened) =>
  page.evaluate(() => {
    const wall = document.querySelector(".cw-stage-wall")!;
    const rgb = (colour: string) => colour.match(/[\d.]+/g)!.map(Number);
    const light = ([r = 0, g = 0, b = 0]: readonly number[]) => {
      const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
    };
    const groundOf = (element: Element): readonly number[] => {
      const panel = element.closest("[data-scene-panel]")?.querySelector("rect") ?? null;
      if (panel !== null) return rgb(getComputedStyle(panel).fill);
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const colour = rgb(getComputedStyle(at).backgroundColor);
        if (colour[3] !== 0) return colour;
      }
      return [255, 255, 255];
    };
    const leaves = [...wall.querySelectorAll("*")].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ""),
    );
    return leaves.map((element) => {
      const style = getComputedStyle(element);
      const ink = light(rgb(element instanceof SVGElement ? style.fill : style.color));
      const ground = light(groundOf(element));
      const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      const role = element.closest(".cw-stage-caption, .cw-stage-line")
        ? "caption"
        : element.closest(".cw-scene-label")
          ? "label"
          : "other";
      return {
        role,
        size: Number.parseFloat(style.fontSize),
        contrast: Math.round(contrast * 10) / 10,
        text: element.textContent!.slice(0, 20),
      };
    });
  });

describe.skipIf(reason !== null)("the meeting", () => {
  let bench: Workbench;
  let opened: Opened;
  let stage: StagePage;

  beforeAll(async () => {
    bench = await createWorkbench(copyDemoWorkspace);
  }, 120_000);
  afterAll(() => bench.close());

  /** Opens the stage on a scene, by one key of the desk. */
  async function openStage(): Promise<void> {
    opened = await bench.open({ width: 1920, height: 1080 });
    stage = new StagePage(opened.page, opened.say);
    await goToAddress(opened, "#/review/board:B-1");
    await opened.page.getByRole("toolbar", { name: opened.say("review.board.bar") }).waitFor();
    await opened.page.locator(".cw-board-wall").waitFor();
    await opened.page.keyboard.press("F5");
    await stage.waitUntilDrawn();
  }

  it("is drafted from a series in one click, arranged, taken back and done again", async () => {
    opened = await bench.open();
    const { page, say } = opened;
    await goToAddress(opened, "#/review/boards");
    await page.getByRole("button", { name: say("review.board.draft") }).click();
    const cards = page.locator(".cw-board-card");
    await cards.first().waitFor();
    const before = await cards.allTextContents();
    expect(before.length).toBeGreaterThanOrEqual(4);
    await cards
      .first()
      .getByRole("button", { name: say("review.scene.duplicate") })
      .click();
    await expect.poll(() => cards.count()).toBe(before.length + 1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => cards.count()).toBe(before.length);
    await page.getByRole("textbox", { name: say("review.scene.notes") }).fill("先说系列，再说号码");
    await page.getByRole("textbox", { name: say("review.scene.caption") }).click();
    await page.getByRole("button", { name: say("chart.undo.named", { step: say("review.step.write") }) }).waitFor();
  }, 60_000);

  it("shows nobody, not even in the first frame, although the session is open", async () => {
    const personal = readPersonal(bench.workspacePath);
    opened = await bench.open({ width: 1920, height: 1080 });
    const { page } = opened;
    await page.getByRole("button", { name: opened.say("frame.mask.on") }).click();
    await page.getByRole("button", { name: opened.say("frame.mask.off") }).waitFor();
    // Every state that the stage is ever in, from the very first.
    await page.evaluate(() => {
      const seen = new Set<string>();
      (globalThis as unknown as { seen: Set<string> }).seen = seen;
      new MutationObserver(() => {
        const wall = document.querySelector(".cw-stage");
        if (wall !== null)
          seen.add(
            `${wall.textContent}${[...wall.querySelectorAll("[aria-label]")].map((one) => one.getAttribute("aria-label")).join(" ")}`,
          );
      }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    });
    await goToAddress(opened, "#/review/stage:B-1@0");
    stage = new StagePage(page, opened.say);
    await stage.waitUntilDrawn();
    for (const key of ["ArrowRight", "ArrowRight", "1", "ArrowRight"]) await stage.press(key);
    const states = await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);
    expect(states.length).toBeGreaterThan(3);
    expect(findPersonal(states.join("\n"), personal)).toEqual([]);
  }, 60_000);

  it("is legible from ten metres: labels from 28 px, captions from 36, contrast from 7, in a lit and in a dark room", async () => {
    await openStage();
    for (const key of ["ArrowRight", "d"]) {
      await stage.press(key);
      const texts = await readTexts(opened);
      expect(texts.filter(({ role }) => role === "label").length).toBeGreaterThan(2);
      const small = texts.filter(({ role, size }) => size < { caption: 36, label: 28, other: 24 }[role as "caption"]);
      expect(small).toEqual([]);
      expect(texts.filter(({ contrast }) => contrast < 7)).toEqual([]);
    }
  }, 60_000);

  it("moves the camera from scene to scene and displaces nothing", async () => {
    await openStage();
    const first = await stage.readPlaces();
    await stage.press("ArrowRight");
    const second = await stage.readPlaces();
    const shared = Object.keys(second).filter((name) => name !== "" && name in first);
    expect(shared.length).toBeGreaterThan(2);
    const [a, b] = [shared[0]!, shared.at(-1)!];
    const scale =
      Math.hypot(second[a]![0] - second[b]![0], second[a]![1] - second[b]![1]) /
      Math.hypot(first[a]![0] - first[b]![0], first[a]![1] - first[b]![1]);
    for (const name of shared) {
      expect(Math.abs(second[name]![0] - second[a]![0] - (first[name]![0] - first[a]![0]) * scale)).toBeLessThan(4);
      expect(Math.abs(second[name]![1] - second[a]![1] - (first[name]![1] - first[a]![1]) * scale)).toBeLessThan(4);
    }
  }, 60_000);

  it("answers 'and without that phone?' on the scene, and puts it on again", async () => {
    await openStage();
    await stage.press("ArrowRight");
    const caption = await stage.caption.textContent();
    const whole = await stage.figure.textContent();
    const places = await stage.readPlaces();
    await stage.press("1");
    await expect.poll(() => stage.switches.first().getAttribute("aria-checked")).toBe("false");
    await stage.wall.getByText(opened.say("review.stage.onlyHere")).waitFor();
    await expect.poll(() => stage.caption.textContent()).toBe(caption);
    expect(await stage.readPlaces()).toEqual(places);
    await stage.press("1");
    await expect.poll(() => stage.figure.textContent()).toBe(whole);
    await stage.press("2");
    await stage.press("ArrowRight");
    await stage.press("ArrowLeft");
    expect(await stage.switches.evaluateAll((all) => all.map((one) => one.getAttribute("aria-checked")))).toEqual(
      Array.from({ length: await stage.switches.count() }, () => "true"),
    );
  }, 90_000);

  it("has a laser and a pen that leave nothing behind, minutes that stay, and gives the desk back", async () => {
    await openStage();
    const { page, frame, say } = opened;
    await stage.press("l");
    await page.mouse.move(700, 500);
    await page.locator(".cw-stage-laser").waitFor();
    await stage.press("p");
    await page.mouse.down();
    await page.mouse.move(900, 600, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(() => page.locator(".cw-stage-stroke").evaluateAll((all) => all.filter((one) => one.getAttribute("d") !== "").length))
      .toBe(1);
    await stage.press("p");
    await stage.press("ArrowRight");
    await page.locator(".cw-stage-stroke").first().waitFor({ state: "detached" });
    await stage.minute("question", "号码归属下周一前查清");
    await stage.minute("decision", "七案并案侦查");
    await stage.press("Escape");
    await page.getByRole("toolbar", { name: say("review.board.bar") }).waitFor();
    await frame.goToStage("review");
    await page.getByText("号码归属下周一前查清").waitFor();
    await page.getByRole("button", { name: say("review.minute.answer") }).click();
    await page.getByRole("textbox", { name: say("review.minute.answer") }).fill("已查清");
    await page.getByRole("button", { name: say("review.minute.keep") }).click();
    await page.getByText(say("review.minute.answered", { id: 3 })).waitFor();
    await page.getByLabel(say("review.meeting.choose")).selectOption({ index: 1 });
    await page.getByRole("button", { name: say("review.meeting.fill") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("review.meeting.held")).fill("2026-11-27 14:30");
    await dialog.getByLabel(say("review.meeting.chair")).fill("孙支队长");
    await dialog.getByLabel(say("review.meeting.attendance")).fill("专班全体");
    await dialog.getByRole("button", { name: say("review.minute.keep") }).click();
    await page.locator(".cw-meeting-head").getByText("孙支队长").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: say("task.minutes.export") }).click(),
    ]);
    const minutes = strFromU8(unzipSync(readFileSync(await download.path()))["word/document.xml"]!);
    for (const said of ["2026-11-27 14:30", "孙支队长", "专班全体", "七案并案侦查"]) expect(minutes).toContain(said);
    expect(bench.complaints).toEqual([]);
  }, 90_000);

  it("ends with the merge opinion as a Word file in which every sentence carries its source", async () => {
    opened = await bench.open({ width: 1920, height: 1080 });
    const { page, frame, say } = opened;
    await goToAddress(opened, "#/review/reports");
    await page.getByRole("button", { name: say("review.report.begin") }).click();
    const sentence = page.locator(".cw-report-points .cw-report-sentence").first();
    await sentence.click();
    await page
      .getByRole("region", { name: say("review.report.citations") })
      .locator(".cw-citation")
      .first()
      .click();
    await frame.sourceDrawer.waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: say("report.merge.nextPrompt") }).fill("并案侦查，分工到人");
    await sentence.click();
    await page.getByText(say("review.report.fresh")).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: say("review.report.word") }).click(),
    ]);
    const parts = unzipSync(readFileSync(await download.path()));
    const document = strFromU8(parts["word/document.xml"]!);
    expect(document).toContain("并案侦查，分工到人");
    const notes = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].length;
    expect(notes).toBeGreaterThan(10);
    expect([...strFromU8(parts["word/footnotes.xml"]!).matchAll(/SHA-256/g)].length).toBeGreaterThanOrEqual(notes);
    expect(bench.complaints).toEqual([]);
  }, 90_000);
});
