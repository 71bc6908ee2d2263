// Grid: kinds in turn, within a kind by first time, as wide as a screen.
import { roomHeight, roomWidth } from "../placeNew.ts";
import { centred, type LayoutInput, type Places } from "./layoutInput.ts";

export function placeOnGrid(input: LayoutInput): Places {
  const order = orderByKindAndTime(input);
  const columns = Math.max(1, Math.ceil(Math.sqrt(order.length * 1.2)));
  const places = new Float64Array(order.length * 2);
  order.forEach((node, i) => {
    places[2 * node] = (i % columns) * roomWidth * 1.1;
    places[2 * node + 1] = Math.floor(i / columns) * roomHeight * 1.3;
  });
  return centred(places);
}

export function orderByKindAndTime(input: LayoutInput): readonly number[] {
  const time = (i: number): number => (Number.isNaN(input.times[i]!) ? Number.MAX_SAFE_INTEGER : input.times[i]!);
  return input.refs.map((_, i) => i).sort((a, b) => input.kinds[a]!.localeCompare(input.kinds[b]!, "en") || time(a) - time(b) || a - b);
}
