// The exchange with other units, as a person drives it: send, receive, ask, answer, what came and went.
import { writeFileSync } from "node:fs";
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";
import type { Frame } from "./Frame.ts";

export class ExchangePage {
  private readonly page: Page;
  private readonly say: Sentence;
  private readonly frame: Frame;

  constructor({ page, say, frame }: { readonly page: Page; readonly say: Sentence; readonly frame: Frame }) {
    this.page = page;
    this.say = say;
    this.frame = frame;
  }

  async open(page: "send" | "receive" | "requests" | "list"): Promise<void> {
    await this.frame.goToStage("review");
    await this.page.getByRole("radio", { name: this.say("review.group.together"), exact: true }).click();
    const tab = this.page.getByRole("radio", { name: this.say("exchange.tab.title"), exact: true });
    const own = this.page.getByRole("radio", { name: this.say(`exchange.tab.${page}`), exact: true });
    await own.or(tab).first().waitFor();
    if (!(await own.isVisible())) await tab.click();
    await own.click();
    await this.page.getByRole("radio", { name: this.say(`exchange.tab.${page}`), checked: true }).waitFor();
  }

  /** Names and numbers in clear: bundles leave as the window stands. */
  async unmask(): Promise<void> {
    await this.page.getByRole("button", { name: this.say("frame.mask.on") }).click();
    await this.page.getByRole("button", { name: this.say("frame.mask.off") }).waitFor();
  }

  button(key: string): Locator {
    return this.page.getByRole("button", { name: this.say(key), exact: true });
  }

  get passphrase(): Locator {
    return this.page.getByLabel(this.say("exchange.passphrase.name"), { exact: true });
  }

  /** Presses the button, and keeps what the browser saves. */
  async save(key: string, path: string): Promise<void> {
    await this.button(key).waitFor();
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.button(key).click()]);
    await download.saveAs(path);
  }

  async receive(path: string): Promise<void> {
    await this.page.getByTestId("bundle-input").setInputFiles(path);
  }

  async receiveBytes(path: string, bytes: Uint8Array): Promise<void> {
    writeFileSync(path, bytes);
    await this.receive(path);
  }

  async enter(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.button("exchange.receive.open").click();
  }

  group(name: "fresh" | "same" | "conflicts"): Locator {
    const word = this.say(`exchange.group.${name}`, { count: "" }).trim();
    return this.page.getByRole("radio", { name: new RegExp(`^${word} `) });
  }
}
