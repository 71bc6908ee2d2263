// The watch clock runs from the last transfer, and says what a stop could still reach.
import { expect, it } from "vitest";
import { readWatch, splitElapsed } from "../../../renderer/views/trace/money/watchClock.ts";

const seed = (at: string | null) => ({ transfer: 1, amount: "100.00", at, case: null });
const money = (...times: (string | null)[]) => ({
  seeds: times.map(seed),
  seedAmount: "200.00",
  cases: [],
  accounted: { held: "136.00", withdrawn: "60.00", left: "4.00" },
  next: [
    { entity: "account:1", why: "", reason: "records-missing" as const, amount: "3.00" },
    { entity: "account:2", why: "", reason: "pool" as const, amount: "1.00" },
  ],
});
const now = Date.parse("2026-11-23T10:27:05+08:00");

it("counts from the last of the transfers that tell a time", () => {
  expect(readWatch(money("2026-11-23T09:00:00+08:00", "2026-11-23T10:00:00+08:00", null), now)).toEqual({
    seconds: 1625,
    held: 0.68,
    unseen: 0.015,
    phase: "first",
  });
  expect(readWatch(money(null), now)).toBeNull();
  expect(readWatch(money("2026-11-23T11:00:00+08:00"), now)?.seconds).toBe(0);
});

it("knows the first half hour, the 48 hours of a stop, and what comes after", () => {
  expect(readWatch(money("2026-11-23T09:57:05+08:00"), now)?.phase).toBe("first");
  expect(readWatch(money("2026-11-23T09:57:04+08:00"), now)?.phase).toBe("open");
  expect(readWatch(money("2026-11-21T10:27:05+08:00"), now)?.phase).toBe("open");
  expect(readWatch(money("2026-11-21T10:27:04+08:00"), now)?.phase).toBe("late");
});

it("shows a clock within two days, days afterwards", () => {
  expect(splitElapsed(1625)).toEqual({ clock: "00:27:05" });
  expect(splitElapsed(48 * 3600)).toEqual({ clock: "48:00:00" });
  expect(splitElapsed(75 * 3600)).toEqual({ days: 3, hours: 3 });
});
