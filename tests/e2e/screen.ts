// A screen with how a person comes to it.
import type { Opened } from "./workbench.ts";

export interface Screen {
  readonly name: string;
  open(opened: Opened): Promise<void>;
  /** Leaves what lies over the screen. */
  leave?(opened: Opened): Promise<void>;
}

export const pressEscape = ({ page }: Opened): Promise<void> => page.keyboard.press("Escape");

/** As if the address had been typed. */
export const goToAddress = ({ page }: Pick<Opened, "page">, address: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);

/** Nothing is being read any more; nothing moves anyway, as the window asks for less motion. */
async function settle({ page }: Opened): Promise<void> {
  await page.locator(".cw-skeleton").first().waitFor({ state: "detached" });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

export const screen = (name: string, open: Screen["open"], leave?: Screen["leave"]): Screen => ({
  name,
  open: async (opened) => {
    await open(opened);
    await settle(opened);
  },
  ...(leave ? { leave } : {}),
});

export const headed = (name: string, go: (opened: Opened) => Promise<void>): Screen =>
  screen(name, async (opened) => {
    await go(opened);
    await opened.page.getByRole("main").getByRole("heading").first().waitFor();
  });
