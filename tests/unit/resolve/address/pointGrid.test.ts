// The grid against looking at every point, and the three systems of coordinates against each other.
import { describe, expect, it } from "vitest";
import { convertDatum } from "../../../../shared/import/address/convertDatum.ts";
import { metresBetween } from "../../../../shared/model/metres.ts";
import { seededRandom } from "../../../../shared/random.ts";
import { PointGrid } from "../../../../shared/resolve/address/pointGrid.ts";

describe("PointGrid", () => {
  it("finds what looking at every point finds", () => {
    const random = seededRandom(3);
    for (const latitude of [3.5, 29.1, 53]) {
      const at = () => ({ longitude: 112 + random() * 0.05, latitude: latitude + random() * 0.05 });
      const points = Array.from({ length: 400 }, (_, id) => ({ id, ...at() }));
      const grid = new PointGrid(points);
      for (let i = 0; i < 40; i++) {
        const [from, metres, top] = [at(), 20 + random() * 2000, 1 + Math.floor(random() * 8)];
        const slow = points
          .map((point) => ({ id: point.id, metres: metresBetween(from, point) }))
          .filter((one) => one.metres <= metres)
          .sort((a, b) => a.metres - b.metres || a.id - b.id)
          .slice(0, top);
        expect(grid.findNearest(from, metres, top)).toEqual(slow);
      }
    }
  });
});

describe("convertDatum", () => {
  it("moves a point of Beijing as published, and back to where it was", () => {
    const wgs = { longitude: 116.404, latitude: 39.915 };
    const gcj = convertDatum(wgs, "WGS-84", "GCJ-02");
    expect([gcj.longitude, gcj.latitude]).toEqual([expect.closeTo(116.41024, 4), expect.closeTo(39.9164, 4)]);
    const baidu = convertDatum(wgs, "WGS-84", "BD-09");
    expect([baidu.longitude, baidu.latitude]).toEqual([expect.closeTo(116.41663, 4), expect.closeTo(39.9227, 4)]);
    for (const datum of ["GCJ-02", "BD-09"] as const)
      expect(metresBetween(convertDatum(convertDatum(wgs, "WGS-84", datum), datum, "WGS-84"), wgs)).toBeLessThan(0.01);
  });
});
