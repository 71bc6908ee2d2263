// Our own SVG texts as a tree. Only what shared/chart writes can stand in them: elements, quoted attributes, escaped text.
import { CaseweaveError } from "../../../../shared/errors.ts";

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgElement[];
  /** Text directly inside. */
  text: string;
}

const token = /<\?[^>]*\?>|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const pair = /([\w:-]+)="([^"]*)"/g;
const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plainText = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_whole, name: string) => characters[name]!);

export function readSvg(text: string): SvgElement {
  const root: SvgElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    const match = token.exec(text);
    if (!match) throw new CaseweaveError("internal", { reason: `SVG at ${at}: ${text.slice(at, at + 40)}` });
    const [, closed, name, attributes = "", alone, words] = match;
    const parent = open.at(-1)!;
    if (words !== undefined) parent.text += plainText(words);
    else if (closed !== undefined) open.pop();
    else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [], text: "" };
      parent.children.push(element);
      if (alone === "") open.push(element);
    }
  }
  return root.children[0]!;
}

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(pair)].map(([, name, value]) => [name!, plainText(value!)]));
