// Nearest points by a grid of cells: rings of cells are searched outwards until nothing nearer can come.
import type { Point } from "../../import/address/convertDatum.ts";
import { metresADegree, metresBetween } from "../../model/metres.ts";

export interface GridPoint extends Point {
  readonly id: number;
}

export interface NearPoint {
  readonly id: number;
  readonly metres: number;
}

/** Side of a cell: some 220 metres north to south. */
const cellDegrees = 0.002;

export class PointGrid {
  private readonly cells = new Map<string, GridPoint[]>();

  constructor(points: Iterable<GridPoint>) {
    for (const point of points) {
      const key = `${Math.floor(point.longitude / cellDegrees)} ${Math.floor(point.latitude / cellDegrees)}`;
      const known = this.cells.get(key);
      if (known) known.push(point);
      else this.cells.set(key, [point]);
    }
  }

  /** Nearest first, at most `top`, none farther than `metres`. */
  findNearest(from: Point, metres: number, top: number): NearPoint[] {
    const [x, y] = [Math.floor(from.longitude / cellDegrees), Math.floor(from.latitude / cellDegrees)];
    // A cell is narrower than it is high: cos of the latitude, a little wider for the row of cells above.
    const narrow = Math.max(0.05, Math.cos((Math.min(89, Math.abs(from.latitude) + cellDegrees) * Math.PI) / 180));
    const cellMetres = cellDegrees * metresADegree * narrow;
    const rings = Math.ceil(metres / cellMetres) + 1;
    let found: NearPoint[] = [];
    for (let ring = 0; ring <= rings; ring++) {
      for (const point of this.ring(x, y, ring)) {
        const distance = metresBetween(from, point);
        if (distance <= metres) found.push({ id: point.id, metres: distance });
      }
      found = found.sort((a, b) => a.metres - b.metres || a.id - b.id).slice(0, top);
      if (found.length === top && found[top - 1]!.metres <= (ring - 1) * cellMetres) break;
    }
    return found;
  }

  private *ring(x: number, y: number, ring: number): Generator<GridPoint> {
    for (let dx = -ring; dx <= ring; dx++) {
      const isSide = Math.abs(dx) === ring;
      for (let dy = -ring; dy <= ring; dy += isSide || ring === 0 ? 1 : 2 * ring) yield* this.cells.get(`${x + dx} ${y + dy}`) ?? [];
    }
  }
}
