// What the cases report against what of it is followed: sums over the same cases, and every case that differs.
import { expect, it } from "vitest";
import { readCoverage } from "../../../renderer/views/trace/money/coverage.ts";

it("sums what is followed of the cases that report a loss, and names those of which more, less or nothing is", () => {
  const coverage = readCoverage([
    { case: "A1", reported: "391200.00", traced: "289000.00" },
    { case: "A2", reported: "100.00", traced: "100.00" },
    { case: "A3", reported: null, traced: "50.00" },
    { case: "A4", reported: "57200.00", traced: "0.00" },
    { case: "A5", reported: "10.00", traced: "12.50" },
  ]);
  expect(coverage).toEqual({
    reported: 44_851_000,
    traced: 28_911_250,
    uneven: [
      { case: "A1", reported: "391200.00", traced: "289000.00", gap: 10_220_000 },
      { case: "A4", reported: "57200.00", traced: "0.00", gap: 5_720_000 },
      { case: "A3", reported: null, traced: "50.00", gap: null },
      { case: "A5", reported: "10.00", traced: "12.50", gap: -250 },
    ],
  });
});

it("says nothing where no case was asked for", () => {
  expect(readCoverage([])).toBeNull();
});
