// Radial: the one in the middle, rings by the number of steps from it, children beside their parents. Wills 1999, "NicheWorks", with rings wide enough for their labels.
import { roomHeight, roomWidth } from "../placeNew.ts";
import { adjacencyOf, type LayoutInput, type Places } from "./layoutInput.ts";
import { placeByParts, type Spot } from "./parts.ts";

const leastRing = roomWidth * 1.15;

/** The asked one where the part holds it, else the one with most neighbours. */
function middleOf(part: readonly number[], around: readonly (readonly number[])[], asked: number): number {
  if (part.includes(asked)) return asked;
  return part.reduce((best, node) => (around[node]!.length > around[best]!.length ? node : best), part[0]!);
}

interface Ring {
  readonly node: number;
  readonly angle: number;
}

/** Nodes of the next ring in the order of their parents' angles, spread evenly. */
function nextRing(ring: readonly Ring[], around: readonly (readonly number[])[], seen: Set<number>): readonly number[] {
  return [...ring]
    .sort((a, b) => a.angle - b.angle)
    .flatMap(({ node }) =>
      [...around[node]!]
        .sort((a, b) => a - b)
        .filter((next) => {
          if (seen.has(next)) return false;
          seen.add(next);
          return true;
        }),
    );
}

export function placeRadial(input: LayoutInput): Places {
  const around = adjacencyOf(input);
  return placeByParts(input, (part) => {
    const middle = middleOf(part, around, input.centre);
    const seen = new Set([middle]);
    const spots: Spot[] = [{ node: middle, x: 0, y: 0 }];
    let ring: readonly Ring[] = [{ node: middle, angle: 0 }];
    let radius = 0;
    for (;;) {
      const nodes = nextRing(ring, around, seen);
      if (nodes.length === 0) return spots;
      radius = Math.max(radius + leastRing, (nodes.length * roomWidth * 1.05) / (2 * Math.PI));
      ring = nodes.map((node, i) => ({ node, angle: (2 * Math.PI * i) / nodes.length - Math.PI / 2 }));
      for (const { node, angle } of ring)
        spots.push({
          node,
          x: Math.round(Math.cos(angle) * radius),
          y: Math.round((Math.sin(angle) * radius * roomHeight * 1.25) / roomWidth),
        });
    }
  });
}
