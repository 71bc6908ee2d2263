// First places of a small graph that has none: springs along links, everything pushes everything (Fruchterman and Reingold 1991), from a circle, no chance.
import type { Position } from "../../chart/graphModel.ts";

interface Link {
  readonly from: string;
  readonly to: string;
}

const rounds = 300;
const length = 100;

/** Wider than high, as a wall is. */
const aspect = 1.8;

export function springPlaces(refs: readonly string[], links: readonly Link[]): ReadonlyMap<string, Position> {
  const sorted = refs.toSorted();
  const index = new Map(sorted.map((ref, i) => [ref, i]));
  const radius = (length * sorted.length) / Math.PI;
  const places = sorted.map((_, i) => {
    const angle = (2 * Math.PI * i) / sorted.length;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const pairs = links.flatMap(({ from, to }) =>
    from !== to && index.has(from) && index.has(to) ? [[index.get(from)!, index.get(to)!] as const] : [],
  );
  for (let round = 0; round < rounds; round++) pull(places, pairs, length * 2 * (1 - round / rounds) + 1);
  return new Map(sorted.map((ref, i) => [ref, { x: places[i]!.x * aspect, y: places[i]!.y }]));
}

function pull(places: { x: number; y: number }[], pairs: readonly (readonly [number, number])[], most: number): void {
  const push = places.map(() => ({ x: 0, y: 0 }));
  const add = (i: number, j: number, force: (distance: number) => number) => {
    const [dx, dy] = [places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y];
    const distance = Math.max(1, Math.hypot(dx, dy));
    const share = force(distance) / distance;
    push[i]!.x += dx * share;
    push[i]!.y += dy * share;
    push[j]!.x -= dx * share;
    push[j]!.y -= dy * share;
  };
  for (let i = 0; i < places.length; i++) for (let j = i + 1; j < places.length; j++) add(i, j, (distance) => length ** 2 / distance);
  for (const [i, j] of pairs) add(i, j, (distance) => -(distance ** 2) / length);
  places.forEach((place, i) => {
    const force = Math.hypot(push[i]!.x, push[i]!.y);
    const step = force === 0 ? 0 : Math.min(force, most) / force;
    // A weak pull to the middle keeps parts that no link joins together.
    place.x = (place.x + push[i]!.x * step) * 0.998;
    place.y = (place.y + push[i]!.y * step) * 0.998;
  });
}
