// What stands under a node and beside a link: at most two short lines, name or tail first, then one fact.
import { platformName } from "../link/publicEntities.ts";
import { parseEntityRef } from "../model/entity.ts";
import type { ChartLink } from "./elements.ts";

/** Turns a label into what may be shown; the identity while masking is off. */
export type Mask = (kind: string, label: string) => string;

export const openMask: Mask = (_kind, label) => label;

const lineLength = 16;
/** Leaves room for the tail of a number. */
const holderLength = 10;

export function shorten(text: string, length = lineLength): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join("")}…`;
}

const tail = (text: string, length: number): string => (text.length <= length + 2 ? text : `…${text.slice(-length)}`);

export interface LabelSubject {
  readonly ref: string;
  readonly kind: string;
  readonly label: string;
  readonly note: string;
}

type FirstLine = (node: LabelSubject, mask: Mask) => string;

const plainFirstLine: FirstLine = (node, mask) => shorten(mask(node.kind, node.label));

/** Long running numbers are told by their tails; an account by its holder and tail, its bank stands below; a pool without a holder by its platform. */
const firstLines: Readonly<Record<string, FirstLine>> = {
  case: (node) => tail(node.label, 8),
  account: (node, mask) => {
    const { key } = parseEntityRef(node.ref);
    if (!/^\d{9,}$/.test(key)) return plainFirstLine(node, mask);
    const holder = node.label === key ? platformName(key, "") : mask(node.kind, node.label);
    return [shorten(holder, holderLength), key.slice(-4)].filter((word) => word !== "").join(" ");
  },
};

/** The one fact of a case is its loss; others bring theirs as words. */
const secondLine = ({ kind, note }: LabelSubject, tenThousand: string): string =>
  kind === "case" && /^\d+(\.\d+)?$/.test(note) ? chartMoney(Number(note) * 100, tenThousand) : shorten(note, 14);

export function nodeLabel(node: LabelSubject, mask: Mask, tenThousand = ""): { readonly first: string; readonly second: string } {
  return { first: (firstLines[node.kind] ?? plainFirstLine)(node, mask), second: secondLine(node, tenThousand) };
}

/** Money on the chart: 万 above ten thousand (in zh), else whole units. Sums are in 1/100. */
export function chartMoney(hundredths: number, tenThousand: string): string {
  const whole = hundredths / 100;
  if (whole >= 10_000 && tenThousand !== "") return `${(whole / 10_000).toFixed(1)} ${tenThousand}`;
  return Math.round(whole).toLocaleString("en-US");
}

export interface LinkWords {
  /** Word of a link kind, e.g. 通话. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly tenThousand: string;
  readonly bits: string;
}

const facts: Readonly<Record<string, (link: ChartLink, words: LinkWords) => string>> = {
  transfer: (link, words) => (link.sum === null ? "" : chartMoney(link.sum, words.tenThousand)),
  evidence: (link, words) => (link.sum === null ? "" : `${link.sum < 0 ? "−" : "+"}${Math.abs(link.sum).toFixed(1)} ${words.bits}`),
};

/** Shown when a link is hovered or selected, or when zoomed in: kind, sum or bits, ×n, date. */
export function linkLabel(link: ChartLink, words: LinkWords, date: (at: number) => string): string {
  const parts = [words.kinds[link.kind] ?? link.kind, facts[link.kind]?.(link, words) ?? "", link.count > 1 ? `×${link.count}` : ""];
  const first = parts.filter((part) => part !== "").join(" ");
  if (link.firstAt === null) return first;
  const from = date(link.firstAt);
  const until = link.lastAt === null ? from : date(link.lastAt);
  return `${first}\n${from === until ? from : `${from} – ${until}`}`;
}
