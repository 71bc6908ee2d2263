// What looks can go by: values of nodes and links as they stand on the chart. A new one is one entry here and its words in the catalogue.
import { sampledBetweenness } from "../../graph/betweenness.ts";
import { buildCsr, type Csr } from "../../graph/csr.ts";
import { coreNumbers } from "../../graph/kCore.ts";
import { leiden } from "../../graph/leiden.ts";
import { pageRank } from "../../graph/pagerank.ts";
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
  valuesOf(model: ChartModel): ReadonlyMap<string, MeasureValue>;
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

/** A number or a word of each node from the graph core: links walked both ways, what is switched off left out. */
function byGraph(model: ChartModel, work: (graph: Csr) => ArrayLike<number>, tell: (value: number) => MeasureValue) {
  const refs = [...model.nodes.keys()].sort();
  const index = new Map(refs.map((ref, i) => [ref, i]));
  const links = live(model);
  const edges = { from: links.map(({ from }) => index.get(from)!), to: links.map(({ to }) => index.get(to)!) };
  const values = work(buildCsr(refs.length, edges, false));
  return new Map(refs.map((ref, i) => [ref, tell(values[i]!)]));
}

/** Sources from which shortest paths are counted: all of a small chart, a seeded sample of a large one. */
const mostSources = 256;
const bridges = (graph: Csr): ArrayLike<number> => sampledBetweenness(graph, mostSources, 1);
const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

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
  community: {
    on: "node",
    isNumber: false,
    valuesOf: (model) =>
      byGraph(
        model,
        (graph) => leiden(graph),
        (part) => String(part + 1),
      ),
  },
  bridge: { on: "node", isNumber: true, valuesOf: (model) => byGraph(model, bridges, Math.round) },
  /** Per thousand of all. */
  influence: {
    on: "node",
    isNumber: true,
    valuesOf: (model) =>
      byGraph(
        model,
        (graph) => pageRank(graph),
        (share) => oneDecimal(share * 1000),
      ),
  },
  core: { on: "node", isNumber: true, valuesOf: (model) => byGraph(model, coreNumbers, (value) => value) },
} as const satisfies Readonly<Record<string, NodeMeasure>>;

const byLink = (model: ChartModel, value: (link: ChartLink) => MeasureValue): ReadonlyMap<string, MeasureValue> =>
  new Map([...model.links.values()].map((link) => [link.id, value(link)]));

/** Measures of entities that a link can go by: the smaller of its two ends. */
export const endMeasures = ["neighbours", "cases", "received", "paid", "calls", "bridge", "influence", "core"] as const;
export type EndMeasureName = `ends.${(typeof endMeasures)[number]}`;

function ofEnds(by: (typeof endMeasures)[number]): LinkMeasure {
  return {
    on: "link",
    isNumber: true,
    valuesOf: (model) => {
      const values = nodeMeasures[by].valuesOf(model);
      return byLink(model, ({ from, to }) => {
        const [a, b] = [values.get(from) ?? null, values.get(to) ?? null];
        return typeof a === "number" && typeof b === "number" ? Math.min(a, b) : null;
      });
    },
  };
}

const dayMilliseconds = 86_400_000;
const daysOf = ({ firstAt, lastAt }: ChartLink): number | null =>
  firstAt === null || lastAt === null ? null : Math.floor((lastAt - firstAt) / dayMilliseconds) + 1;

export const ownLinkMeasures = {
  count: { on: "link", isNumber: true, valuesOf: (model) => byLink(model, ({ count }) => count) },
  amount: { on: "link", isNumber: true, valuesOf: (model) => byLink(model, (link) => amountOf(link) || null) },
  bits: { on: "link", isNumber: true, valuesOf: (model) => byLink(model, ({ kind, sum }) => (kind === "evidence" ? sum : null)) },
  days: { on: "link", isNumber: true, valuesOf: (model) => byLink(model, daysOf) },
  firstSeen: { on: "link", isNumber: true, valuesOf: (model) => byLink(model, ({ firstAt }) => firstAt) },
  lastSeen: { on: "link", isNumber: true, valuesOf: (model) => byLink(model, ({ lastAt }) => lastAt) },
  kind: { on: "link", isNumber: false, valuesOf: (model) => byLink(model, ({ kind }) => kind) },
} as const satisfies Readonly<Record<string, LinkMeasure>>;

export const linkMeasures: Readonly<Record<string, LinkMeasure>> = {
  ...ownLinkMeasures,
  ...Object.fromEntries(endMeasures.map((by) => [`ends.${by}`, ofEnds(by)])),
};

export type NodeMeasureName = keyof typeof nodeMeasures;
export type LinkMeasureName = keyof typeof ownLinkMeasures;
/** The measure of entities that a measure of links takes from its ends; null: it is the link's own. */
export const endOf = (by: string): NodeMeasureName | null => endMeasures.find((one) => by === `ends.${one}`) ?? null;
const measured = (by: string): string => endOf(by) ?? by;
/** Times are told as dates. */
export const isTime = (by: string): boolean => by === "firstSeen" || by === "lastSeen";
export const isMoney = (by: string): boolean => ["received", "paid", "amount"].includes(measured(by));
