// Expanding an entity on the chart: counts first, then what was ticked, on free ground.
import type { ExpandChoice, NeighbourCount } from "../../shared/chart/calls.ts";
import { drawnWith } from "../../shared/chart/drawn/mergeRecords.ts";

import { engine } from "../rpc/engine.ts";
import { addElements, showMenu, useChart } from "./chart.ts";
import { tell } from "./toasts.ts";

/** Above this many at once it asks first. */
export const hubWarningAbove = 200;

export const groupKey = (group: Pick<NeighbourCount, "link" | "direction" | "kind">): string =>
  `${group.link}|${group.direction}|${group.kind}`;

/** What a group would add: all of it less the public ones and those on the chart. */
export const addableOf = (group: NeighbourCount, withPublic: boolean): number =>
  Math.max(0, group.count - group.onChart - (withPublic ? 0 : group.publicCount));

/** Groups worth ticking from the start: those that add something and are not a crowd. */
export const firstTicks = (counts: readonly NeighbourCount[]): ReadonlySet<string> =>
  new Set(counts.filter((group) => addableOf(group, false) > 0 && addableOf(group, false) <= hubWarningAbove).map(groupKey));

export interface ExpandOrder {
  readonly ref: string;
  readonly groups: readonly NeighbourCount[];
  readonly limit: number;
  readonly withPublic: boolean;
  readonly choose: ExpandChoice;
}

export async function expandEntity({ ref, groups, limit, withPublic, choose }: ExpandOrder): Promise<void> {
  const { model } = useChart.getState().chart;
  const answer = await engine.call("chart.expandEntity", {
    entity: ref,
    also: drawnWith(model.identities, ref).slice(1),
    groups: groups.map(({ link, direction, kind }) => ({ link, direction, kind })),
    limit,
    present: [...model.nodes.keys()],
    withPublic,
    choose,
  });
  const added = addElements("expand", answer, model.positions.get(ref) ?? { x: 0, y: 0 });
  showMenu(null);
  const left = answer.left + answer.unseen;
  tell(left > 0 ? "chart.toast.expandedPartly" : "chart.toast.expanded", { n: added, left });
}
