// Walks through screens in one window and gathers what the checks find on each, at every size of its look.
import { findCutText, findLostTitles, findProgramWords, findSidewaysScroll } from "./findCutText.ts";
import type { Screen } from "./screen.ts";
import type { Opened } from "./workbench.ts";

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

export interface Walk {
  readonly sizes: readonly Size[];
  /** Run at the last size only. */
  readonly check?: Check;
}

export async function walkScreens(opened: Opened, screens: readonly Screen[], { sizes, check }: Walk): Promise<string[]> {
  const findings = new Set<string>();
  for (const screen of screens) {
    await screen.open(opened);
    for (const size of sizes) {
      await opened.page.setViewportSize(size);
      for (const finding of await checkSettled(opened)) findings.add(`${screen.name}, ${size.width}: ${finding}`);
    }
    for (const finding of (await check?.(opened)) ?? []) findings.add(`${screen.name}: ${finding}`);
    await screen.leave?.(opened);
  }
  return [...findings];
}
