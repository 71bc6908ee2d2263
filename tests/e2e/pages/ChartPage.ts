// The chart screen: found and expanded by keyboard and buttons, read back through its table for screen readers.
import type { Download, Page } from "playwright";

export class ChartPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get table() {
    return this.page.locator("#chart-table");
  }

  async countEntities(): Promise<number> {
    return await this.table.locator("tbody tr").count();
  }

  async select(words: string): Promise<void> {
    const box = this.page.getByLabel("图上查找");
    await box.fill(words);
    await box.press("Enter");
    await box.press("Escape");
  }

  /** Opens the menu with the counts, before anything is added. */
  async openExpand(): Promise<void> {
    await this.page.getByRole("button", { name: "展开" }).first().click();
    await this.page.getByRole("dialog", { name: "展开" }).waitFor();
  }

  async addAll(): Promise<void> {
    await this.page
      .getByRole("dialog", { name: "展开" })
      .getByRole("button", { name: /加入|全部|前 \d+ 个/ })
      .first()
      .click();
  }

  async save(name: string): Promise<void> {
    await this.page.getByRole("main").getByRole("button", { name: "图谱" }).click();
    await this.page
      .getByLabel(/名称|图谱名/)
      .first()
      .fill(name);
    await this.page.getByRole("button", { name: "保存" }).click();
    await this.page.getByText(`已保存“${name}”`).last().waitFor();
  }

  async export(format: "PNG" | "SVG"): Promise<Download> {
    await this.page.getByRole("button", { name: "导出" }).click();
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page
        .getByText(new RegExp(`^${format} `))
        .first()
        .click(),
    ]);
    return download;
  }
}
