// Times of day as sheets write them: 17:57:17, 17.57.17, 175717, 0700, 93012 (a leading zero lost), 下午3时20分, a fraction of a day.

/** Milliseconds of the day and how fine they are; `precision` as an index into `timePrecisions`. */
export interface Clock {
  readonly ms: number;
  readonly precision: number;
}

const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

export const noClock: Clock = { ms: 0, precision: 2 };

const parted =
  /^(?:(上午|下午|晚上|中午|凌晨|am|pm)\s*)?(\d{1,2})\s*[:.：时点]\s*(\d{1,2})(?:\s*[:.：分]\s*(\d{1,2})(?:[.,:](\d{1,9}))?)?\s*[分秒]?\s*(am|pm)?$/i;

function hourOf(text: string, half: string): number {
  const value = Number(text);
  if (/^(下午|晚上|pm)$/.test(half)) return value < 12 ? value + 12 : value;
  if (/^(中午)$/.test(half)) return value < 3 ? value + 12 : value;
  return half === "am" && value === 12 ? 0 : value;
}

function build(hours: number, minutes: number, seconds: number, thousandths: number, precision: number): Clock | null {
  if (minutes > 59 || seconds > 60 || hours > 24 || (hours === 24 && minutes + seconds > 0)) return null;
  return { ms: hours * hour + minutes * minute + seconds * second + thousandths, precision };
}

/** `digits`: 4 where the column holds HHMM, 6 for HHMMSS, 8 with hundredths, 9 with thousandths; 0: by the length of the cell. */
function readDigits(text: string, digits: number): Clock | null {
  const least = text.length <= 4 ? 4 : text.length <= 6 ? 6 : 9;
  const width = digits === 8 && text.length <= 8 ? 8 : Math.max(digits, least);
  const full = text.padStart(width, "0");
  const part = (from: number, until: number) => Number(full.slice(from, until));
  if (width === 4) return build(part(0, 2), part(2, 4), 0, 0, 1);
  return build(part(0, 2), part(2, 4), part(4, 6), width === 9 ? part(6, 9) : width === 8 ? part(6, 8) * 10 : 0, 0);
}

/** Null where the text is no time of day; `noClock` where it is empty or a bare 0, which stands for "not known". */
export function readClock(text: string, digits = 0): Clock | null {
  if (text === "" || text === "0" || text === "-") return noClock;
  if (/^\d{3,9}$/.test(text)) return readDigits(text, digits) ?? (digits === 0 && text.length === 8 ? readDigits(text, 8) : null);
  if (/^0?\.\d+$/.test(text)) return { ms: Math.round((Number(text) * day) / second) * second, precision: 0 };
  const match = parted.exec(text);
  if (!match) return null;
  const [, before, hours, minutes, seconds, fraction, after] = match;
  const thousandths = fraction === undefined ? 0 : Number(fraction.padEnd(3, "0").slice(0, 3));
  return build(
    hourOf(hours!, (before ?? after ?? "").toLowerCase()),
    Number(minutes),
    Number(seconds ?? 0),
    thousandths,
    seconds === undefined ? 1 : 0,
  );
}
