// Lanes of the small timeline: cases as marks, links of each family as counts per bin between the first and the last time on the chart.
import type { ChartModel } from "./graphModel.ts";
import { familyOf } from "./linkLook.ts";

export interface TimelineLane {
  readonly id: "case" | "transfer" | "call" | "other";
  readonly bins: readonly number[];
}

export interface Timeline {
  readonly from: number;
  readonly until: number;
  readonly lanes: readonly TimelineLane[];
}

type LaneId = TimelineLane["id"];

interface Mark {
  readonly lane: LaneId;
  readonly at: number;
}

const laneOrder: readonly LaneId[] = ["case", "transfer", "call", "other"];

function marksOf(model: ChartModel): readonly Mark[] {
  const marks: Mark[] = [];
  for (const node of model.nodes.values())
    if (node.kind === "case" && node.firstAt !== null) marks.push({ lane: "case", at: node.firstAt });
  for (const link of model.links.values()) {
    const family = familyOf(link.kind);
    if (family === "evidence") continue;
    const lane = family === "transfer" || family === "call" ? family : "other";
    for (const at of new Set([link.firstAt, link.lastAt])) if (at !== null) marks.push({ lane, at });
  }
  return marks;
}

/** Null where nothing on the chart has a time. */
export function timelineOf(model: ChartModel, binCount: number): Timeline | null {
  const marks = marksOf(model);
  if (marks.length === 0) return null;
  const from = marks.reduce((least, mark) => Math.min(least, mark.at), Infinity);
  const last = marks.reduce((most, mark) => Math.max(most, mark.at), -Infinity);
  const until = Math.max(last, from + 86_400_000);
  const counts = new Map(laneOrder.map((lane) => [lane, new Array<number>(binCount).fill(0)]));
  for (const { lane, at } of marks) {
    const bin = Math.min(binCount - 1, Math.floor(((at - from) / (until - from)) * binCount));
    counts.get(lane)![bin]! += 1;
  }
  const lanes = laneOrder.map((id) => ({ id, bins: counts.get(id)! })).filter((lane) => lane.bins.some((count) => count > 0));
  return { from, until, lanes };
}
