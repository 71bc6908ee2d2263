// The link screen: ranked pairs and the pair card.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";
import { wordWithCount } from "./wordWithCount.ts";

export class LinkPage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get start(): Locator {
    return this.page.getByRole("button", { name: this.say("link.run.start") });
  }

  async run(): Promise<void> {
    await this.start.click();
    await this.card.waitFor({ timeout: 60_000 });
  }

  get card(): Locator {
    return this.page.getByRole("region", { name: this.say("link.decision.title") });
  }

  /** The page of one case. */
  caseOf(number: string): Locator {
    return this.page.getByRole("article", { name: `${this.say("link.case.label")} ${number}` });
  }

  /** From the head of the open pair to the page of its first case. */
  async openCase(): Promise<string> {
    const button = this.page.getByRole("heading", { level: 1 }).getByRole("button").first();
    const number = await button.innerText();
    await button.click();
    return number;
  }

  get pairs(): Locator {
    return this.page.getByRole("navigation", { name: this.say("link.list.title") }).locator("[aria-current]");
  }

  get openPair(): Locator {
    return this.page.getByRole("navigation", { name: this.say("link.list.title") }).locator("[aria-current=true]");
  }

  get evidence(): Locator {
    return this.page.getByRole("region", { name: this.say("link.fall.title"), exact: true });
  }

  /** The cited rows: beside the evidence, or in a drawer where the window is narrow. */
  get sourceRows(): Locator {
    const box = { name: this.say("link.source.title"), exact: true };
    return this.page.getByRole("region", box).or(this.page.getByRole("dialog", box)).locator(".cw-citation");
  }

  /** Brings the cited rows in sight where the window is narrow. */
  async showSources(): Promise<void> {
    const open = this.page.getByRole("main").getByRole("button", { name: wordWithCount(this.say, "link.source.open", "n") });
    if (await open.isVisible()) await open.click();
    await this.sourceRows.first().waitFor();
  }

  get similar(): Locator {
    return this.page.getByRole("main").getByRole("button", { name: this.say("link.head.similar") });
  }

  /** Opens the page of the weights. */
  get weights(): Locator {
    return this.page.getByRole("main").getByRole("button", { name: this.say("link.model.open") });
  }

  get confirm(): Locator {
    return this.card.getByRole("button", { name: this.say("link.decision.confirm") });
  }

  get reason(): Locator {
    return this.card.getByRole("textbox", { name: this.say("link.decision.sentence") });
  }

  /** The judged pairs of the list, with their count. */
  judged(count: number): Locator {
    return this.page.getByText(`${this.say("link.list.judged")} ${count}`, { exact: true });
  }
}
