// What each number did before and after a moment: contacts, towers, handsets, hours, and how much of its traffic stayed.
import type { CallRecords } from "../callRecords.ts";

export interface Activity {
  readonly calls: number;
  /** Calls with each other number. */
  readonly contacts: ReadonlyMap<number, number>;
  readonly towers: ReadonlyMap<number, number>;
  readonly handsets: ReadonlySet<number>;
  /** Calls by hour of the local day, 24 counts. */
  readonly hours: Float64Array;
}

export interface TwoPeriods {
  readonly before: readonly Activity[];
  readonly after: readonly Activity[];
  /** 2 · min ÷ sum of calls a day before and after: 1 where a number goes on as before, 0 where it falls silent or is new. */
  readonly stay: Float64Array;
  /** Calls a day after minus before. */
  readonly change: Float64Array;
}

const hour = 3_600_000;
const day = 24 * hour;

class Tally implements Activity {
  calls = 0;
  readonly contacts = new Map<number, number>();
  readonly towers = new Map<number, number>();
  readonly handsets = new Set<number>();
  readonly hours = new Float64Array(24);

  add(other: number, hourOfDay: number): void {
    this.calls += 1;
    this.hours[hourOfDay]! += 1;
    if (other >= 0) this.contacts.set(other, (this.contacts.get(other) ?? 0) + 1);
  }

  addOwn(tower: number, handset: number): void {
    if (tower >= 0) this.towers.set(tower, (this.towers.get(tower) ?? 0) + 1);
    if (handset >= 0) this.handsets.add(handset);
  }
}

/** `from` ≤ calls < `until`, parted at `at`; milliseconds since 1970. */
export function compareTwoPeriods(records: CallRecords, at: number, from: number, until: number): TwoPeriods {
  const before = Array.from({ length: records.phones }, () => new Tally());
  const after = Array.from({ length: records.phones }, () => new Tally());
  for (let i = 0; i < records.count; i++) {
    const time = records.at[i]!;
    if (time < from || time >= until) continue;
    addCall(records, i, time < at ? before : after);
  }
  const days = [Math.max(1, (at - from) / day), Math.max(1, (until - at) / day)] as const;
  const perDay = (period: 0 | 1, phone: number) => (period === 0 ? before : after)[phone]!.calls / days[period];
  return {
    before,
    after,
    stay: Float64Array.from(before, (_, phone) => stayOf(perDay(0, phone), perDay(1, phone))),
    change: Float64Array.from(before, (_, phone) => perDay(1, phone) - perDay(0, phone)),
  };
}

const stayOf = (a: number, b: number) => (a + b === 0 ? 1 : (2 * Math.min(a, b)) / (a + b));

function addCall({ from, to, at, owner, tower, handset, utcOffset }: CallRecords, i: number, period: readonly Tally[]): void {
  const hourOfDay = Math.floor(((((at[i]! + utcOffset * 60_000) % day) + day) % day) / hour);
  if (from[i]! >= 0) period[from[i]!]!.add(to[i]!, hourOfDay);
  if (to[i]! >= 0) period[to[i]!]!.add(from[i]!, hourOfDay);
  if (owner[i]! >= 0) period[owner[i]!]!.addOwn(tower[i]!, handset[i]!);
}
