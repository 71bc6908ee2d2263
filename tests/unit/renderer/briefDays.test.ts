// Days the wrong way round are told, not waited for.
import { expect, it } from "vitest";
import { daysOf, isBackwards } from "../../../renderer/state/briefs.ts";

it("knows days that end before they begin, of any days only", () => {
  const backwards = { span: "days", day: "2026-11-22", until: "2026-11-01" } as const;
  expect([daysOf(backwards), isBackwards(backwards)]).toEqual([null, true]);
  expect(isBackwards({ ...backwards, span: "month" })).toBe(false);
  expect(isBackwards({ ...backwards, until: "" })).toBe(false);
  expect(isBackwards({ ...backwards, until: "2026-11-22" })).toBe(false);
});
