// The stage of a meeting: read from what is drawn, driven by its keys.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";

/** Number of a node in its drawing → its middle on the wall. */
export type StagePlaces = Readonly<Record<string, readonly [number, number]>>;

export class StagePage {
  private readonly page: Page;
  private readonly say: Sentence;

  constructor(page: Page, say: Sentence) {
    this.page = page;
    this.say = say;
  }

  get wall(): Locator {
    return this.page.locator(".cw-stage-wall");
  }

  get caption(): Locator {
    return this.wall.getByRole("heading", { level: 1 });
  }

  get panels(): Locator {
    return this.wall.locator("[data-scene-panel]");
  }

  get figure(): Locator {
    return this.wall.locator(".cw-stage-figure");
  }

  get switches(): Locator {
    return this.wall.getByRole("switch");
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async waitUntilDrawn(): Promise<void> {
    await this.caption.waitFor();
  }

  /** Middles of the nodes, by the labels that name them. */
  readPlaces(): Promise<StagePlaces> {
    return this.page.evaluate(() => {
      const nodes = [...document.querySelectorAll("[data-scene-node]")];
      return Object.fromEntries(
        nodes.map((node) => {
          const [x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/
            .exec(node.getAttribute("transform") ?? "")!
            .slice(1)
            .map(Number);
          return [[...node.querySelectorAll("text")].map((line) => line.textContent).join(" "), [x!, y!] as const];
        }),
      );
    });
  }

  async minute(kind: "decision" | "question" | "task", text: string): Promise<void> {
    await this.press("m");
    const box = this.page.getByRole("region", { name: this.say("review.minute.title") });
    const words = { decision: "review.minute.decision", question: "review.minute.question", task: "review.minute.task" } as const;
    await box.getByRole("button", { name: this.say(words[kind]) }).click();
    await box.getByRole("textbox").fill(text);
    await box.getByRole("textbox").press("Enter");
    await box.getByRole("listitem").filter({ hasText: text }).waitFor();
    await box.getByRole("textbox").press("Escape");
  }
}
