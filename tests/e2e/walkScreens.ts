// Walks through screens in one window and gathers what the checks find on each, in every look and at every size of it.
import { findCutText, findLostTitles, findProgramWords, findSidewaysScroll } from "./findCutText.ts";
import type { Screen } from "./screen.ts";
import type { Opened, OpenOptions } from "./workbench.ts";

type Theme = NonNullable<OpenOptions["theme"]>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes of a window on a desk; the last is the one it is opened with. */
export const deskSizes: readonly Size[] = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];
/** The screen of a meeting room. */
export const roomSizes: readonly Size[] = [{ width: 1920, height: 1080 }];

/** A finding of one screen in words; nothing when all is well. */
export type Check = (opened: Opened) => Promise<readonly string[]>;

/** Nothing scrolls sideways, no label is cut, no title lost, and nothing says what only a program would. */
export const checkLayout: Check = async ({ page }) => [
  ...(await findSidewaysScroll(page)),
  ...(await findCutText(page)),
  ...(await findLostTitles(page)),
  ...(await findProgramWords(page)),
];

const settleTries = 20;
const settleMilliseconds = 100;

/** What is still wrong once bars have fitted themselves to a new size: that takes some frames, on a slow machine many. */
async function checkSettled(opened: Opened): Promise<readonly string[]> {
  let found = await checkLayout(opened);
  for (let i = 0; i < settleTries && found.length > 0; i++) {
    await opened.page.waitForTimeout(settleMilliseconds);
    found = await checkLayout(opened);
  }
  return found;
}

/** A theme with the sizes of window that go with it. */
export interface Look {
  readonly theme: Theme;
  readonly sizes: readonly Size[];
  /** Run at the last size only. */
  readonly check?: Check;
}

const windowOf = ({ sizes }: Look): Size => sizes.at(-1)!;

/** How a window is opened for a walk: in the first of its looks. */
export const openingOf = ([first]: readonly Look[]) => ({ theme: first!.theme, ...windowOf(first!) });

/** The theme as if it had been chosen in another window: what is open stays open. */
async function putOn({ page }: Opened, theme: Theme): Promise<void> {
  await page.evaluate(async (chosen) => {
    const key = "caseweave.preferences";
    const newValue = JSON.stringify({ ...JSON.parse(localStorage.getItem(key) ?? "{}"), theme: chosen });
    dispatchEvent(new StorageEvent("storage", { key, newValue }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    if (document.documentElement.dataset["theme"] !== chosen) throw new Error(`the window does not look ${chosen}`);
  }, theme);
}

/** Each screen is come to once, in the first look, and then seen in all of them: the way there takes longer than the looking. */
export async function walkScreens(opened: Opened, screens: readonly Screen[], looks: readonly Look[]): Promise<string[]> {
  const findings = new Set<string>();
  for (const screen of screens) {
    await screen.open(opened);
    for (const { theme, sizes, check } of looks) {
      await putOn(opened, theme);
      for (const size of sizes) {
        await opened.page.setViewportSize(size);
        for (const finding of await checkSettled(opened)) findings.add(`${screen.name}, ${theme}, ${size.width}: ${finding}`);
      }
      for (const finding of (await check?.(opened)) ?? []) findings.add(`${screen.name}, ${theme}: ${finding}`);
    }
    if (looks.length > 1) {
      await putOn(opened, looks[0]!.theme);
      await opened.page.setViewportSize(windowOf(looks[0]!));
    }
    await screen.leave?.(opened);
  }
  return [...findings];
}
