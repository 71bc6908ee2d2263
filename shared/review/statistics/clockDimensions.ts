// Dimensions of time: hour, weekday, day, week, month.
import { type Basis, type CountedCase, dayNumber, momentOf } from "./countedCase.ts";
import { asWritten, type Dimension, wordFrom } from "./dimension.ts";
import { dayText, mondayOf, type Period, weekdayOf } from "./period.ts";

const hourMilliseconds = 3_600_000;
/** A time that is known to half a day only has no hour. */
const vague = 12 * hourMilliseconds;

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));

/** The hour in which it began; "" where only the day or a span of more than half a day is known. */
function hourOf(one: CountedCase, basis: Basis): string {
  const moment = momentOf(one, basis);
  if (moment === null || !moment.hasClock) return "";
  if (moment === one.occurred && one.until !== null && one.until - moment.at > vague) return "";
  return hours[new Date(moment.at + moment.utcOffset * 60_000).getUTCHours()]!;
}

function onDay(codeOf: (day: number) => string): Dimension["codeOf"] {
  return (one, basis) => {
    const moment = momentOf(one, basis);
    return moment === null ? "" : codeOf(dayNumber(moment));
  };
}

/** Every value between the ends of the period, so that a day without cases shows as one. */
const within =
  (codeOf: (day: number) => string) =>
  (period: Period | null): readonly string[] => {
    if (period === null) return [];
    const codes = new Set<string>();
    for (let day = period.from; day <= period.to; day++) codes.add(codeOf(day));
    return [...codes];
  };

const calendar = (id: string, name: string, codeOf: (day: number) => string): Dimension => ({
  id,
  name,
  codeOf: onDay(codeOf),
  codes: within(codeOf),
  isOrdered: true,
  isCalendar: true,
  label: asWritten,
});

const weekdayKeys = {
  "1": "statistics.weekday.monday",
  "2": "statistics.weekday.tuesday",
  "3": "statistics.weekday.wednesday",
  "4": "statistics.weekday.thursday",
  "5": "statistics.weekday.friday",
  "6": "statistics.weekday.saturday",
  "7": "statistics.weekday.sunday",
} as const;

export const clockDimensions = {
  hour: {
    id: "hour",
    name: "statistics.dimension.hour",
    codeOf: hourOf,
    codes: () => hours,
    isOrdered: true,
    label: (code, say) => say("statistics.label.hour", { hour: Number(code) }),
  },
  weekday: {
    id: "weekday",
    name: "statistics.dimension.weekday",
    codeOf: onDay((day) => String(weekdayOf(day))),
    codes: () => Object.keys(weekdayKeys),
    isOrdered: true,
    label: wordFrom(weekdayKeys),
  },
  day: calendar("day", "statistics.dimension.day", dayText),
  week: {
    ...calendar("week", "statistics.dimension.week", (day) => dayText(mondayOf(day))),
    label: (code, say) => say("statistics.label.week", { day: code }),
  },
  month: calendar("month", "statistics.dimension.month", (day) => dayText(day).slice(0, 7)),
} as const satisfies Readonly<Record<string, Dimension>>;
