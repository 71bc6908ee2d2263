// Dates and times in many spellings; Date as the slow twin of the calendar.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilFromDays, daysFromCivil, formatTime, parseOffset } from "../../../../shared/import/kinds/calendar.ts";
import { chinaTime, parseDateAndTime, parseTime } from "../../../../shared/import/kinds/time.ts";
import { parseTimeOfDay } from "../../../../shared/import/kinds/timeOfDay.ts";

const written = (text: string, order: "ymd" | "dmy" | "mdy" = "ymd"): string | null => {
  const reading = parseTime(text, { ...chinaTime, order });
  return reading === null ? null : formatTime(reading.at, 480, reading.precision);
};

describe("a time", () => {
  it.each([
    ["2026-11-22 21:19", "2026-11-22T21:19:00+08:00"],
    ["20261122212634", "2026-11-22T21:26:34+08:00"],
    ["202611222119", "2026-11-22T21:19:00+08:00"],
    ["20261122", "2026-11-22"],
    ["2026/11/22", "2026-11-22"],
    ["2026/1/2 3:04:05", "2026-01-02T03:04:05+08:00"],
    ["2026年11月22日 21时19分", "2026-11-22T21:19:00+08:00"],
    ["2026年1月2日", "2026-01-02"],
    ["2026-11-22T13:19:05Z", "2026-11-22T21:19:05+08:00"],
    ["2026-11-22-21.19.05.123456", "2026-11-22T21:19:05+08:00"],
    ["22-Nov-2026 9:05 PM", "2026-11-22T21:05:00+08:00"],
    ["46348", "2026-11-22"],
    ["46348.5", "2026-11-22T12:00:00+08:00"],
    ["２０２６－１１－２２", "2026-11-22"],
    ['="2026-11-22 21:19:05"', "2026-11-22T21:19:05+08:00"],
    ["2026-11-22 24:00", "2026-11-23T00:00:00+08:00"],
    ["20261122 下午3点半", "2026-11-22T15:30:00+08:00"],
  ])("%s is %s", (text, iso) => {
    expect(written(text)).toBe(iso);
  });

  it.each(["2026-02-30", "2026-13-01", "20261301", "2026-11-22 25:00", "2026-11-22 abc", "12", "", "-", "二〇二六"])(
    "%j is none",
    (text) => {
      expect(written(text)).toBeNull();
    },
  );

  it("takes the order of day and month from the source", () => {
    expect([written("11/22/2026", "mdy"), written("22/11/2026", "dmy"), written("3/04/2017", "dmy")]).toEqual([
      "2026-11-22",
      "2026-11-22",
      "2017-04-03",
    ]);
    expect(written("11/22/2026", "dmy")).toBeNull();
  });

  it("survives writing and reading in any offset", () => {
    const seconds = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom("+08:00", "-04:30", "Z"), (second, zone) => {
        const offset = parseOffset(zone);
        return parseTime(formatTime(second * 1000, offset))?.at === second * 1000;
      }),
    );
  });

  it("counts days as Date does", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1800-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }), (date) => {
        const days = Math.floor(date.getTime() / 86_400_000);
        const civil = civilFromDays(days);
        expect(civil).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
        expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(days);
      }),
    );
  });
});

describe("a time of day", () => {
  it.each([
    ["0700", "07:00:00.000"],
    ["2027", "20:27:00.000"],
    ["700", "07:00:00.000"],
    ["5", "00:05:00.000"],
    ["93015", "09:30:15.000"],
    ["211905123", "21:19:05.123"],
    ["21190512", "21:19:05.120"],
    ["91905123", "09:19:05.123"],
    ["0.5", "12:00:00.000"],
    ["21:19:05", "21:19:05.000"],
    ["下午3点20分", "15:20:00.000"],
    ["12:05 AM", "00:05:00.000"],
  ])("%s is %s", (text, clock) => {
    expect(new Date(parseTimeOfDay(text)!.milliseconds).toISOString().slice(11, 23)).toBe(clock);
  });

  it.each(["2561", "2460", "x", "25:00", ""])("%j is none", (text) => {
    expect(parseTimeOfDay(text)).toBeNull();
  });

  it("joins its day from another cell", () => {
    const joined = parseDateAndTime("2026-11-22 00:00:00", "2119");
    expect(formatTime(joined!.at, 480, joined!.precision)).toBe("2026-11-22T21:19:00+08:00");
    expect(parseDateAndTime("2026-11-22", "")?.precision).toBe("day");
    expect(parseDateAndTime("2026-11-22", "soon")).toBeNull();
  });
});
