// When something was, as people say it on the telephone: 昨天下午3点多, 11月24日21时许, 前天晚上, 上周五. Read against the day on which it is told: the date that
// the note bears at its head, else today. Each is a window as wide as the words are vague.

export interface WrittenMoment {
  /** UTF-16 places [start, end) in the text. */
  readonly start: number;
  readonly end: number;
  /** Milliseconds UTC, [from, until). */
  readonly from: number;
  readonly until: number;
  /** When the note was taken down, not what it tells of. */
  readonly isNote: boolean;
}

export interface MomentOptions {
  /** Milliseconds UTC. */
  readonly now: number;
  /** Minutes east of UTC. */
  readonly utcOffset: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const monthDay = "(?:(?<year>20\\d{2})\\s?[年/.-]\\s?)?(?<month>1[0-2]|0?[1-9])\\s?月\\s?(?<date>3[01]|[12]\\d|0?[1-9])\\s?[日号]?";
const isoDay = "(?<year2>20\\d{2})\\s?(?:年|[/.-])\\s?(?<month2>1[0-2]|0?[1-9])\\s?[/.-]\\s?(?<date2>3[01]|[12]\\d|0?[1-9])(?!\\d)日?";
const near = "(?<near>大前天|前天|昨天|昨日|昨(?=[早晚夜])|前(?=晚)|今天|今日|今(?=[早晨晚]))";
const weekday = "(?<week>上周|上个?星期|上个?礼拜|本周|这周|周|星期|礼拜)(?<weekday>[一二三四五六日天])";
const part = "(?<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|深夜|半夜|早|晨|晚|夜)";
const number = "\\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九零〇]";
const clock = `(?<hour>${number})\\s?(?:[:：]\\s?(?<minute>[0-5]\\d)(?:[:：][0-5]\\d)?|(?<word>[点时])(?![A-Za-z候间])(?:\\s?(?<minutes>半|一刻|三刻|[0-5]?\\d(?=分)|[0-5]\\d(?!\\d)|(?:${number})(?=分))\\s?分?|整|钟)?)`;
const vague = "(?<vague>多|许|左右|前后)?";
const joint = "[\\s,，的]{0,2}(?:大?约|大概)?\\s?";
const moment = new RegExp(
  `(?<![\\d.])(?:(?<day>${isoDay}|${monthDay}|${near}|${weekday})(?:${joint}${part})?(?:${joint}${clock}${vague})?|${part.replace("<part>", "<part2>")}${joint}${clock.replaceAll(
    /<(\w+)>/g,
    "<$1B>",
  )}(?<vagueB>多|许|左右|前后)?)`,
  "gu",
);

/** Hours of a part of the day. */
const parts: Readonly<Record<string, readonly [from: number, until: number]>> = {
  凌晨: [0, 6],
  清晨: [5, 9],
  早上: [5, 10],
  早晨: [5, 10],
  早: [5, 10],
  晨: [5, 10],
  上午: [6, 12],
  中午: [11, 14],
  下午: [12, 18],
  傍晚: [17, 20],
  晚上: [18, 24],
  晚间: [18, 24],
  晚: [18, 24],
  夜里: [20, 28],
  夜间: [20, 28],
  夜: [20, 28],
  深夜: [22, 28],
  半夜: [22, 28],
};

const digits = "零一二三四五六七八九";

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace("两", "二").replace("〇", "零");
  if (!plain.includes("十")) return digits.indexOf(plain);
  const [tens = "", ones = ""] = plain.split("十");
  return (tens === "" ? 1 : digits.indexOf(tens)) * 10 + (ones === "" ? 0 : digits.indexOf(ones));
}

const minutesOf = (text: string): number => ({ 半: 30, 一刻: 15, 三刻: 45 })[text] ?? numberOf(text);

type Groups = Readonly<Record<string, string | undefined>>;

/** A month and day without a year: the last one that is not after tomorrow. Null where there is no such day. */
function dayOf(year: number | null, month: number, date: number, today: number): number | null {
  const last = new Date(today + day).getUTCFullYear();
  const at = (one: number) => Date.UTC(one, month - 1, date);
  const chosen = year ?? (at(last) <= today + day ? last : last - 1);
  return new Date(at(chosen)).getUTCDate() === date ? at(chosen) : null;
}

const nearDays: Readonly<Record<string, number>> = { 大前天: 3, 前天: 2, 前: 2, 昨天: 1, 昨日: 1, 昨: 1, 今天: 0, 今日: 0, 今: 0 };

