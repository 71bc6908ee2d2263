// The outline and size of each kind of entity on a chart. Shape carries what ten hues cannot for a colour-blind eye; screen and exports share it.

export type OutlineName = "round-rectangle" | "ellipse" | "octagon" | "hexagon" | "pentagon" | "diamond";

export interface KindShape {
  readonly outline: OutlineName;
  readonly width: number;
  readonly height: number;
  readonly corner: number;
}

const shape = (outline: OutlineName, width: number, height = width, corner = 0): KindShape => ({ outline, width, height, corner });

const otherShape = shape("ellipse", 28);

export const kindShapes: Readonly<Record<string, KindShape>> = {
  case: shape("round-rectangle", 36, 36, 7),
  person: shape("ellipse", 30),
  organisation: shape("octagon", 32),
  phone: shape("hexagon", 34),
  account: shape("round-rectangle", 38, 26, 4),
  device: shape("hexagon", 34),
  netid: shape("pentagon", 34),
  vehicle: shape("diamond", 36),
  place: shape("diamond", 36),
  thing: shape("diamond", 36),
  /** Several entities collapsed into one. */
  group: shape("round-rectangle", 44, 44, 10),
};

export const shapeOf = (kind: string): KindShape => kindShapes[kind] ?? otherShape;

const outlineSides: Readonly<Partial<Record<OutlineName, number>>> = { octagon: 8, hexagon: 6, pentagon: 5, diamond: 4 };

/** Corners of a polygon outline around (0, 0), or null for round outlines. Flat top for even counts of sides, as the canvas draws them. */
export function outlineCorners(kind: string): readonly (readonly [number, number])[] | null {
  const { outline, width, height } = shapeOf(kind);
  const sides = outlineSides[outline];
  if (sides === undefined) return null;
  const turn = (2 * Math.PI) / sides;
  const start = Math.PI / 2 + (sides % 2 === 0 && sides !== 4 ? turn / 2 : 0);
  const unit = Array.from({ length: sides }, (_, i) => [Math.cos(start + i * turn), -Math.sin(start + i * turn)] as const);
  const widest = Math.max(...unit.map(([x]) => Math.abs(x)));
  const top = Math.min(...unit.map(([, y]) => y));
  const bottom = Math.max(...unit.map(([, y]) => y));
  return unit.map(([x, y]) => [(x / widest) * (width / 2), ((y - top) / (bottom - top) - 0.5) * height] as const);
}
