// Finds words that are cut or run out of their control: what no reader can see, with nothing that says there is more.
import type { Page } from "playwright";

export const labelled = "button, h1, h2, h3, th, [role=columnheader], [role=tab], label, summary, .cw-figures b";

/** "text" for every text of the chosen elements that a box cuts without an ellipsis, or that leaves its own button. */
export function findCutText(page: Page, selector: string = labelled): Promise<string[]> {
  return page.evaluate((chosen) => {
    const slackPixels = 1.5;
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    /** The words are there for screen readers only. */
    const isUnseen = (element: Element) => element.closest(".cw-unseen, [aria-hidden=true], [hidden]") !== null;
    const clips = ({ overflowX }: CSSStyleDeclaration) => overflowX === "hidden" || overflowX === "clip";
    const scrolls = ({ overflowX }: CSSStyleDeclaration) => overflowX === "auto" || overflowX === "scroll";

    function isCut(element: Element, owner: Element, right: number, left: number): boolean {
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const style = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        const isOut = right > edge.right + slackPixels || left < edge.left - slackPixels;
        if (scrolls(style)) return false;
        if (clips(style) && style.textOverflow === "ellipsis") return false;
        if (isOut && (clips(style) || (box === owner && box.tagName === "BUTTON"))) return true;
        // It stands over the window, whatever box it was written in.
        if (style.position === "fixed") break;
      }
      return right > innerWidth + slackPixels;
    }

    const found = new Set<string>();
    for (const owner of document.querySelectorAll(chosen)) {
      if (!isShown(owner) || isUnseen(owner)) continue;
      const texts = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const parent = text.parentElement;
        if (parent === null || text.nodeValue?.trim() === "" || isUnseen(parent) || !isShown(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const { left, right, width } = range.getBoundingClientRect();
        if (width > 0 && isCut(parent, owner, right, left)) found.add(`${owner.tagName.toLowerCase()} “${text.nodeValue?.trim()}”`);
      }
    }
    return [...found];
  }, selector);
}

/** What a program says to itself and no person should read, in texts, hints and names for screen readers. */
export function findProgramWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = /\bundefined\b|\bNaN\b|\[object \w+\]|\bInvalid Date\b/;
    const names = ["title", "aria-label", "placeholder", "alt"];
    const own = (element: Element) =>
      [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.nodeValue ?? ""] : []));
    const said = (element: Element) => [...own(element), ...names.map((name) => element.getAttribute(name) ?? "")];
    const elements = [...document.body.querySelectorAll("*:not(script, style)")];
    return [...new Set(elements.filter((one) => said(one).some((text) => words.test(text))).map((one) => one.outerHTML.slice(0, 160)))];
  });
}

/** Titles of pages of which fewer than eight letters are left: an ellipsis says that there is more, but not of what. */
export function findLostTitles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const letters = (title: Element) => title.clientWidth / Number.parseFloat(getComputedStyle(title).fontSize);
    const lost = [...document.querySelectorAll("h1:not(.cw-unseen)")].filter(
      (title) => title.scrollWidth > title.clientWidth + 1 && letters(title) < 8,
    );
    return lost.map((title) => `h1 “${title.textContent}” is cut to ${Math.floor(letters(title))} letters`);
  });
}

/** Boxes of the frame that a person could scroll sideways; tables and the chart inside a view may. */
export function findSidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, document.body, ...document.querySelectorAll("#root, .cw-app, main, main > *")];
    const isFixed = (box: Element) => /hidden|clip/.test(getComputedStyle(box).overflowX);
    const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1 && !isFixed(box));
    return wide.map((box) => `${box.tagName.toLowerCase()}.${box.className} is ${box.scrollWidth} wide in ${box.clientWidth}`);
  });
}
