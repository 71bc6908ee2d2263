// The page of a clue, and the page of tasks.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";

export class AssessPage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get box(): Locator {
    return this.page.getByRole("textbox", { name: this.say("assess.box.label") });
  }

  part(word: string): Locator {
    return this.page.getByRole("region", { name: this.say(word), exact: true });
  }

  action(word: string): Locator {
    return this.page.getByRole("button", { name: this.say(word), exact: true });
  }

  tick(label: string): Locator {
    return this.page.getByRole("checkbox", { name: this.say("assess.entity.tick", { label }) });
  }

  tab(word: string): Locator {
    return this.page.getByRole("radio", { name: this.say(word), exact: true });
  }
}
