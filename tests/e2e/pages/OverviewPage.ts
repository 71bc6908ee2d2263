// The start screen: an empty workspace that takes files, or what to do first.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";

export class OverviewPage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get firstRun(): Locator {
    return this.page.getByRole("heading", { name: this.say("overview.first.title") });
  }

  get todo(): Locator {
    return this.page.getByRole("heading", { name: this.say("overview.todo.title") });
  }

  get pipeline(): Locator {
    return this.page.getByRole("navigation", { name: this.say("overview.pipeline.label") });
  }

  get lastChart(): Locator {
    return this.page.getByRole("button", { name: this.say("overview.last.open") });
  }
}
