// Common contacts and conferences of a set of numbers, each beside a slow and obvious twin.
import { expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import type { CallRecords } from "../../../shared/trace/callRecords.ts";
import { findCommonContacts, findConferences } from "../../../shared/trace/commonContacts.ts";

type Row = readonly [at: number, from: number, to: number, seconds: number];

function recordsOf(rows: readonly Row[]): CallRecords {
  const sorted = [...rows].sort((a, b) => a[0] - b[0]);
  const none = new Int32Array(rows.length).fill(-1);
  return {
    count: rows.length,
    phones: 1 + Math.max(...rows.flatMap(([, from, to]) => [from, to])),
    at: Float64Array.from(sorted, ([at]) => at),
    from: Int32Array.from(sorted, ([, from]) => from),
    to: Int32Array.from(sorted, ([, , to]) => to),
    seconds: Int32Array.from(sorted, ([, , , seconds]) => seconds),
    owner: none,
    tower: none,
    handset: none,
    utcOffset: 480,
  };
}

const always = { since: null, until: null };
const second = 1000;

it("finds a host who calls the set one after the other, and not a call of the next day", () => {
  const day = 86_400 * second;
  const rows: Row[] = [
    [0, 9, 0, 600],
    [60 * second, 9, 1, 500],
    [120 * second, 2, 9, 400],
    [day, 0, 1, 60],
  ];
  const records = recordsOf(rows);
  expect(findConferences(records, [0, 1, 2], 3, 60 * second, always)).toEqual([
    { from: 0, until: 600 * second, calls: 3, members: [0, 1, 2], phones: [0, 1, 2, 9] },
  ]);
  expect(findCommonContacts(records, [0, 1, 2], 3, always)).toEqual([
    { phone: 9, calls: [1, 1, 1], members: 3, firstAt: 0, lastAt: 120 * second },
  ]);
  expect(findCommonContacts(records, [0, 1, 2], 2, { since: 1, until: null }).map(({ phone, calls }) => [phone, calls])).toEqual([
    [9, [0, 1, 1]],
  ]);
});

function randomRows(seed: number): Row[] {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  return Array.from({ length: 60 }, (): Row => [below(4000) * second, below(12), below(12) - (random() < 0.05 ? 20 : 0), below(90) - 1])
    .map(([at, from, to, seconds]): Row => [at, from, Math.max(-1, to), seconds])
    .filter(([, from, to]) => from !== to);
}

/** By the definition, over all pairs of calls until nothing changes. */
function slowConferences(rows: readonly Row[], set: readonly number[], least: number, within: number) {
  const calls = rows
    .filter(([, from, to]) => set.includes(from) || set.includes(to))
    .map(([at, from, to, seconds]) => ({
      start: at,
      end: at + Math.max(0, seconds) * second,
      phones: [from, to].filter((one) => one >= 0),
    }));
  const group = calls.map((_, i) => i);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [i, a] of calls.entries())
      for (const [j, b] of calls.entries()) {
        const gap = Math.max(a.start, b.start) - (a.start <= b.start ? a.end : b.end);
        if (group[i] === group[j] || gap > within || !a.phones.some((one) => b.phones.includes(one))) continue;
        const [keep, lose] = [Math.min(group[i]!, group[j]!), Math.max(group[i]!, group[j]!)];
        group.forEach((one, k) => {
          if (one === lose) group[k] = keep;
        });
        isChanged = true;
      }
  }
  return [...new Set(group)]
    .map((id) => calls.filter((_, i) => group[i] === id))
    .map((part) => ({
      from: Math.min(...part.map(({ start }) => start)),
      calls: part.length,
      phones: [...new Set(part.flatMap(({ phones }) => phones))].sort((a, b) => a - b),
    }))
    .filter(({ phones }) => set.filter((one) => phones.includes(one)).length >= least);
}

it("agrees with the definition on random calls", () => {
  const set = [0, 1, 2, 3];
  const byStart = (a: { from: number }, b: { from: number }) => a.from - b.from;
  const keyOf = ({ from, calls, phones }: { from: number; calls: number; phones: readonly number[] }) => `${from} ${calls} ${phones}`;
  for (let seed = 1; seed <= 60; seed++) {
    const rows = randomRows(seed);
    const fast = findConferences(recordsOf(rows), set, 2, 30 * second, always)
      .sort(byStart)
      .map(keyOf)
      .sort();
    expect([seed, fast]).toEqual([
      seed,
      slowConferences(rows, set, 2, 30 * second)
        .sort(byStart)
        .map(keyOf)
        .sort(),
    ]);
  }
});

it("counts common contacts as one does by hand, on random calls", () => {
  const set = [0, 1, 2, 3];
  for (let seed = 1; seed <= 40; seed++) {
    const rows = randomRows(seed);
    const talks = (a: number, b: number) => rows.filter(([, from, to]) => (from === a && to === b) || (from === b && to === a)).length;
    const slow = Array.from({ length: 12 }, (_, phone) => ({ phone, calls: set.map((one) => (one === phone ? 0 : talks(one, phone))) }))
      .filter(({ calls }) => calls.filter((count) => count > 0).length >= 2)
      .map(({ phone, calls }) => `${phone} ${calls}`);
    const fast = findCommonContacts(recordsOf(rows), set, 2, always).map(({ phone, calls }) => `${phone} ${calls}`);
    expect([seed, fast.sort()]).toEqual([seed, slow.sort()]);
  }
});
