// A layout of one connected part after the other, put on shelves.
import { roomHeight, roomWidth } from "../placeNew.ts";
import { componentsOf, packBoxes } from "./components.ts";
import { centred, type LayoutInput, type Places } from "./layoutInput.ts";

export interface Spot {
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

const gap = 60;

/** Pictures of parts, each around a ground of its own, side by side without overlap. */
export function shelve(input: LayoutInput, pictures: readonly (readonly Spot[])[]): Places {
  const boxes = pictures.map((spots) => {
    const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
    const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
    const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
    return { left: least(xs), top: least(ys), width: most(xs) - least(xs) + roomWidth, height: most(ys) - least(ys) + roomHeight };
  });
  const corners = packBoxes(boxes, gap);
  const places = new Float64Array(input.refs.length * 2);
  pictures.forEach((spots, i) => {
    for (const { node, x, y } of spots) {
      places[2 * node] = x - boxes[i]!.left + corners[i]!.x;
      places[2 * node + 1] = y - boxes[i]!.top + corners[i]!.y;
    }
  });
  return centred(places);
}

export const placeByParts = (input: LayoutInput, place: (part: readonly number[]) => readonly Spot[]): Places =>
  shelve(input, componentsOf(input).map(place));
