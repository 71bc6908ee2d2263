// The chart screen: found and expanded by keyboard and buttons, read back through its table for screen readers.
import type { Download, Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";

/** Reference → where it stands in the chart, in chart units. */
export type Places = Readonly<Record<string, readonly [number, number]>>;

interface CanvasRegistry {
  readonly _cyreg?: { readonly cy: { nodes(): Iterable<{ id(): string; position(): { x: number; y: number } }> } };
}

export class ChartPage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get rows(): Locator {
    return this.page
      .getByRole("table")
      .filter({ has: this.page.getByText(this.say("chart.table.linked")) })
      .locator("tbody tr");
  }

  async waitUntilDrawn(): Promise<void> {
    await this.rows.first().waitFor({ state: "attached" });
    await this.page.locator(".cw-chart-bar[aria-busy=false]").waitFor();
  }

  /** The places of the nodes as the canvas draws them, once they stand still. */
  async readPlaces(): Promise<Places> {
    const read = () =>
      this.page.evaluate(() => {
        const { _cyreg } = document.querySelector(".cw-chart-canvas") as Element & CanvasRegistry;
        return Object.fromEntries(
          [...(_cyreg?.cy.nodes() ?? [])].map((node) => [node.id(), [node.position().x, node.position().y] as const]),
        );
      });
    for (let before = await read(); ; ) {
      await this.page.waitForTimeout(200);
      const now = await read();
      if (JSON.stringify(now) === JSON.stringify(before)) return now;
      before = now;
    }
  }

  async select(words: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: this.say("chart.find.name") });
    await box.fill(words);
    await box.press("Enter");
    await box.press("Escape");
  }

  get expandMenu(): Locator {
    return this.page.getByRole("dialog", { name: this.say("chart.expand.title") });
  }

  /** Opens the menu with the counts, before anything is added. */
  async openExpand(): Promise<void> {
    await this.page
      .getByRole("toolbar")
      .getByRole("button", { name: this.say("chart.action.expand") })
      .click();
    await this.expandMenu.getByRole("checkbox").first().waitFor();
  }

  /** Adds what is ticked: all of it, or the strongest few of a crowd. */
  async addTicked(): Promise<void> {
    const first = this.expandMenu.getByRole("button", { name: this.say("chart.expand.first", { n: 20 }) });
    const all = this.expandMenu.getByRole("button", { name: this.say("chart.expand.add") });
    await ((await all.isVisible()) ? all : first).click();
  }

  undo(): Promise<void> {
    return this.page.keyboard.press("Control+z");
  }

  redo(): Promise<void> {
    return this.page.keyboard.press("Control+y");
  }

  async save(name: string): Promise<void> {
    await this.openFiles();
    await this.page.getByRole("textbox", { name: this.say("chart.file.name") }).fill(name);
    await this.page.getByRole("button", { name: this.say("chart.file.save"), exact: true }).click();
    await this.page.getByText(this.say("chart.toast.saved", { name })).last().waitFor();
  }

  async openFiles(): Promise<void> {
    await this.page
      .getByRole("toolbar")
      .getByRole("button", { name: this.say("chart.file.menu"), exact: true })
      .click();
  }

  /** Opens a kept chart. */
  async openKept(name: string): Promise<void> {
    await this.openFiles();
    await this.page
      .getByRole("listitem")
      .getByRole("button", { name: new RegExp(`^${name}`) })
      .click();
  }

  async export(format: "png" | "svg" | "pdf" | "xlsx" | "anx"): Promise<Download> {
    await this.page.getByRole("button", { name: this.say("chart.export.menu") }).click();
    const dialog = this.page.getByRole("dialog", { name: this.say("chart.export.title") });
    await dialog.locator(`input[value="${format}"]`).check();
    const save = dialog.getByRole("button", { name: this.say("chart.export.save").replace("{{format}}", "").trim() });
    const [download] = await Promise.all([this.page.waitForEvent("download"), save.click()]);
    await dialog.waitFor({ state: "hidden" });
    return download;
  }
}
