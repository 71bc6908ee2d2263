// What of a chart lies on a map: cases where they happened, places where they lie, and who was at them by the links of the chart.
import { isoTime } from "../../model/time.ts";
import type { MapPoint } from "../../trace/mapCalls.ts";
import type { ChartModel } from "../graphModel.ts";
import { isInWindow, type TimeWindow } from "../muted.ts";
import { liveLinks } from "./linkTimes.ts";

const clock = (at: number | null): string | null => (at === null ? null : isoTime(at));

/** `known`: points of cases and of the places themselves, as the workspace gives them. */
export function chartPlaces(model: ChartModel, known: readonly MapPoint[], timeWindow: TimeWindow): readonly MapPoint[] {
  const { nodes, filter } = model;
  const places = new Map(known.filter(({ entity, place }) => entity === place).map((point) => [point.place, point]));
  const isSeen = (ref: string) => {
    const node = nodes.get(ref);
    return node !== undefined && !filter.hiddenKinds.includes(node.kind) && isInWindow(timeWindow, node.firstAt, node.lastAt);
  };
  const own = known.filter(({ entity }) => isSeen(entity));
  const visits = liveLinks(model).flatMap((link): MapPoint[] => {
    if (!isInWindow(timeWindow, link.firstAt, link.lastAt)) return [];
    return [[link.from, link.to] as const, [link.to, link.from] as const].flatMap(([who, where]) => {
      const place = places.get(where);
      const { kind, label } = nodes.get(who)!;
      if (place === undefined || kind === "case" || kind === "place") return [];
      return { ...place, entity: who, label, event: "stay" as const, from: clock(link.firstAt), until: clock(link.lastAt) };
    });
  });
  return [...own, ...visits].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
}
