// Real wheel and drag gestures on a canvas in the browser, and the frames they took.
import type { Page } from "playwright";

export interface Frames {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

const steps = 40;
const stepMilliseconds = 25;

/** Notes the time between frames while a gesture runs. */
async function framesDuring(page: Page, gesture: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const note = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(window, { benchFrames: frames });
  });
  await gesture();
  const frames = await page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames.slice(1));
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

export async function measureGestures(page: Page, selector: string): Promise<{ readonly wheel: Frames; readonly drag: Frames }> {
  const box = (await page.locator(selector).boundingBox())!;
  const [x, y] = [box.x + box.width / 2 + 3, box.y + box.height / 2 + 3];
  await page.mouse.move(x, y);
  const wheel = await framesDuring(page, async () => {
    for (let i = 0; i < steps; i++) {
      await page.mouse.wheel(0, i < steps / 2 ? -60 : 60);
      await page.waitForTimeout(stepMilliseconds);
    }
  });
  await page.waitForTimeout(800);
  // A corner of the ground: dragging there moves the picture, not a node.
  const [left, top] = [box.x + 12, box.y + 12];
  await page.mouse.move(left, top);
  const drag = await framesDuring(page, async () => {
    await page.mouse.down();
    for (let i = 0; i < steps; i++) {
      await page.mouse.move(left + i * 6, top + i * 3);
      await page.waitForTimeout(stepMilliseconds);
    }
    await page.mouse.up();
  });
  return { wheel, drag };
}