function weekdayOf(week: string, name: string, today: number): number {
  const wanted = name === "天" || name === "日" ? 7 : "一二三四五六".indexOf(name) + 1;
  const own = new Date(today).getUTCDay() || 7;
  if (week.startsWith("上")) return today - (own + 7 - wanted) * day;
  // 周五 said on a Monday is the one before.
  return today - ((own - wanted + 7) % 7) * day;
}

/** Midnight of the day as if local time were UTC; today where none is said. */
function midnightOf(groups: Groups, today: number): number | null {
  const { year, month, date, year2, month2, date2, near: nearby, week, weekday: name } = groups;
  if (month2 !== undefined) return dayOf(Number(year2), Number(month2), Number(date2), today);
  if (month !== undefined) return dayOf(year === undefined ? null : Number(year), Number(month), Number(date), today);
  if (nearby !== undefined) return today - nearDays[nearby]! * day;
  return week === undefined ? today : weekdayOf(week, name!, today);
}

/** The hour of 24 that is meant. */
function hourOf(said: number, of: string | undefined, word: string | undefined): number {
  const [from = 0] = (of === undefined ? undefined : parts[of]) ?? [];
  if (of === "中午") return said <= 2 ? said + 12 : said;
  if (of === "凌晨" || of === "半夜" || of === "深夜")
    return said === 12 ? (of === "凌晨" ? 0 : 24) : said < 6 && of !== "凌晨" ? said + 24 : said;
  if (from >= 12) return said <= 12 && said > 0 ? (said === 12 && from >= 18 ? 24 : said === 12 ? 12 : said + 12) : said;
  // 3点 alone is the afternoon's, 3时 the night's.
  return of === undefined && word === "点" && said >= 1 && said <= 6 ? said + 12 : said;
}

const quarter = 15 * minute;

function windowOf(groups: Groups, midnight: number): readonly [number, number] | null {
  const of = groups["part"] ?? groups["part2"];
  const said = groups["hour"] ?? groups["hourB"];
  if (said === undefined) {
    const [from, until] = of === undefined ? [0, 24] : parts[of]!;
    return [midnight + from * hour, midnight + until * hour];
  }
  const hours = hourOf(numberOf(said), of, groups["word"] ?? groups["wordB"]);
  const minutes = groups["minute"] ?? groups["minuteB"] ?? groups["minutes"] ?? groups["minutesB"];
  if (hours > 30) return null;
  const how = groups["vague"] ?? groups["vagueB"];
  const at = midnight + hours * hour + (minutes === undefined ? 0 : minutesOf(minutes) * minute);
  if (minutes !== undefined) return how === undefined ? [at - quarter, at + quarter] : [at - 2 * quarter, at + 2 * quarter];
  return [how === undefined || how === "多" ? at : at - quarter, at + hour];
}

/** A date at the head, before a word for taking down a report, is the day on which the note was taken. */
const longestHead = 40;
const takenDown = /^[^。;；\n]{0,14}?(?:接|来电|值班|记录|受理|报案人|报警人)/u;

/** In the order of the text. */
export function findMoments(text: string, { now, utcOffset }: MomentOptions): readonly WrittenMoment[] {
  const shift = utcOffset * minute;
  const todayOf = (at: number) => Math.floor(at / day) * day;
  let today = todayOf(now + shift);
  const found: WrittenMoment[] = [];
  for (const match of text.matchAll(moment)) {
    const groups = match.groups as Groups;
    const midnight = midnightOf(groups, today);
    const window = midnight === null ? null : windowOf(groups, midnight);
    if (window === null) continue;
    const end = match.index + match[0].length;
    const isDated = groups["month"] !== undefined || groups["month2"] !== undefined;
    const isNote = found.length === 0 && isDated && match.index < longestHead && takenDown.test(text.slice(end, end + longestHead));
    if (isNote) today = midnight!;
    found.push({ start: match.index, end, from: window[0] - shift, until: window[1] - shift, isNote });
  }
  return found;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `2026-11-25 15:00–16:00`, or the day alone where it is meant as a whole. */
export function momentText({ from, until }: Pick<WrittenMoment, "from" | "until">, utcOffset: number): string {
  const [start, end] = [new Date(from + utcOffset * minute), new Date(until + utcOffset * minute)];
  const dayText = start.toISOString().slice(0, 10);
  if (until - from === day && start.getUTCHours() === 0) return dayText;
  const clockOf = (at: Date) => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  return `${dayText} ${clockOf(start)}–${clockOf(end)}`;
}
