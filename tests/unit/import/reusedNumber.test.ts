// Two sources under one case number: told apart by another victim and another day or sum, and joined where one fills gaps or puts a spelling right.
import { describe, expect, it } from "vitest";
import { type CaseTelling, findReused, isContradicted, type NamedReuse, reuseDoubts } from "../../../shared/import/reusedNumber.ts";

const telling = (name: string, from: string | null, loss: string | null, key = "#1-1-victim"): CaseTelling => ({
  number: "A3400002026110001",
  sourceId: 1,
  row: 1,
  victims: name === "" && key === "" ? [] : [{ key, name }],
  from,
  loss,
});

const known = telling("邵雨辉", "2026-11-11T20:00:00+08:00", "40800.00");

describe("a number that two sources use", () => {
  it.each<[string, CaseTelling, boolean]>([
    ["another victim, day and sum", telling("周小梅", "2026-11-23T19:20:00+08:00", "43200.00"), true],
    ["another victim and day, the sum not told", telling("周小梅", "2026-11-23T19:20:00+08:00", null), true],
    ["another victim and sum on the same day", telling("周小梅", "2026-11-11T21:00:00+08:00", "43200"), true],
    ["another victim and a day without a clock", telling("周小梅", "2026-11-12", null), true],
    ["another victim, and nothing else told", telling("周小梅", null, null), false],
    ["another victim of the same day and sum", telling("周小梅", "2026-11-11", "40800"), false],
    ["another victim, begun hours before", telling("周小梅", "2026-11-11T02:00:00+08:00", "40800.0"), false],
    ["the same victim with another sum", telling("邵雨辉", "2026-11-23", "43200.00"), false],
    ["a spelling put right", telling("邵雨晖", "2026-11-11T20:00:00+08:00", "43200.00"), false],
    ["a name half hidden", telling("邵**", "2026-11-23", "43200.00"), false],
    ["another name half hidden", telling("周某", "2026-11-23", "43200.00"), true],
    ["no victim told", telling("", "2026-11-23", "43200.00", ""), false],
  ])("%s", (_what, here, isReused) => {
    expect(isContradicted(here, [known])).toBe(isReused);
    expect(isContradicted(known, [here])).toBe(isReused);
  });

  it("tells namesakes apart by their identity numbers", () => {
    const [one, two] = ["34000019900101001X", "340000197505050029"];
    const here = telling("王芳", "2026-11-23", null, one);
    expect(isContradicted(here, [telling("王芳", "2026-11-11", null, two)])).toBe(true);
    expect(isContradicted(here, [telling("王方", "2026-11-11", null, one)])).toBe(false);
    expect(isContradicted(here, [telling("王芳", "2026-11-11", null)])).toBe(false);
  });

  it("asks all that is known: one source that agrees is enough", () => {
    const here = telling("周小梅", "2026-11-23", "43200.00");
    expect(isContradicted(here, [known, telling("周小梅", null, null)])).toBe(false);
    expect(isContradicted(here, [known, telling("韦立", null, "43200.00")])).toBe(true);
    expect(isContradicted(here, [known, telling("韦立", "2026-11-23", "43200.00")])).toBe(false);
    expect(isContradicted(here, [])).toBe(false);
  });

  it("tells a number once, however many rows of the sheet have it", () => {
    const here = [telling("周小梅", "2026-11-23", null), { ...telling("韦立", "2026-11-23", null), row: 2 }];
    expect(findReused(here, [known]).map((one) => [one.here.row, one.known])).toEqual([[1, known]]);
    expect(findReused(here, [{ ...known, number: "A9" }])).toEqual([]);
  });

  it("lists 200 and counts the rest", () => {
    const one: NamedReuse = { here: known, known, source: "a.csv", hereSource: "b.csv" };
    const doubts = reuseDoubts(
      Array.from({ length: 207 }, () => one),
      true,
    );
    expect(doubts.length).toBe(201);
    expect(doubts.at(-1)).toEqual({ code: "case-numbers-reused", column: "", values: { count: 7 }, blocking: false });
  });
});
