// What looks can go by: values of nodes and links as they stand on the chart. A new one is one entry here and its words in the catalogue.
import { buildCsr } from "../../graph/csr.ts";
import { leiden } from "../../graph/leiden.ts";
import type { ChartLink } from "../elements.ts";
import type { ChartModel, ShownNode } from "../graphModel.ts";

/** A number, a word, or null where the item has none. */
export type MeasureValue = number | string | null;

export interface NodeMeasure {
  readonly on: "node";
  readonly isNumber: boolean;
  valuesOf(model: ChartModel): ReadonlyMap<string, MeasureValue>;
}
export interface LinkMeasure {
  readonly on: "link";
  readonly isNumber: boolean;
  valueOf(link: ChartLink): MeasureValue;
}

const live = ({ links, disabled }: ChartModel): readonly ChartLink[] =>
  [...links.values()].filter(({ id, from, to }) => ![id, from, to].some((one) => disabled.has(one)));

const valuesBy = (model: ChartModel, value: (node: ShownNode) => MeasureValue): ReadonlyMap<string, MeasureValue> =>
  new Map([...model.nodes.values()].map((node) => [node.ref, value(node)]));

/** Different neighbours of each node that pass a test. */
function neighbourCount(model: ChartModel, isCounted: (other: string) => boolean): ReadonlyMap<string, MeasureValue> {
  const sets = new Map<string, Set<string>>();
  const note = (ref: string, other: string) => {
    if (isCounted(other)) sets.set(ref, (sets.get(ref) ?? new Set()).add(other));
  };
  for (const { from, to } of live(model)) {
    note(from, to);
    note(to, from);
  }
  return valuesBy(model, ({ ref }) => sets.get(ref)?.size ?? 0);
}

function sumOver(
  model: ChartModel,
  part: (link: ChartLink) => readonly (readonly [ref: string, amount: number])[],
): ReadonlyMap<string, MeasureValue> {
  const sums = new Map<string, number>();
  for (const link of live(model)) for (const [ref, amount] of part(link)) sums.set(ref, (sums.get(ref) ?? 0) + amount);
  return valuesBy(model, ({ ref }) => sums.get(ref) ?? null);
}

const amountOf = ({ kind, sum }: ChartLink): number => (kind === "transfer" ? (sum ?? 0) / 100 : 0);

function communities(model: ChartModel): ReadonlyMap<string, MeasureValue> {
  const refs = [...model.nodes.keys()].sort();
  const index = new Map(refs.map((ref, i) => [ref, i]));
  const links = live(model);
  const edges = { from: links.map(({ from }) => index.get(from)!), to: links.map(({ to }) => index.get(to)!) };
  const part = leiden(buildCsr(refs.length, edges, false));
  return new Map(refs.map((ref, i) => [ref, String(part[i]! + 1)]));
}

export const nodeMeasures = {
  neighbours: { on: "node", isNumber: true, valuesOf: (model) => neighbourCount(model, () => true) },
  cases: { on: "node", isNumber: true, valuesOf: (model) => neighbourCount(model, (ref) => ref.startsWith("case:")) },
  received: {
    on: "node",
    isNumber: true,
    valuesOf: (model) => sumOver(model, (link) => (amountOf(link) > 0 ? [[link.to, amountOf(link)]] : [])),
  },
  paid: {
    on: "node",
    isNumber: true,
    valuesOf: (model) => sumOver(model, (link) => (amountOf(link) > 0 ? [[link.from, amountOf(link)]] : [])),
  },
  calls: {
    on: "node",
    isNumber: true,
    valuesOf: (model) =>
      sumOver(model, ({ kind, from, to, count }) =>
        kind === "call" || kind === "message"
          ? [
              [from, count],
              [to, count],
            ]
          : [],
      ),
  },
  firstSeen: { on: "node", isNumber: true, valuesOf: (model) => valuesBy(model, ({ firstAt }) => firstAt) },
  lastSeen: { on: "node", isNumber: true, valuesOf: (model) => valuesBy(model, ({ lastAt }) => lastAt) },
  subtype: { on: "node", isNumber: false, valuesOf: (model) => valuesBy(model, ({ subtype }) => subtype || null) },
  note: { on: "node", isNumber: false, valuesOf: (model) => valuesBy(model, ({ kind, note }) => (kind === "case" ? null : note || null)) },
  community: { on: "node", isNumber: false, valuesOf: communities },
} as const satisfies Readonly<Record<string, NodeMeasure>>;

export const linkMeasures = {
  count: { on: "link", isNumber: true, valueOf: ({ count }) => count },
  amount: { on: "link", isNumber: true, valueOf: (link) => amountOf(link) || null },
  lastSeen: { on: "link", isNumber: true, valueOf: ({ lastAt }) => lastAt },
  kind: { on: "link", isNumber: false, valueOf: ({ kind }) => kind },
} as const satisfies Readonly<Record<string, LinkMeasure>>;

export type NodeMeasureName = keyof typeof nodeMeasures;
export type LinkMeasureName = keyof typeof linkMeasures;
/** Times are told as dates. */
export const isTime = (by: string): boolean => by === "firstSeen" || by === "lastSeen";
export const isMoney = (by: string): boolean => by === "received" || by === "paid" || by === "amount";
