// Strokes of an icon as DrawingML geometry: SVG path language read, arcs turned into curves of Bézier (W3C SVG 1.1, appendix F.6).

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A piece of an outline, absolute. */
export type Piece =
  | { readonly kind: "move" | "line"; readonly to: Point }
  | { readonly kind: "curve"; readonly first: Point; readonly second: Point; readonly to: Point }
  | { readonly kind: "close" };

const argumentCounts: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, a: 7, z: 0 };

interface Pencil {
  at: Point;
  start: Point;
  /** Second handle of the last curve, for smooth ones. */
  handle: Point | null;
}

type Draw = (pencil: Pencil, values: readonly number[], isRelative: boolean) => readonly Piece[];

const place = ({ at }: Pencil, x: number, y: number, isRelative: boolean): Point => (isRelative ? { x: at.x + x, y: at.y + y } : { x, y });

const draws: Readonly<Record<string, Draw>> = {
  m: (pencil, [x = 0, y = 0], relative) => {
    const to = place(pencil, x, y, relative);
    pencil.start = to;
    return [{ kind: "move", to }];
  },
  l: (pencil, [x = 0, y = 0], relative) => [{ kind: "line", to: place(pencil, x, y, relative) }],
  h: (pencil, [x = 0], relative) => [{ kind: "line", to: { x: relative ? pencil.at.x + x : x, y: pencil.at.y } }],
  v: (pencil, [y = 0], relative) => [{ kind: "line", to: { x: pencil.at.x, y: relative ? pencil.at.y + y : y } }],
  c: (pencil, [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0], relative) => {
    const at = (u: number, v: number) => place(pencil, u, v, relative);
    return [{ kind: "curve", first: at(a, b), second: at(c, d), to: at(x, y) }];
  },
  s: (pencil, [c = 0, d = 0, x = 0, y = 0], relative) => {
    const { at, handle } = pencil;
    const first = handle === null ? at : { x: 2 * at.x - handle.x, y: 2 * at.y - handle.y };
    return [{ kind: "curve", first, second: place(pencil, c, d, relative), to: place(pencil, x, y, relative) }];
  },
  q: (pencil, [a = 0, b = 0, x = 0, y = 0], relative) => {
    const [control, to] = [place(pencil, a, b, relative), place(pencil, x, y, relative)];
    const third = (from: Point): Point => ({ x: from.x + (2 / 3) * (control.x - from.x), y: from.y + (2 / 3) * (control.y - from.y) });
    return [{ kind: "curve", first: third(pencil.at), second: third(to), to }];
  },
  a: (pencil, [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, x = 0, y = 0], relative) =>
    arcCurves(pencil.at, place(pencil, x, y, relative), { rx, ry, turn, isLarge: large !== 0, isSweep: sweep !== 0 }),
  z: () => [{ kind: "close" }],
};

interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Degrees. */
  readonly turn: number;
  readonly isLarge: boolean;
  readonly isSweep: boolean;
}

/** From end points to the middle (F.6.5), then a curve for each quarter. Our icons have no turned ellipses of two radii. */
function arcCurves(from: Point, to: Point, { rx, ry, isLarge, isSweep }: Arc): readonly Piece[] {
  if (rx === 0 || ry === 0 || (from.x === to.x && from.y === to.y)) return [{ kind: "line", to }];
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 };
  const grow = Math.max(1, Math.sqrt((half.x / rx) ** 2 + (half.y / ry) ** 2));
  const [a, b] = [rx * grow, ry * grow];
  const square = (a * b) ** 2 - (a * half.y) ** 2 - (b * half.x) ** 2;
  const factor = Math.sqrt(Math.max(0, square / ((a * half.y) ** 2 + (b * half.x) ** 2))) * (isLarge === isSweep ? -1 : 1);
  const middle = { x: (factor * a * half.y) / b + (from.x + to.x) / 2, y: (-factor * b * half.x) / a + (from.y + to.y) / 2 };
  const angleOf = ({ x, y }: Point) => Math.atan2((y - middle.y) / b, (x - middle.x) / a);
  const begin = angleOf(from);
  let swept = angleOf(to) - begin;
  if (isSweep && swept < 0) swept += 2 * Math.PI;
  if (!isSweep && swept > 0) swept -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(swept) / (Math.PI / 2) - 1e-9));
  const step = swept / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  const at = (angle: number, along: number): Point => ({
    x: middle.x + a * (Math.cos(angle) - along * Math.sin(angle)),
    y: middle.y + b * (Math.sin(angle) + along * Math.cos(angle)),
  });
  return Array.from({ length: count }, (_, i): Piece => {
    const [one, two] = [begin + i * step, begin + (i + 1) * step];
    return { kind: "curve", first: at(one, reach), second: at(two, -reach), to: i === count - 1 ? to : at(two, 0) };
  });
}

function follow(pencil: Pencil, piece: Piece): void {
  pencil.at = piece.kind === "close" ? pencil.start : piece.to;
  pencil.handle = piece.kind === "curve" ? piece.second : null;
}

/** The pieces of an outline in SVG path language. */
export function readPath(outline: string): readonly Piece[] {
  const pencil: Pencil = { at: { x: 0, y: 0 }, start: { x: 0, y: 0 }, handle: null };
  const pieces: Piece[] = [];
  for (const [, letter = "", rest = ""] of outline.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const name = letter.toLowerCase();
    const values = [...rest.matchAll(/-?(?:\d+\.\d*|\.\d+|\d+)(?:e-?\d+)?/g)].map(([value]) => Number(value));
    const count = argumentCounts[name]!;
    for (let i = 0; i === 0 || (count > 0 && i + count <= values.length); i += Math.max(1, count)) {
      // Further pairs after a move are lines (8.3.2).
      const draw = draws[name === "m" && i > 0 ? "l" : name]!;
      for (const piece of draw(pencil, values.slice(i, i + count), letter === name)) {
        pieces.push(piece);
        follow(pencil, piece);
      }
      if (count === 0) break;
    }
  }
  return pieces;
}

const unit = 1000;
const side = 24 * unit;
const point = ({ x, y }: Point): string => `<a:pt x="${Math.round(x * unit)}" y="${Math.round(y * unit)}"/>`;

function pieceXml(piece: Piece): string {
  if (piece.kind === "close") return "<a:close/>";
  if (piece.kind === "move") return `<a:moveTo>${point(piece.to)}</a:moveTo>`;
  if (piece.kind === "curve") return `<a:cubicBezTo>${point(piece.first)}${point(piece.second)}${point(piece.to)}</a:cubicBezTo>`;
  return `<a:lnTo>${point(piece.to)}</a:lnTo>`;
}

/** The strokes of an icon (SVG markup for a box of 24 × 24) as one geometry. */
export function iconGeometry(markup: string): string {
  const outlines = [...markup.matchAll(/\bd="([^"]+)"/g)].map(([, outline]) => outline!);
  const pieces = outlines.flatMap(readPath).map(pieceXml).join("");
  return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${side}" h="${side}" fill="none">${pieces}</a:path></a:pathLst></a:custGeom>`;
}
