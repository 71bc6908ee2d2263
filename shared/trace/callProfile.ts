// One page a number: whom it talks with and which way, when, with which handsets, from where, and where it was silent.
import type { CallRecords } from "./callRecords.ts";

export interface Contact {
  readonly phone: number;
  readonly outgoing: number;
  readonly incoming: number;
  readonly seconds: number;
  /** Of its calls between 22 and 6 o'clock. */
  readonly nightCalls: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface HandsetPeriod {
  readonly handset: number;
  readonly calls: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface TowerUse {
  readonly tower: number;
  readonly calls: number;
  /** Of them between 22 and 6 o'clock. */
  readonly nightCalls: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Silence {
  readonly from: number;
  readonly until: number;
}

export interface CallProfile {
  readonly calls: number;
  readonly outgoing: number;
  readonly incoming: number;
  /** Talked in all, and in the middle one of the calls that were taken. */
  readonly seconds: number;
  readonly medianSeconds: number | null;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Most calls first. */
  readonly contacts: readonly Contact[];
  /** Contacts that called and were called. */
  readonly bothWays: number;
  /** hours[weekday][hour], Monday first, local clock. */
  readonly hours: readonly (readonly number[])[];
  /** In the order of first use; only rows of the number's own bill. */
  readonly handsets: readonly HandsetPeriod[];
  readonly towers: readonly TowerUse[];
  /** Tower of most nights; null where no bill tells towers. */
  readonly homeTower: number | null;
  /** Longest pauses between two calls, longest first. */
  readonly silences: readonly Silence[];
}

export interface Period {
  /** Milliseconds since 1970, inclusive; null: open. */
  readonly since: number | null;
  readonly until: number | null;
}

/** An hour of the day on a day of the week, Monday first, by the clock that people live by. */
export interface Slot {
  readonly weekday: number;
  readonly hour: number;
}

export function slotOf(time: number, utcOffset: number): Slot {
  const local = time + utcOffset * 60_000;
  // 1 January 1970 was a Thursday.
  const weekday = (((Math.floor(local / day) + 3) % 7) + 7) % 7;
  return { weekday, hour: Math.floor((((local % day) + day) % day) / hour) };
}

const hour = 3_600_000;
const day = 24 * hour;
const night = { from: 22, until: 6 } as const;
const maxSilences = 10;
const minSilence = day;

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

class ProfileTally {
  readonly contacts = new Map<number, Draft<Contact>>();
  readonly hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  readonly handsets = new Map<number, Draft<HandsetPeriod>>();
  readonly towers = new Map<number, Draft<TowerUse>>();
  readonly times: number[] = [];
  readonly taken: number[] = [];
  outgoing = 0;

  add({ from, to, at, seconds, owner, tower, handset, utcOffset }: CallRecords, i: number, phone: number): void {
    const time = at[i]!;
    const isOutgoing = from[i] === phone;
    this.times.push(time);
    if (isOutgoing) this.outgoing += 1;
    if (seconds[i]! > 0) this.taken.push(seconds[i]!);
    const { weekday, hour: hourOfDay } = slotOf(time, utcOffset);
    this.hours[weekday]![hourOfDay]! += 1;
    const isNight = hourOfDay >= night.from || hourOfDay < night.until;
    const other = isOutgoing ? to[i]! : from[i]!;
    if (other >= 0) this.addContact(other, isOutgoing, Math.max(0, seconds[i]!), time, isNight);
    if (owner[i] !== phone) return;
    if (handset[i]! >= 0) this.addHandset(handset[i]!, time);
    if (tower[i]! >= 0) this.addTower(tower[i]!, time, isNight);
  }

  private addContact(phone: number, isOutgoing: boolean, seconds: number, time: number, isNight: boolean): void {
    const contact = this.contacts.get(phone) ?? {
      phone,
      outgoing: 0,
      incoming: 0,
      seconds: 0,
      nightCalls: 0,
      firstAt: time,
      lastAt: time,
    };
    if (isNight) contact.nightCalls += 1;
    this.contacts.set(phone, contact);
    if (isOutgoing) contact.outgoing += 1;
    else contact.incoming += 1;
    contact.seconds += seconds;
    contact.lastAt = time;
  }

  private addHandset(handset: number, time: number): void {
    const use = this.handsets.get(handset) ?? { handset, calls: 0, firstAt: time, lastAt: time };
    this.handsets.set(handset, use);
    use.calls += 1;
    use.lastAt = time;
  }

  private addTower(tower: number, time: number, isNight: boolean): void {
    const use = this.towers.get(tower) ?? { tower, calls: 0, nightCalls: 0, firstAt: time, lastAt: time };
    this.towers.set(tower, use);
    use.calls += 1;
    if (isNight) use.nightCalls += 1;
    use.lastAt = time;
  }
}

/** Calls must stand in time order. */
export function profileCalls(records: CallRecords, phone: number, { since, until }: Period): CallProfile {
  const tally = new ProfileTally();
  for (let i = 0; i < records.count; i++) {
    if (records.from[i] !== phone && records.to[i] !== phone) continue;
    const time = records.at[i]!;
    if ((since === null || time >= since) && (until === null || time <= until)) tally.add(records, i, phone);
  }
  const contacts = [...tally.contacts.values()].sort(
    (a, b) => b.outgoing + b.incoming - a.outgoing - a.incoming || a.firstAt - b.firstAt || a.phone - b.phone,
  );
  const towers = [...tally.towers.values()].sort((a, b) => b.calls - a.calls || a.tower - b.tower);
  const home = towers.toSorted((a, b) => b.nightCalls - a.nightCalls || b.calls - a.calls || a.tower - b.tower)[0];
  return {
    calls: tally.times.length,
    outgoing: tally.outgoing,
    incoming: tally.times.length - tally.outgoing,
    seconds: tally.taken.reduce((sum, seconds) => sum + seconds, 0),
    medianSeconds: tally.taken.toSorted((a, b) => a - b)[Math.floor((tally.taken.length - 1) / 2)] ?? null,
    firstAt: tally.times[0] ?? null,
    lastAt: tally.times.at(-1) ?? null,
    contacts,
    bothWays: contacts.filter(({ outgoing, incoming }) => outgoing > 0 && incoming > 0).length,
    hours: tally.hours,
    handsets: [...tally.handsets.values()],
    towers,
    homeTower: home && home.nightCalls > 0 ? home.tower : null,
    silences: findSilences(tally.times),
  };
}

function findSilences(times: readonly number[]): Silence[] {
  return times
    .slice(1)
    .map((until, i): Silence => ({ from: times[i]!, until }))
    .filter(({ from, until }) => until - from >= minSilence)
    .sort((a, b) => b.until - b.from - (a.until - a.from) || a.from - b.from)
    .slice(0, maxSilences);
}
