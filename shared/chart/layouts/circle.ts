// Circle: kinds as arcs, within a kind by first time.
import { roomWidth } from "../placeNew.ts";
import { orderByKindAndTime } from "./grid.ts";
import type { LayoutInput, Places } from "./layoutInput.ts";

export function placeOnCircle(input: LayoutInput): Places {
  const order = orderByKindAndTime(input);
  const radius = Math.max(120, (order.length * roomWidth) / (2 * Math.PI));
  const places = new Float64Array(order.length * 2);
  order.forEach((node, i) => {
    const angle = (2 * Math.PI * i) / order.length - Math.PI / 2;
    places[2 * node] = Math.round(Math.cos(angle) * radius);
    places[2 * node + 1] = Math.round(Math.sin(angle) * radius);
  });
  return places;
}
