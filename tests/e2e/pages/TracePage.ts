// The trace screen: the money of a series, its bar, its levels, its lists.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";
import { wordWithCount } from "./wordWithCount.ts";

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

  /** Follows all cases that are ticked at the start. */
  get followTicked(): Locator {
    return this.page.getByRole("button", { name: wordWithCount(this.say, "trace.start.cases") });
  }

  /** Where the start is typed. */
  get seedBox(): Locator {
    return this.page.getByRole("textbox", { name: this.say("trace.start.box") });
  }

  /** What stands instead when a series moved no money that is known. */
  get refusal(): Locator {
    return this.page.locator(".cw-error");
  }

  /** Chooses a page of the screen: `money`, `calls`, `changes`, `meet`, `stays`, `collide`, `map`. */
  async choose(page: string): Promise<void> {
    await this.page.getByRole("radio", { name: this.say(`trace.page.${page}`), exact: true }).click();
  }

  /** A list about sightings: `meetings`, `followers`, `unusual`. */
  sightings(list: string): Locator {
    return this.page.getByRole("radio", { name: this.say(`trace.meet.tab.${list}`), exact: true });
  }

  /** Rows of the table with this name. */
  rows(table: string): Locator {
    return this.page.getByRole("grid", { name: this.say(table), exact: true }).locator(".cw-table-row");
  }

  get wheel(): Locator {
    return this.page.getByRole("application", { name: this.say("trace.calls.wheelKeys") });
  }

  /** Links to source rows in a panel. */
  citations(panel: string): Locator {
    return this.page.getByRole("region", { name: this.say(panel), exact: true }).locator(".cw-citation");
  }

  /** A list to lay over others, by its place among those offered. */
  offered(place: number): Locator {
    return this.page.locator(".cw-sets-all button").nth(place);
  }

  /** What the lists have in common, or that it is nothing. */
  get found(): Locator {
    return this.page
      .getByRole("region", { name: this.say("trace.collide.found"), exact: true })
      .locator(".cw-table, .cw-empty")
      .first();
  }

  /** How alike two numbers must be to be listed. */
  get likeness(): Locator {
    return this.page.getByRole("combobox", { name: this.say("trace.change.score") });
  }

  get heat(): Locator {
    return this.page.getByRole("radio", { name: this.say("trace.map.heat"), exact: true });
  }

  /** Hotels and cafés to choose from. */
  get stayPlaces(): Locator {
    return this.page.getByRole("region", { name: this.say("trace.stays.places"), exact: true }).getByRole("button");
  }

  words(key: string): string {
    return this.say(key);
  }
}
