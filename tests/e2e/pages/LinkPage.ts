// The link screen: ranked pairs and the pair card.
import type { Page } from "playwright";

export class LinkPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("Alt+3");
  }

  async run(): Promise<void> {
    await this.page.getByRole("button", { name: "开始串并" }).click();
    await this.confirmButton.waitFor({ timeout: 60_000 });
  }

  get confirmButton() {
    return this.page.getByRole("button", { name: /确认串并/ });
  }

  get judged() {
    return this.page
      .getByRole("button", { name: /已判 \d+/ })
      .or(this.page.getByText(/已判 \d+/))
      .first();
  }

  async confirm(reason: string): Promise<void> {
    await this.page.getByPlaceholder("补一句，写进意见书").fill(reason);
    await this.confirmButton.click();
  }
}
