// Short ends of numbers: unique among those shown, never fewer than four signs.
import { describe, expect, it } from "vitest";
import { tailsAmong } from "../../../shared/look/tails.ts";

describe("tails of numbers that stand beside each other", () => {
  it("are four signs where four tell them apart", () => {
    const tail = tailsAmong(["A3412002026060068", "A3412002026070075"]);
    expect(["A3412002026060068", "A3412002026070075"].map(tail)).toEqual(["…0068", "…0075"]);
  });

  it("grow together until no two are alike", () => {
    const numbers = ["A3412002026060068", "A3412002026070068", "A3412002026070075"];
    expect(numbers.map(tailsAmong(numbers))).toEqual(["…60068", "…70068", "…70075"]);
  });

  it("are whole where one number is the end of another, and where a number is short", () => {
    expect(["10068", "A10068"].map(tailsAmong(["10068", "A10068"]))).toEqual(["10068", "A10068"]);
    expect(["12", "7"].map(tailsAmong(["12", "7"]))).toEqual(["12", "7"]);
  });

  it("are not made longer by a number that is told twice", () => {
    expect(tailsAmong(["A3412002026060068", "A3412002026060068"])("A3412002026060068")).toBe("…0068");
  });

  it("never name two of random numbers alike", () => {
    let seed = 7;
    const next = () => (seed = (seed * 48271) % 2147483647);
    for (let round = 0; round < 200; round++) {
      const numbers = [...new Set(Array.from({ length: 12 }, () => `A${next() % 40}${String(next() % 30).padStart(4, "0")}`))];
      const tails = numbers.map(tailsAmong(numbers));
      expect(new Set(tails).size).toBe(numbers.length);
    }
  });
});
