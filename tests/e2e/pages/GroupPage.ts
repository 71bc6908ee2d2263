// The group screen: the list of series and the open series with its members.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";

export class GroupPage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get list(): Locator {
    return this.page.getByRole("navigation", { name: this.say("group.list.title") });
  }

  get series(): Locator {
    return this.list.locator(".cw-series-rows").getByRole("button");
  }

  /** Groups again after judgements. */
  get runAgain(): Locator {
    return this.page.getByRole("button", { name: this.say("group.run.again") });
  }

  /** Groups for the first time. */
  get start(): Locator {
    return this.page.getByRole("button", { name: this.say("group.run.start") });
  }

  get title(): Locator {
    return this.page.getByRole("main").getByRole("heading", { level: 1 });
  }

  get members(): Locator {
    return this.page.getByRole("region", { name: this.say("group.member.title"), exact: true });
  }

  /** Series, rings, sellers. */
  tab(which: "rings" | "sellers"): Locator {
    const name = which === "rings" ? this.say("ring.tabs.rings", { n: "" }).trim() : this.say("ring.tabs.sellers");
    return this.page.getByRole("radiogroup", { name: this.say("ring.tabs.name") }).getByRole("radio", { name });
  }

  get ringMembers(): Locator {
    return this.page.getByRole("region", { name: this.say("ring.member.title"), exact: true });
  }

  /** Opens what a role rests on. */
  get grounds(): Locator {
    return this.ringMembers.getByRole("row").getByRole("button", { name: this.say("ring.member.grounds", { name: "" }).trim() });
  }

  get sellers(): Locator {
    return this.page.getByRole("region", { name: this.say("ring.seller.title") });
  }

  /** Opens the drawer that compares, merges and splits. */
  get compare(): Locator {
    return this.page.getByRole("main").getByRole("button", { name: this.say("group.compare.open") });
  }

  get openChart(): Locator {
    return this.page.getByRole("main").getByRole("button", { name: this.say("group.page.chart") });
  }
}
