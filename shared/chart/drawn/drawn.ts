// What is drawn of a chart: fewer, merged or stand-in elements in the same places. The model underneath stays whole.
import type { ChartLink } from "../elements.ts";
import type { ChartModel, Position, ShownNode } from "../graphModel.ts";

export interface Drawn {
  readonly nodes: ReadonlyMap<string, ShownNode>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly links: ReadonlyMap<string, ChartLink>;
  /** Id of a drawn stand-in → ids of what it stands for. */
  readonly standsFor: ReadonlyMap<string, readonly string[]>;
}

export type DrawStep = (drawn: Drawn, model: ChartModel) => Drawn;

/** One link for several between the same two ends: counts and sums added, the earliest and the latest time. */
export function mergeLinks(id: string, links: readonly ChartLink[], ends: { readonly from: string; readonly to: string }): ChartLink {
  const kinds = new Set(links.map((link) => link.kind));
  const times = links.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]).filter((at) => at !== null);
  const sums = links.flatMap(({ sum }) => sum ?? []);
  const isOneWay = links.every((link) => link.directed && link.from === links[0]!.from);
  return {
    id,
    from: isOneWay ? links[0]!.from : ends.from,
    to: isOneWay ? links[0]!.to : ends.to,
    kind: kinds.size === 1 ? links[0]!.kind : "several",
    directed: isOneWay,
    count: links.reduce((total, link) => total + link.count, 0),
    sum: kinds.size === 1 && sums.length > 0 ? sums.reduce((total, sum) => total + sum, 0) : null,
    firstAt: times.length === 0 ? null : Math.min(...times),
    lastAt: times.length === 0 ? null : Math.max(...times),
    confirmed: links.every((link) => link.confirmed),
  };
}

/** Ids that an id stands for, through all stages. */
export function membersOf(standsFor: Drawn["standsFor"], id: string): readonly string[] {
  const members = standsFor.get(id);
  return members === undefined ? [id] : members.flatMap((member) => membersOf(standsFor, member));
}
