// Numbers that several of a set talk with, and the moments in which many of the set were on the phone together.
import type { Period } from "./callProfile.ts";
import type { CallRecords } from "./callRecords.ts";

export interface CommonContact {
  readonly phone: number;
  /** Of the set, in its order: calls with each; 0 where there is none. */
  readonly calls: readonly number[];
  /** How many of the set. */
  readonly members: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Conference {
  readonly from: number;
  /** End of the last call of it. */
  readonly until: number;
  readonly calls: number;
  /** Places in the set. */
  readonly members: readonly number[];
  /** Everybody who took part, the set included. */
  readonly phones: readonly number[];
}

const isWithin = (at: number, { since, until }: Period): boolean => (since === null || at >= since) && (until === null || at <= until);

type Draft = { -readonly [Key in keyof CommonContact]: Key extends "calls" ? number[] : CommonContact[Key] };

/** Contacts of at least `least` of the set; those of most members first, then of most calls, then in the order of the numbers. Calls inside the set make its members contacts of each other. */
export function findCommonContacts(records: CallRecords, set: readonly number[], least: number, period: Period): CommonContact[] {
  const placeOf = new Map(set.map((phone, place) => [phone, place]));
  const found = new Map<number, Draft>();
  const add = (member: number, other: number, at: number): void => {
    const place = placeOf.get(member);
    if (place === undefined || other < 0 || other === member) return;
    const contact = found.get(other) ?? { phone: other, calls: set.map(() => 0), members: 0, firstAt: at, lastAt: at };
    found.set(other, contact);
    if (contact.calls[place] === 0) contact.members += 1;
    contact.calls[place]! += 1;
    contact.lastAt = at;
  };
  for (let i = 0; i < records.count; i++) {
    const at = records.at[i]!;
    if (!isWithin(at, period)) continue;
    add(records.from[i]!, records.to[i]!, at);
    add(records.to[i]!, records.from[i]!, at);
  }
  const sum = ({ calls }: CommonContact) => calls.reduce((total, count) => total + count, 0);
  return [...found.values()]
    .filter(({ members }) => members >= least)
    .sort((a, b) => b.members - a.members || sum(b) - sum(a) || a.phone - b.phone);
}

interface TimedCall {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Calls that somebody of the set takes part in, in time order. */
function callsOfSet({ count, at, from, to, seconds }: CallRecords, set: ReadonlySet<number>, period: Period): TimedCall[] {
  const calls: TimedCall[] = [];
  for (let i = 0; i < count; i++) {
    if (!isWithin(at[i]!, period) || !(set.has(from[i]!) || set.has(to[i]!))) continue;
    calls.push({ from: from[i]!, to: to[i]!, start: at[i]!, end: at[i]! + Math.max(0, seconds[i]!) * 1000 });
  }
  return calls.sort((a, b) => a.start - b.start);
}

/** Joined to the call of the same number that ends last: any other that is near enough is joined to that one already. */
function joinNear(calls: readonly TimedCall[], within: number): number[] {
  const parent = calls.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  const latest = new Map<number, number>();
  calls.forEach(({ from, to, start, end }, i) => {
    for (const phone of [from, to]) {
      if (phone < 0) continue;
      const before = latest.get(phone);
      if (before !== undefined && start - calls[before]!.end <= within) parent[rootOf(i)] = rootOf(before);
      if (before === undefined || end >= calls[before]!.end) latest.set(phone, i);
    }
  });
  return parent.map((_, i) => rootOf(i));
}

/**
 * Calls hang together when they share a number and one begins at most `within` milliseconds after the other ends.
 * What hangs together and holds at least `least` numbers of the set is a conference; those of most members first, then the earliest.
 */
export function findConferences(records: CallRecords, set: readonly number[], least: number, within: number, period: Period): Conference[] {
  const calls = callsOfSet(records, new Set(set), period);
  const roots = joinNear(calls, within);
  const groups = Map.groupBy(calls, (_, i) => roots[i]!);
  return [...groups.values()]
    .map((group): Conference => {
      const phones = [...new Set(group.flatMap(({ from, to }) => [from, to]))].filter((phone) => phone >= 0).sort((a, b) => a - b);
      const members = set.flatMap((phone, place) => (phones.includes(phone) ? [place] : []));
      const until = group.reduce((last, { end }) => Math.max(last, end), 0);
      return { from: group[0]!.start, until, calls: group.length, members, phones };
    })
    .filter(({ members }) => members.length >= least)
    .sort((a, b) => b.members.length - a.members.length || a.from - b.from);
}
