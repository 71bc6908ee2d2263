// The connection to a Neo4j server, as a person sets it up.
import type { Locator, Page } from "playwright";
import type { Sentence } from "../../../electron/words.ts";
import type { Frame } from "./Frame.ts";

export class GraphServerPage {
  private readonly page: Page;
  private readonly say: Sentence;
  private readonly frame: Frame;

  constructor({ page, say, frame }: { readonly page: Page; readonly say: Sentence; readonly frame: Frame }) {
    this.page = page;
    this.say = say;
    this.frame = frame;
  }

  private field(key: string): Locator {
    return this.page.getByRole("dialog").getByLabel(this.say(key), { exact: true });
  }

  /** Where the certificate lies that the connection trusts. */
  get certificate(): Locator {
    return this.field("graph.field.certificate");
  }

  /** The certificate that a server showed. */
  get trust(): Locator {
    return this.page.getByRole("region", { name: this.say("graph.trust.title") });
  }

  get accept(): Locator {
    return this.trust.getByRole("button", { name: this.say("graph.trust.accept") });
  }

  async test(uri: string, password: string): Promise<void> {
    await this.frame.goTo("settings");
    await this.page.getByRole("button", { name: this.say("graph.panel.open") }).click();
    await this.field("graph.field.uri").fill(uri);
    await this.field("graph.field.password").fill(password);
    await this.page.getByRole("button", { name: this.say("graph.action.test"), exact: true }).click();
  }
}
