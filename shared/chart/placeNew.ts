// Finds free ground for nodes that are added to a chart: near their neighbour, over nothing, and without moving what is placed.
import type { Position } from "./graphModel.ts";

/** Room that a node takes with its two label lines. */
export const roomWidth = 104;
export const roomHeight = 76;

export interface PlaceRequest {
  readonly placed: ReadonlyMap<string, Position>;
  /** In the order in which they get their places. */
  readonly fresh: readonly string[];
  /** Placed or fresh neighbours of a fresh node, strongest first. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** Where a node without a placed neighbour goes. */
  readonly anchor: Position;
}

/** A coarse grid of what stands where. */
class Ground {
  private readonly cells = new Map<string, Position[]>();

  occupy(at: Position): void {
    const key = this.keyOf(Math.floor(at.x / roomWidth), Math.floor(at.y / roomHeight));
    const cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, [at]);
    else cell.push(at);
  }

  isFree(at: Position): boolean {
    const column = Math.floor(at.x / roomWidth);
    const row = Math.floor(at.y / roomHeight);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of this.cells.get(this.keyOf(column + dx, row + dy)) ?? [])
          if (Math.abs(other.x - at.x) < roomWidth && Math.abs(other.y - at.y) < roomHeight) return false;
    return true;
  }

  private keyOf(column: number, row: number): string {
    return `${column},${row}`;
  }
}

function centreOf(places: readonly Position[]): Position {
  const sum = places.reduce((total, place) => ({ x: total.x + place.x, y: total.y + place.y }), { x: 0, y: 0 });
  return { x: sum.x / places.length, y: sum.y / places.length };
}

/** Candidate places on rings around a point, the side away from the crowd first. */
function* ringsAround(centre: Position, away: number, firstRing: number): Generator<{ readonly at: Position; readonly ring: number }> {
  for (let ring = firstRing; ; ring++) {
    const count = 8 + 6 * (ring - 1);
    for (let i = 0; i < count; i++) {
      const side = i % 2 === 0 ? i / 2 : -(i + 1) / 2;
      const angle = away + (side * 2 * Math.PI) / count;
      const at = {
        x: Math.round(centre.x + Math.cos(angle) * ring * roomWidth * 1.06),
        y: Math.round(centre.y + Math.sin(angle) * ring * roomHeight * 1.35),
      };
      yield { at, ring };
    }
  }
}

function homeOf(ref: string, places: ReadonlyMap<string, Position>, request: PlaceRequest): Position {
  const around = (request.neighbours.get(ref) ?? []).flatMap((other) => places.get(other) ?? []);
  return around.length === 0 ? request.anchor : around.length === 1 ? around[0]! : centreOf(around.slice(0, 3));
}

/** Places for the fresh nodes, in their order. */
export function placeNew(request: PlaceRequest): readonly Position[] {
  const ground = new Ground();
  const places = new Map(request.placed);
  for (const place of places.values()) ground.occupy(place);
  const crowd = places.size === 0 ? request.anchor : centreOf([...request.placed.values()]);
  const ringReached = new Map<string, number>();
  return request.fresh.map((ref) => {
    const home = homeOf(ref, places, request);
    const key = `${home.x},${home.y}`;
    const away = Math.atan2(home.y - crowd.y, home.x - crowd.x);
    if (places.size === 0) return settle(ref, home, ground, places);
    for (const { at, ring } of ringsAround(home, away, ringReached.get(key) ?? 1)) {
      if (!ground.isFree(at)) continue;
      ringReached.set(key, ring);
      return settle(ref, at, ground, places);
    }
    return home;
  });
}

function settle(ref: string, at: Position, ground: Ground, places: Map<string, Position>): Position {
  ground.occupy(at);
  places.set(ref, at);
  return at;
}
