// What stands around every screen: rail, search, jobs, source drawer, status bar.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";
import { type Stage, stages } from "../../../shared/stages.ts";

/** What the rail calls a place. */
const placeWords = { overview: "frame.stage.overview", audit: "frame.stage.audit", settings: "frame.stage.settings" } as const;

export class Frame {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get rail(): Locator {
    return this.page.getByRole("navigation", { name: this.say("frame.rail.label") });
  }

  get status(): Locator {
    return this.page.getByRole("contentinfo");
  }

  /** By key, as the help sheet names it for the web shell. */
  async goToStage(stage: Stage): Promise<void> {
    await this.page.keyboard.press(`Alt+${stages.indexOf(stage) + 1}`);
    await this.page.getByRole("main").waitFor();
  }

  async goTo(place: keyof typeof placeWords): Promise<void> {
    await this.rail.getByRole("button", { name: this.say(placeWords[place]) }).click();
  }

  /** As a person drops them from the desktop, anywhere on the window. */
  async dropFiles(paths: readonly string[], target = "#view"): Promise<void> {
    const files = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString("base64") }));
    const transfer = await this.page.evaluateHandle((given) => {
      const made = new DataTransfer();
      for (const { name, base64 } of given) {
        made.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      }
      return made;
    }, files);
    await this.page.dispatchEvent(target, "dragover", { dataTransfer: transfer });
    await this.page.dispatchEvent(target, "drop", { dataTransfer: transfer });
  }

  get searchBox(): Locator {
    return this.page.getByRole("combobox", { name: this.say("frame.search.placeholder") });
  }

  get hits(): Locator {
    return this.page.getByRole("listbox", { name: this.say("frame.search.results") }).getByRole("option");
  }

  async search(words: string): Promise<void> {
    if (!(await this.searchBox.isVisible())) await this.page.keyboard.press("Control+k");
    await this.searchBox.fill(words);
  }

  async closeSearch(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.searchBox.waitFor({ state: "detached" });
  }

  get jobsButton(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: this.say("frame.jobs.chip") });
  }

  get jobTray(): Locator {
    return this.page.getByRole("region", { name: this.say("job.tray.title") });
  }

  get sourceDrawer(): Locator {
    return this.page.getByRole("dialog", { name: this.say("frame.citation.title"), exact: true });
  }

  get helpSheet(): Locator {
    return this.page.getByRole("dialog", { name: this.say("frame.help.title") });
  }
}
