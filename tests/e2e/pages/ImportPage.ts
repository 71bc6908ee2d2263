// The import screen as a user meets it.
import type { Page } from "playwright";

export class ImportPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("Alt+1");
  }

  async chooseFiles(paths: readonly string[]): Promise<void> {
    await this.page
      .locator("input[type=file]")
      .first()
      .setInputFiles([...paths]);
  }

  /** The button that stores all sheets whose doubts are settled. */
  get store() {
    return this.page.getByRole("button", { name: /入库 \d+ 个/ });
  }

  async storeAll(): Promise<void> {
    await this.store.click();
    await this.page.getByText("已入库").first().waitFor();
    await this.store.waitFor({ state: "detached" }).catch(() => {}); // a sheet with an open doubt keeps the button
  }

  sheet(name: string) {
    return this.page.getByRole("button", { name: new RegExp(name) }).first();
  }
}
