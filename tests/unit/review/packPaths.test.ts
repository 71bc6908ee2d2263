// Paths of packs: names, dots and `[]`, nothing else; and no way into what an object did not itself bring.
import { describe, expect, it } from "vitest";
import { parsePath, readList, readPath } from "../../../shared/review/pack/path.ts";

const answer = {
  series: [
    { series: "S-1", cases: ["A1", "A2"] },
    { series: "S-2", cases: ["A2", "A3"] },
  ],
  run: 4,
};
const read = (text: string, value: unknown = answer) => readPath(value, parsePath(text)!);

describe("a path", () => {
  it("reads a value, or of each in a list its value, each once", () => {
    expect(read("steps.found.run")).toBe(4);
    expect(read("steps.found.series[].series")).toEqual(["S-1", "S-2"]);
    expect(read("steps.found.series[].cases[]")).toEqual(["A1", "A2", "A3"]);
    expect(read("sections.lines[].a", [{ a: 1 }, { b: 2 }, { a: 3 }])).toEqual([1, 3]);
    expect(readList([{ a: 1 }, { a: 2 }], "[]")).toEqual([{ a: 1 }, { a: 2 }]);
    expect(readList({ lines: [{ a: 1 }] }, "lines[]")).toEqual([{ a: 1 }]);
  });

  it("is not what has operators, numbers, calls, brackets with anything in them, or another root", () => {
    const wrong = [
      "",
      "steps",
      "steps.",
      "steps.a.b[0]",
      "steps.a['b']",
      "steps.a.b()",
      "steps.a.b+1",
      "globals.a",
      "steps.a..b",
      "steps.a.[]b",
      "parameters.a.b",
      "parameters.a[]",
      "{steps.a}",
    ];
    expect(wrong.filter((text) => parsePath(text) !== null)).toEqual([]);
  });

  it("does not reach what an object inherits", () => {
    expect(read("steps.found.constructor")).toBeUndefined();
    expect(read("steps.found.series[].constructor.name")).toEqual([]);
    expect(read("steps.found.run.toString")).toBeUndefined();
  });
});
