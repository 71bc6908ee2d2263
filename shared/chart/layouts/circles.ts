// Circular groups: communities by Leiden, each a circle of its own, the best tied in its middle; circles on shelves, the largest first.
import { buildCsr } from "../../graph/csr.ts";
import { leiden } from "../../graph/leiden.ts";
import { roomHeight, roomWidth } from "../placeNew.ts";
import { orderByKindAndTime } from "./grid.ts";
import { adjacencyOf, type LayoutInput, type Places } from "./layoutInput.ts";
import { type Spot, shelve } from "./parts.ts";

/** A circle of more is drawn as several, one inside the other. */
const mostOnRing = 60;

function circleOf(nodes: readonly number[], degree: (node: number) => number): readonly Spot[] {
  if (nodes.length === 1) return [{ node: nodes[0]!, x: 0, y: 0 }];
  const middle = nodes.reduce((best, node) => (degree(node) > degree(best) ? node : best));
  const rest = nodes.filter((node) => node !== middle);
  const rings = Math.ceil(rest.length / mostOnRing);
  const perRing = Math.ceil(rest.length / rings);
  const spots: Spot[] = [{ node: middle, x: 0, y: 0 }];
  let radius = 0;
  for (let ring = 0; ring < rings; ring++) {
    const members = rest.slice(ring * perRing, (ring + 1) * perRing);
    radius = Math.max(radius + roomWidth * 1.15, (members.length * roomWidth * 1.05) / (2 * Math.PI));
    members.forEach((node, i) => {
      const angle = (2 * Math.PI * i) / members.length - Math.PI / 2;
      spots.push({
        node,
        x: Math.round(Math.cos(angle) * radius),
        y: Math.round((Math.sin(angle) * radius * roomHeight * 1.25) / roomWidth),
      });
    });
  }
  return spots;
}

export function placeInCircles(input: LayoutInput): Places {
  const around = adjacencyOf(input);
  const community = leiden(buildCsr(input.refs.length, { from: input.from, to: input.to }, false));
  const groups = [...Map.groupBy(orderByKindAndTime(input), (node) => community[node]!).values()];
  groups.sort((a, b) => b.length - a.length || Math.min(...a) - Math.min(...b));
  return shelve(
    input,
    groups.map((nodes) => circleOf(nodes, (node) => around[node]!.length)),
  );
}
