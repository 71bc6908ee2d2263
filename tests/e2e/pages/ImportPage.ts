// The import screen: incoming sheets at the left, the chosen sheet with its mapping, doubts and rows.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";
import { wordWithCount } from "./wordWithCount.ts";

export class ImportPage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get list(): Locator {
    return this.page.getByRole("region", { name: this.say("import.list.label") });
  }

  get empty(): Locator {
    return this.page.getByText(this.say("import.nothing.title"));
  }

  async chooseFiles(paths: readonly string[]): Promise<void> {
    await this.page.getByTestId("file-input").setInputFiles([...paths]);
  }

  /** A sheet of the list, by a part of its file's name. */
  sheet(name: string): Locator {
    return this.list.getByRole("button", { name: new RegExp(name) }).first();
  }

  get sheets(): Locator {
    return this.list.getByRole("listitem");
  }

  get mapping(): Locator {
    return this.page.getByRole("region", { name: this.say("import.mapping.label") });
  }

  get doubts(): Locator {
    return this.page.getByRole("region", { name: this.say("import.doubts.label") });
  }

  get beforeAfter(): Locator {
    return this.page.getByRole("grid", { name: this.say("import.rowsPanel.title") });
  }

  /** The button at the foot of the list that stores every sheet whose doubts are settled. */
  get storeAll(): Locator {
    return this.list.getByRole("button", { name: wordWithCount(this.say, "import.list.storeAll") });
  }

  /** The button of the open sheet. */
  get store(): Locator {
    return this.page.getByRole("main").getByRole("button", { name: wordWithCount(this.say, "import.sheet.storeRows") });
  }

  /** Leads from a stored sheet to its source. */
  get openSource(): Locator {
    return this.page.getByRole("main").getByRole("button", { name: this.say("import.sheet.openSource") });
  }

  get rejects(): Locator {
    return this.page.getByRole("region", { name: this.say("import.rejects.title"), exact: true });
  }

  /** Stored sources in the list, newest first. */
  get sources(): Locator {
    return this.sheets.getByRole("button");
  }

  /** Keeps every doubt of the open sheet as it was read. */
  async settleDoubts(): Promise<void> {
    const keep = this.page.getByRole("main").getByRole("button", { name: this.say("import.mapping.accept") });
    for (let left = await keep.count(); left > 0; left = await keep.count()) await keep.first().click();
  }

  /** Gives a column another target, by its code; the list is searched by it. */
  async chooseTarget(column: string, target: string): Promise<void> {
    const field = this.page.getByLabel(this.say("import.mapping.targetOf", { column }));
    await field.click();
    await field.fill(target);
    await field.press("Enter");
    await field.press("Escape");
  }

  get done(): Locator {
    return this.page.getByRole("button", { name: this.say("import.done.next") });
  }
}
