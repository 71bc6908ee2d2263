// SVG text as elements: the page's content policy takes no HTML from text, so the few tags that icons use are read here.
import { createElement, type ReactElement } from "react";

interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
}

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [camel(name), value]));

/** Reads well-formed markup of elements and attributes only: what the icon package and the glyphs are made of. */
export function parseSvgMarkup(markup: string): readonly SvgNode[] {
  const open: { tag: string; attributes: Record<string, string>; children: SvgNode[] }[] = [{ tag: "", attributes: {}, children: [] }];
  for (const [, isEnd, tag = "", attributes = "", isEmpty] of markup.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>/g)) {
    const node = { tag, attributes: readAttributes(attributes), children: [] };
    if (isEnd) open.pop();
    else open.at(-1)?.children.push(node);
    if (!isEnd && !isEmpty) open.push(node);
  }
  return open[0]?.children ?? [];
}

const known = new Map<string, readonly SvgNode[]>();

function nodesOf(markup: string): readonly SvgNode[] {
  const nodes = known.get(markup) ?? parseSvgMarkup(markup);
  known.set(markup, nodes);
  return nodes;
}

const draw = (node: SvgNode, index: number): ReactElement =>
  createElement(node.tag, { key: index, ...node.attributes }, ...node.children.map(draw));

export function SvgMarkup({ markup }: { readonly markup: string }) {
  return nodesOf(markup).map(draw);
}
