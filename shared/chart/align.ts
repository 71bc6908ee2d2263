// Aligning and distributing what is selected: places in, places out; one line, or equal steps between the outermost.
import type { Position } from "./graphModel.ts";

export const alignments = ["left", "centre", "right", "top", "middle", "bottom", "spreadAcross", "spreadDown"] as const;
export type Alignment = (typeof alignments)[number];

type Align = (places: readonly Position[]) => readonly Position[];

const xs = (places: readonly Position[]) => places.map((place) => place.x);
const ys = (places: readonly Position[]) => places.map((place) => place.y);
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
const middle = (values: readonly number[]) => Math.round((least(values) + most(values)) / 2);

const onColumn =
  (pick: (values: readonly number[]) => number): Align =>
  (places) =>
    places.map(({ y }) => ({ x: pick(xs(places)), y }));
const onRow =
  (pick: (values: readonly number[]) => number): Align =>
  (places) =>
    places.map(({ x }) => ({ x, y: pick(ys(places)) }));

/** Equal steps between the first and the last, in the order in which they stand. */
function spread(values: readonly number[]): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const [low, high] = [least(values), most(values)];
  const next = [...values];
  order.forEach((i, place) => {
    next[i] = values.length < 2 ? low : Math.round(low + ((high - low) * place) / (values.length - 1));
  });
  return next;
}

const registry: Readonly<Record<Alignment, Align>> = {
  left: onColumn(least),
  centre: onColumn(middle),
  right: onColumn(most),
  top: onRow(least),
  middle: onRow(middle),
  bottom: onRow(most),
  spreadAcross: (places) => {
    const next = spread(xs(places));
    return places.map(({ y }, i) => ({ x: next[i]!, y }));
  },
  spreadDown: (places) => {
    const next = spread(ys(places));
    return places.map(({ x }, i) => ({ x, y: next[i]! }));
  },
};

export const align = (alignment: Alignment, places: readonly Position[]): readonly Position[] => registry[alignment](places);
