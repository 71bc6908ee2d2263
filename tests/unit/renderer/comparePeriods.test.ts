// Contacts of two periods: new, gone, more, less by the day, and no service numbers.
import { expect, it } from "vitest";
import { comparePeriods, dayBefore, daysBetween, middleDay } from "../../../renderer/views/trace/calls/comparePeriods.ts";

const contact = (phone: string, calls: number, isPublic = false) => ({
  phone,
  outgoing: calls,
  incoming: 0,
  seconds: 0,
  nightCalls: 0,
  firstAt: "",
  lastAt: "",
  holder: null,
  person: null,
  cases: [],
  role: null,
  public: isPublic ? ("public-number" as const) : null,
});

it("says who is new, gone, called more or less, by the day", () => {
  const before = [contact("a", 4), contact("b", 10), contact("c", 10), contact("d", 1), contact("10086", 9, true)];
  const after = [contact("b", 10), contact("c", 3), contact("e", 2), contact("d", 1)];
  const lines = comparePeriods(before, after, { before: 20, after: 10 });
  expect(lines.map(({ phone, before: first, after: then, change }) => [phone, first, then, change])).toEqual([
    ["e", 0, 2, "new"],
    ["a", 4, 0, "gone"],
    ["b", 10, 10, "more"],
    ["c", 10, 3, "same"],
    ["d", 1, 1, "same"],
  ]);
  expect(comparePeriods(before, after, { before: 10, after: 10 }).find(({ phone }) => phone === "c")?.change).toBe("less");
});

it("counts days", () => {
  expect(daysBetween("2026-05-01T10:00:00+08:00", "2026-05-03")).toBe(3);
  expect(dayBefore("2026-03-01")).toBe("2026-02-28");
  expect(middleDay("2026-05-01", "2026-05-11")).toBe("2026-05-06");
});
