// By time: from left to right by the first time of each node, a lane for each kind; within a lane rows, so that nothing lies over anything. What has no time stands at the left.
import { entityKinds } from "../../model/entity.ts";
import { roomHeight, roomWidth } from "../placeNew.ts";
import { centred, type LayoutInput, type Places } from "./layoutInput.ts";

const laneGap = roomHeight * 0.6;
const leastWidth = 1400;
/** Room along the time axis for each dated node. */
const widthPerNode = 34;
const timelessColumns = 4;

const laneOrder = (kind: string): number => {
  const at = (entityKinds as readonly string[]).indexOf(kind);
  return at < 0 ? entityKinds.length : at;
};

/** Row of each node of a lane: the first in which it has room beside the one before. */
function rowsOf(lane: readonly number[], xs: Float64Array): ReadonlyMap<number, number> {
  const ends: number[] = [];
  const rows = new Map<number, number>();
  for (const node of lane) {
    const at = ends.findIndex((end) => end + roomWidth <= xs[node]!);
    const row = at < 0 ? ends.length : at;
    ends[row] = xs[node]!;
    rows.set(node, row);
  }
  return rows;
}

export function placeByTime(input: LayoutInput): Places {
  const nodes = input.refs.map((_, i) => i);
  const dated = nodes.filter((i) => !Number.isNaN(input.times[i]!));
  const first = dated.reduce((least, i) => Math.min(least, input.times[i]!), Infinity);
  const last = dated.reduce((most, i) => Math.max(most, input.times[i]!), -Infinity);
  const width = Math.max(leastWidth, dated.length * widthPerNode);
  const xs = new Float64Array(nodes.length);
  for (const i of dated) xs[i] = last === first ? 0 : Math.round(((input.times[i]! - first) / (last - first)) * width);
  const places = new Float64Array(nodes.length * 2);
  let y = 0;
  const lanes = [...Map.groupBy(nodes, (i) => input.kinds[i]!)].sort(([a], [b]) => laneOrder(a) - laneOrder(b) || (a < b ? -1 : 1));
  for (const [, lane] of lanes) {
    const timeless = lane.filter((i) => Number.isNaN(input.times[i]!));
    for (const [k, node] of timeless.entries()) {
      xs[node] = -(timelessColumns - (k % timelessColumns) + 0.4) * roomWidth * 1.05;
      places[2 * node + 1] = y + Math.floor(k / timelessColumns) * roomHeight;
    }
    const timed = lane.filter((i) => !Number.isNaN(input.times[i]!)).sort((a, b) => xs[a]! - xs[b]! || a - b);
    const rows = rowsOf(timed, xs);
    for (const [node, row] of rows) places[2 * node + 1] = y + row * roomHeight;
    for (const node of lane) places[2 * node] = xs[node]!;
    const tall = Math.max(Math.ceil(timeless.length / timelessColumns), ...[...rows.values()].map((row) => row + 1), 1);
    y += tall * roomHeight + laneGap;
  }
  return centred(places);
}
