// What the entities on a chart can be counted by: bars of a histogram. An entity may stand in several bars of one facet (two kinds of link, two cases).
import type { ChartModel, ShownNode } from "../graphModel.ts";
import { isInWindow, type TimeWindow } from "../muted.ts";
import { liveLinks } from "./linkTimes.ts";

type Values = ReadonlyMap<string, ReadonlySet<string>>;

export interface Facet {
  /** Whether an entity can have several values: then "all of these" says something. */
  readonly isMany: boolean;
  /** Values in an order of their own; else the fullest first. */
  readonly order?: readonly string[];
  valuesOf(model: ChartModel): Values;
}

function byNode(model: ChartModel, value: (node: ShownNode) => string): Values {
  const values = new Map<string, ReadonlySet<string>>();
  for (const node of model.nodes.values()) {
    const own = value(node);
    if (own !== "") values.set(node.ref, new Set([own]));
  }
  return values;
}

function byLink(model: ChartModel, valuesOfEnd: (link: { readonly kind: string }, other: ShownNode) => string): Values {
  const values = new Map<string, Set<string>>();
  const note = (ref: string, value: string): void => {
    if (value === "") return;
    const own = values.get(ref);
    if (own === undefined) values.set(ref, new Set([value]));
    else own.add(value);
  };
  for (const link of liveLinks(model)) {
    note(link.from, valuesOfEnd(link, model.nodes.get(link.to)!));
    note(link.to, valuesOfEnd(link, model.nodes.get(link.from)!));
  }
  return values;
}

/** Upper bounds in 元; the last class is open. */
export const amountClasses = ["1000", "10000", "100000", "1000000", ""] as const;

function amounts(model: ChartModel): Values {
  const sums = new Map<string, number>();
  for (const { kind, from, to, sum } of liveLinks(model)) {
    if (kind !== "transfer" || sum === null) continue;
    for (const ref of [from, to]) sums.set(ref, (sums.get(ref) ?? 0) + sum / 100);
  }
  const classOf = (sum: number) => amountClasses.find((bound) => bound === "" || sum < Number(bound))!;
  return new Map([...sums].map(([ref, sum]) => [ref, new Set([classOf(sum)])]));
}

export const facets = {
  kind: { isMany: false, valuesOf: (model) => byNode(model, ({ kind }) => kind) },
  link: { isMany: true, valuesOf: (model) => byLink(model, ({ kind }) => kind) },
  bank: { isMany: false, valuesOf: (model) => byNode(model, ({ kind, note }) => (kind === "account" ? note : "")) },
  amount: { isMany: false, order: amountClasses, valuesOf: amounts },
  case: { isMany: true, valuesOf: (model) => byLink(model, (_link, { kind, ref }) => (kind === "case" ? ref : "")) },
} as const satisfies Readonly<Record<string, Facet>>;

export type FacetName = keyof typeof facets;
export const facetNames = Object.keys(facets) as readonly FacetName[];

export interface Bar {
  readonly value: string;
  readonly refs: readonly string[];
}

/** Bars of what lies in the time window. Only `kind` counts what its own filter hides: its bars switch that on again. */
export function barsOf(model: ChartModel, name: FacetName, timeWindow: TimeWindow): readonly Bar[] {
  const facet: Facet = facets[name];
  const { hiddenKinds } = model.filter;
  const isSeen = ({ kind, firstAt, lastAt }: ShownNode) =>
    (name === "kind" || !hiddenKinds.includes(kind)) && isInWindow(timeWindow, firstAt, lastAt);
  const bars = new Map<string, string[]>();
  for (const [ref, values] of facet.valuesOf(model)) {
    if (!isSeen(model.nodes.get(ref)!)) continue;
    for (const value of values) {
      const own = bars.get(value);
      if (own === undefined) bars.set(value, [ref]);
      else own.push(ref);
    }
  }
  const list = [...bars].map(([value, refs]) => ({ value, refs }));
  const { order } = facet;
  if (order !== undefined) return list.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return list.sort((a, b) => b.refs.length - a.refs.length || (a.value < b.value ? -1 : 1));
}

/** Entities in any, or in all, of the bars with these values. */
export function chosenBy(bars: readonly Bar[], values: readonly string[], isAll: boolean): readonly string[] {
  const picked = bars.filter(({ value }) => values.includes(value)).map(({ refs }) => new Set(refs));
  if (isAll && picked.length < values.length) return [];
  const every = new Set(picked.flatMap((refs) => [...refs]));
  return isAll ? [...every].filter((ref) => picked.every((refs) => refs.has(ref))) : [...every];
}
