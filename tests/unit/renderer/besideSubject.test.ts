// After a judgement the next pair of the list that one is in: a pair of a case leads to the next pair of that case, one outside the list stays.
import { describe, expect, it } from "vitest";
import { modelSubject, pairBeside, parseSubject, printSubject } from "../../../renderer/state/link.ts";
import { besideSubject } from "../../../renderer/state/resolve.ts";
import type { PairItem } from "../../../shared/link/calls.ts";

const items = ["A1|B1", "A1|B2", "B2|C3"].map((text) => {
  const [a = "", b = ""] = text.split("|");
  return { a, b } as PairItem;
});

describe("where a judgement leads", () => {
  it("keeps the case whose pairs are listed", () => {
    expect(parseSubject(printSubject("A1", "A1", "B2"))).toEqual({ scope: "A1", pair: { a: "A1", b: "B2" } });
    expect(parseSubject(printSubject("", "A1", "B2"))).toEqual({ scope: "", pair: { a: "A1", b: "B2" } });
    expect(parseSubject("A1")).toEqual({ scope: "A1", pair: null });
    for (const whole of ["", modelSubject]) expect(parseSubject(whole)).toEqual({ scope: "", pair: null });
  });

  it("goes to the next pair, holds at the ends, and stays on a pair that the list does not hold", () => {
    expect(pairBeside(items, "A1|B1", 1)).toBe(items[1]);
    expect(pairBeside(items, "B2|C3", 1)).toBe(items[2]);
    expect(pairBeside(items, "X|Y", 1)).toBeUndefined();
    expect(besideSubject(["a|b", "c|d"], "a|b", 1)).toBe("c|d");
    expect(besideSubject(["a|b", "c|d"], "a|b", -1)).toBe("a|b");
    expect(besideSubject(["a|b", "c|d"], "x|y", 1)).toBeUndefined();
  });
});
