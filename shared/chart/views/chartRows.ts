// The chart as rows: an entity each, with what its links add up to.
import type { ChartModel, ShownNode } from "../graphModel.ts";
import { liveLinks } from "./linkTimes.ts";

export interface ChartRow {
  readonly node: ShownNode;
  readonly links: number;
  /** 1/100 of the currency. */
  readonly paid: number;
  readonly received: number;
  readonly calls: number;
}

export const rowSorts = ["label", "kind", "links", "paid", "received", "calls", "firstAt", "lastAt"] as const;
export type RowSort = (typeof rowSorts)[number];

export function chartRows(model: ChartModel): readonly ChartRow[] {
  const rows = new Map([...model.nodes.values()].map((node) => [node.ref, { node, links: 0, paid: 0, received: 0, calls: 0 }]));
  for (const { from, to, kind, sum, count } of liveLinks(model)) {
    const [payer, payee] = [rows.get(from)!, rows.get(to)!];
    for (const end of [payer, payee]) {
      end.links += 1;
      if (kind === "call" || kind === "message") end.calls += count;
    }
    if (kind !== "transfer") continue;
    payer.paid += sum ?? 0;
    payee.received += sum ?? 0;
  }
  return [...rows.values()];
}

const compare: Readonly<Record<RowSort, (a: ChartRow, b: ChartRow) => number>> = {
  label: (a, b) => (a.node.label < b.node.label ? -1 : a.node.label > b.node.label ? 1 : 0),
  kind: (a, b) => (a.node.kind < b.node.kind ? -1 : a.node.kind > b.node.kind ? 1 : 0),
  links: (a, b) => b.links - a.links,
  paid: (a, b) => b.paid - a.paid,
  received: (a, b) => b.received - a.received,
  calls: (a, b) => b.calls - a.calls,
  firstAt: (a, b) => (a.node.firstAt ?? Number.POSITIVE_INFINITY) - (b.node.firstAt ?? Number.POSITIVE_INFINITY) || 0,
  lastAt: (a, b) => (b.node.lastAt ?? Number.NEGATIVE_INFINITY) - (a.node.lastAt ?? Number.NEGATIVE_INFINITY) || 0,
};

/** Figures: the largest first; names and first times: the smallest first; the same value: by reference. */
export const sortRows = (rows: readonly ChartRow[], by: RowSort): readonly ChartRow[] =>
  rows.toSorted((a, b) => compare[by](a, b) || (a.node.ref < b.node.ref ? -1 : 1));
