// Points become circles by place, tracks by entity and squares by count; playback shows what had happened by then.
import { describe, expect, it } from "vitest";
import { chooseSide, countSquares, findPeriod, findTracks, gatherSpots, happenedBy } from "../../../renderer/views/trace/map/mapFigures.ts";
import type { MapEvent, MapPoint } from "../../../shared/trace/mapCalls.ts";

const at = (entity: string, event: MapEvent, longitude: number, latitude: number, from: string | null = null): MapPoint => ({
  entity,
  label: "",
  event,
  place: `place:${longitude}`,
  placeLabel: "",
  longitude,
  latitude,
  from,
  until: null,
});

const points = [
  at("case:A", "case", 112, 29, "2026-05-01"),
  at("vehicle:X", "capture", 112, 29, "2026-05-02T08:00:00+08:00"),
  at("vehicle:X", "capture", 112, 29, "2026-05-02T09:00:00+08:00"),
  at("vehicle:X", "capture", 112.1, 29.1, "2026-05-03T09:00:00+08:00"),
  at("case:B", "case", 112.2, 29),
];

describe("figures of the map", () => {
  it("gathers what lies at one place, in order", () => {
    expect(gatherSpots(points).map((spot) => spot.points.length)).toEqual([3, 1, 1]);
  });

  it("draws ways of what moves, a stop once, and none for cases", () => {
    expect(findTracks(points)).toEqual([
      {
        entity: "vehicle:X",
        steps: [
          [112, 29],
          [112.1, 29.1],
        ],
      },
    ]);
  });

  it("counts every point in one square, the fullest last", () => {
    const squares = countSquares(points, 0.05);
    expect(squares.reduce((sum, { count }) => sum + count, 0)).toBe(points.length);
    expect(squares.at(-1)!.count).toBe(3);
    for (const { west, south, side } of squares) {
      const inside = points.filter(
        (p) => p.longitude >= west && p.longitude < west + side && p.latitude >= south && p.latitude < south + side,
      );
      expect(inside.length).toBeGreaterThan(0);
    }
  });

  it("chooses a round side that lays at most two dozen squares across", () => {
    const side = chooseSide(points);
    expect(side).toBeCloseTo(0.01, 12);
    expect(0.2 / side).toBeLessThanOrEqual(24);
  });

  it("plays: what had happened by a moment, and what tells no time", () => {
    const period = findPeriod(points)!;
    expect(happenedBy(points, period.from)).toHaveLength(2);
    expect(happenedBy(points, period.until)).toHaveLength(5);
    expect(happenedBy(points, null)).toBe(points);
    expect(findPeriod([points[4]!])).toBeNull();
  });
});
