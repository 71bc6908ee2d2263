// The last touch of every layout: nothing lies over anything. What is pinned or outside the layout stays; what would lie on it goes to the nearest free place.
import type { Position } from "../graphModel.ts";
import type { LayoutInput, Places } from "./layoutInput.ts";

/** Room of the shapes themselves, without labels: the largest is 44 wide. */
export const bodyWidth = 52;
export const bodyHeight = 50;

/** Room with a label of eight letters under the shape. */
const labelWidth = 86;
const labelHeight = 72;
/** A label may move its node so many rings; further away it would tear apart what belongs together. */
const mostRings = 5;

/** Where nodes stand, in cells as large as the room that each is given. */
class Taken {
  private readonly cells = new Map<string, Position[]>();
  private readonly width: number;
  private readonly height: number;

  constructor(width = bodyWidth, height = bodyHeight) {
    this.width = width;
    this.height = height;
  }

  add(at: Position): void {
    const key = `${Math.floor(at.x / this.width)},${Math.floor(at.y / this.height)}`;
    const cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, [at]);
    else cell.push(at);
  }

  isFree(at: Position): boolean {
    const [column, row] = [Math.floor(at.x / this.width), Math.floor(at.y / this.height)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of this.cells.get(`${column + dx},${row + dy}`) ?? [])
          if (Math.abs(other.x - at.x) < this.width && Math.abs(other.y - at.y) < this.height) return false;
    return true;
  }
}

/** The nearest free place on growing rings; null when the first `most` of them hold none. */
function nearestFree(taken: Taken, from: Position, most: number): Position | null {
  if (taken.isFree(from)) return from;
  const step = most === Infinity ? 1 : 0.5;
  for (let ring = 1; ring <= most; ring++) {
    const count = 6 * ring;
    for (let i = 0; i < count; i++) {
      const angle = (2 * Math.PI * i) / count;
      const at = {
        x: Math.round(from.x + Math.cos(angle) * ring * step * bodyWidth),
        y: Math.round(from.y + Math.sin(angle) * ring * step * bodyHeight),
      };
      if (taken.isFree(at)) return at;
    }
  }
  return null;
}

/** Pinned nodes where they were, all others without overlap among themselves, with those and with `others`. */
export function settle(input: LayoutInput, places: Places, others: Iterable<Position> = []): Places {
  const [taken, labelled] = [new Taken(), new Taken(labelWidth, labelHeight)];
  for (const other of others) {
    taken.add(other);
    labelled.add(other);
  }
  const settled = places.slice();
  const put = (node: number, { x, y }: Position) => {
    settled[2 * node] = x;
    settled[2 * node + 1] = y;
    taken.add({ x, y });
    labelled.add({ x, y });
  };
  input.pinned.forEach((isPinned, node) => {
    if (isPinned === 1) put(node, { x: input.positions[2 * node]!, y: input.positions[2 * node + 1]! });
  });
  input.pinned.forEach((isPinned, node) => {
    if (isPinned === 1) return;
    const from = { x: Math.round(places[2 * node]!), y: Math.round(places[2 * node + 1]!) };
    put(node, nearestFree(labelled, from, mostRings) ?? nearestFree(taken, from, Infinity)!);
  });
  return settled;
}

/** A layout of a part put where the part stood: the middle of both is the same. */
export function atOldMiddle(input: LayoutInput, places: Places): Places {
  const middle = (values: ArrayLike<number>, side: 0 | 1): number => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = side; i < values.length; i += 2) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
    return (low + high) / 2;
  };
  const shift = [middle(input.positions, 0) - middle(places, 0), middle(input.positions, 1) - middle(places, 1)] as const;
  return places.map((value, i) => Math.round(value + shift[i % 2]!));
}
