// The trace screen: the money of a series, its bar, its levels, its lists.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";

export class TracePage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get bar(): Locator {
    return this.page.getByRole("region", { name: this.say("trace.conserve.title") });
  }

  get levels(): Locator {
    return this.page.getByRole("region", { name: this.say("trace.levels.title") });
  }

  get boxes(): Locator {
    return this.levels.getByRole("button");
  }

  /** The list that is open. */
  get list(): Locator {
    return this.page.getByRole("region", { name: this.say("trace.list.stop"), exact: true });
  }

  get open(): Locator {
    return this.page.getByRole("button", { name: this.say("trace.money.open") });
  }

  /** What stands instead when a series moved no money that is known. */
  get refusal(): Locator {
    return this.page.locator(".cw-error");
  }
}
