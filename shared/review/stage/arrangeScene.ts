// Places for the wall: what stood on a chart of small labels is spread until nothing covers anything at ten metres. What a scene before has placed stays.
import type { Position } from "../../chart/graphModel.ts";
import { shapeOf } from "../../chart/kindShapes.ts";
import { type Box, stageSizes, textWidth } from "./stageLook.ts";

export interface RoomyNode {
  readonly ref: string;
  readonly kind: string;
  readonly lines: readonly string[];
}

/** What a node takes with its label, around its middle. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const lineHeight = 1.2;
const gap = 8;
/** Between labels on one line: with less, two read as one from ten metres. */
const sideGap = 24;

export function roomOf({ kind, lines }: RoomyNode, glyphScale: number = stageSizes.glyphScale): Room {
  const { width, height } = shapeOf(kind);
  const [half, tall] = [(width * glyphScale) / 2, (height * glyphScale) / 2];
  const label = Math.max(0, ...lines.map((line) => textWidth(line, stageSizes.label))) / 2;
  const side = Math.max(half, label);
  return { left: side, right: side, top: tall, bottom: tall + 6 + lines.length * stageSizes.label * lineHeight };
}

interface Body {
  readonly room: Room;
  readonly isFixed: boolean;
  x: number;
  y: number;
}

/** Half by where they stood, half by their order: a crowd takes the ground that a few far away would leave empty. */
const orderShare = 0.6;

/** Stretched so that the middles fill the box; one line of nodes stays in its middle. */
function stretch(bodies: readonly Body[], { x, y, width, height }: Box): void {
  const free = bodies.filter(({ isFixed }) => !isFixed);
  const along = (get: (body: Body) => number, set: (body: Body, value: number) => void, from: number, length: number) => {
    const values = free.map(get);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (most - least < 1)
      return free.forEach((body) => {
        set(body, from + length / 2);
      });
    const order = [...new Set(values)].sort((a, b) => a - b);
    const shares = values.map(
      (value) => (1 - orderShare) * ((value - least) / (most - least)) + orderShare * (order.indexOf(value) / (order.length - 1)),
    );
    free.forEach((body, i) => {
      set(body, from + shares[i]! * length);
    });
  };
  if (free.length === 0) return;
  const most = (side: keyof Room) => Math.max(...free.map(({ room }) => room[side]));
  const [left, top] = [most("left"), most("top")];
  along(
    (b) => b.x,
    (b, v) => {
      b.x = v;
    },
    x + left,
    Math.max(1, width - left - most("right")),
  );
  along(
    (b) => b.y,
    (b, v) => {
      b.y = v;
    },
    y + top,
    Math.max(1, height - top - most("bottom")),
  );
}

/** Moves two apart along the way that is shorter; true when they met. */
function part(a: Body, b: Body): boolean {
  const right = Math.min(a.x + a.room.right, b.x + b.room.right) - Math.max(a.x - a.room.left, b.x - b.room.left) + sideGap;
  const down = Math.min(a.y + a.room.bottom, b.y + b.room.bottom) - Math.max(a.y - a.room.top, b.y - b.room.top) + gap;
  if (right <= 0 || down <= 0 || (a.isFixed && b.isFixed)) return false;
  const share = a.isFixed || b.isFixed ? 1 : 0.5;
  const isSideways = right < down;
  const step = (isSideways ? right : down) * share + 0.5;
  const sign = (isSideways ? a.x - b.x : a.y - b.y) < 0 ? -1 : 1;
  for (const [body, way] of [
    [a, sign],
    [b, -sign],
  ] as const) {
    if (body.isFixed) continue;
    if (isSideways) body.x += way * step;
    else body.y += way * step;
  }
  return true;
}

function keepInside(body: Body, { x, y, width, height }: Box): void {
  if (body.isFixed) return;
  body.x = Math.min(Math.max(body.x, x + body.room.left), Math.max(x + body.room.left, x + width - body.room.right));
  body.y = Math.min(Math.max(body.y, y + body.room.top), Math.max(y + body.room.top, y + height - body.room.bottom));
}

const mostRounds = 400;

/** True when after it nothing covers anything. */
function spread(bodies: readonly Body[], box: Box): boolean {
  for (let round = 0; round < mostRounds; round++) {
    let hasMet = false;
    for (let i = 0; i < bodies.length; i++) for (let j = i + 1; j < bodies.length; j++) hasMet = part(bodies[i]!, bodies[j]!) || hasMet;
    for (const body of bodies) keepInside(body, box);
    if (!hasMet) return true;
  }
  return false;
}

const growth = 1.05;
const mostGrowths = 40;
/** Beyond so many nothing is legible anyhow: they are stretched and not spread. */
export const mostSpread = 160;

export interface ArrangeRequest {
  readonly nodes: readonly RoomyNode[];
  /** Where they stand on the chart. */
  readonly from: ReadonlyMap<string, Position>;
  /** Where scenes before have put them: these stay. */
  readonly placed: ReadonlyMap<string, Position>;
  readonly box: Box;
}

/** Places in px of the wall, in the order of the refs: the same request gives the same places. The ground grows beyond the box where it is too small. */
export function arrangeScene({ nodes, from, placed, box }: ArrangeRequest): ReadonlyMap<string, Position> {
  const sorted = nodes.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const start = () =>
    sorted.map((node): Body => {
      const known = placed.get(node.ref);
      return { room: roomOf(node), isFixed: known !== undefined, ...(known ?? from.get(node.ref) ?? { x: 0, y: 0 }) };
    });
  let bodies = start();
  let ground = box;
  for (let turn = 0; turn <= mostGrowths; turn++) {
    bodies = start();
    stretch(bodies, ground);
    if (sorted.length > mostSpread || spread(bodies, ground)) break;
    const [width, height] = [ground.width * growth, ground.height * growth];
    ground = { x: box.x - (width - box.width) / 2, y: box.y - (height - box.height) / 2, width, height };
  }
  return new Map(sorted.map(({ ref }, i) => [ref, { x: Math.round(bodies[i]!.x), y: Math.round(bodies[i]!.y) }]));
}
