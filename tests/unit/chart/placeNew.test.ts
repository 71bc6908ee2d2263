import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position } from "../../../shared/chart/graphModel.ts";
import { placeNew, roomHeight, roomWidth } from "../../../shared/chart/placeNew.ts";

const overlap = (a: Position, b: Position): boolean => Math.abs(a.x - b.x) < roomWidth && Math.abs(a.y - b.y) < roomHeight;
const place = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -600, max: 600 }) });

test("new nodes overlap neither placed nodes nor each other, and what is placed does not move", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), fc.nat(), (places, count, seed) => {
      const placed = new Map(places.map((at, i) => [`p${i}`, at]));
      const before = structuredClone(placed);
      const fresh = Array.from({ length: count }, (_, i) => `f${i}`);
      const neighbours = new Map(fresh.map((ref, i) => [ref, places.length === 0 ? [] : [`p${(i * 7 + seed) % places.length}`]]));
      const found = placeNew({ placed, fresh, neighbours, anchor: { x: 0, y: 0 } });
      expect(placed).toEqual(before);
      found.forEach((at, i) => {
        expect(places.some((other) => overlap(at, other))).toBe(false);
        expect(found.slice(0, i).some((other) => overlap(at, other))).toBe(false);
      });
    }),
    { numRuns: 150 },
  );
});

test("a new node stands beside its neighbour when there is room", () => {
  const placed = new Map([
    ["a", { x: 1000, y: 0 }],
    ["b", { x: 0, y: 0 }],
  ]);
  const [at] = placeNew({ placed, fresh: ["n"], neighbours: new Map([["n", ["a"]]]), anchor: { x: 0, y: 0 } });
  expect(Math.hypot(at!.x - 1000, at!.y)).toBeLessThan(roomWidth * 1.5);
});
