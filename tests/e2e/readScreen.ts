// Everything that a screen tells: its title and address, texts, hints, names for screen readers and what stands in its fields.
import type { Opened } from "./workbench.ts";

export const readScreen = ({ page }: Opened): Promise<string> =>
  page.evaluate(() => {
    const attributes = ["title", "aria-label", "placeholder", "alt", "value"];
    const hints = [...document.querySelectorAll("*")].flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? ""));
    const fields = [...document.querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).value);
    return [document.title, decodeURIComponent(location.href), document.body.textContent ?? "", ...hints, ...fields].join("\n");
  });
