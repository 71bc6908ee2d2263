// Pairs of coordinates in texts: every spelling of one point, and numbers that are none.
import { describe, expect, it } from "vitest";
import { findCoordinates, pointText } from "../../../shared/review/assess/coordinates.ts";

const read = (text: string) => findCoordinates(text).map((point) => [text.slice(point.start, point.end), pointText(point)]);

describe("coordinates in a text", () => {
  it.each([
    ["117.283042,31.86119", "117.28304,31.86119"],
    ["31.86119, 117.283042", "117.28304,31.86119"],
    ["31.86119 117.283042", "117.28304,31.86119"],
    ["经度117.283042 纬度31.86119", "117.28304,31.86119"],
    ["lat=31.86119&lon=117.283042", "117.28304,31.86119"],
    ["N31°51′40″ E117°16′58″", "117.28278,31.86111"],
    ["东经117°16′58″，北纬31°51′40″", "117.28278,31.86111"],
  ])("%s is one point", (text, point) => expect(read(text)).toEqual([[text, point]]));

  it("stand in words, several of them", () => {
    expect(read("在117.283042，31.86119上车，到118.12345,32.54321下车").map(([, point]) => point)).toEqual([
      "117.28304,31.86119",
      "118.12345,32.54321",
    ]);
  });

  it("are no sums, days, addresses of machines, or points far from China", () => {
    const none = ["转账117.28元，手续费31.86元", "2026-05-01 10:22 117.283", "117.28.31.86", "12.345678,6.543210", "117.283042"];
    expect(none.flatMap(read)).toEqual([]);
  });
});
