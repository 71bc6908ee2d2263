// Number changes around a given day, or around every day on which numbers fall silent for good.
import type { CallRecords } from "../callRecords.ts";
import { compareTwoPeriods } from "./activity.ts";
import { type JudgedChange, judgeJointly } from "./judgeJointly.ts";
import { type IsPublic, type MatchedNumbers, matchNumbers } from "./matchNumbers.ts";

const day = 86_400_000;
/** How far before and after the change calls are compared. */
const reach = 45 * day;
/** Silent for good: nothing in the last days of the records. */
const minSilence = 7 * day;
/** Falling silent within so much time is one change date. */
const sameDate = 2 * day;
const minCalls = 10;

export interface FoundChanges {
  readonly changes: readonly JudgedChange[];
  readonly leftOut: number;
}

/** `isPublic`: a hotline that many call is nobody's number and takes no part. */
export function findChanges(records: CallRecords, at: number | null, isPublic: IsPublic = () => false): FoundChanges {
  const [first, last] = periodOf(records);
  const dates = at === null ? listSilences(records, last) : [at];
  const found = dates.map((date) => ({ date, ...matchAround(records, date, first, last, isPublic) }));
  return {
    changes: judgeJointly(found.flatMap(({ date, changes }) => changes.map((change) => ({ ...change, at: date })))),
    leftOut: Math.max(0, ...found.map(({ leftOut }) => leftOut)),
  };
}

function matchAround(records: CallRecords, at: number, first: number, last: number, isPublic: IsPublic): MatchedNumbers {
  return matchNumbers(compareTwoPeriods(records, at, Math.max(first, at - reach), Math.min(last + 1, at + reach)), isPublic);
}

function periodOf({ count, at }: CallRecords): [first: number, last: number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < count; i++) {
    first = Math.min(first, at[i]!);
    last = Math.max(last, at[i]!);
  }
  return [first, last];
}

/** Moments just after numbers of some traffic were last seen, near ones taken together. */
function listSilences({ count, phones, at, from, to }: CallRecords, end: number): number[] {
  const calls = new Int32Array(phones);
  const lastSeen = new Float64Array(phones).fill(Number.NEGATIVE_INFINITY);
  const see = (phone: number, time: number) => {
    if (phone < 0) return;
    calls[phone]! += 1;
    lastSeen[phone] = Math.max(lastSeen[phone]!, time);
  };
  for (let i = 0; i < count; i++) {
    see(from[i]!, at[i]!);
    see(to[i]!, at[i]!);
  }
  const silences = [...lastSeen].filter((time, phone) => calls[phone]! >= minCalls && time <= end - minSilence).sort((a, b) => a - b);
  const dates: number[] = [];
  silences.forEach((time, i) => {
    const next = silences[i + 1];
    if (next === undefined || next - time > sameDate) dates.push(time + 1);
  });
  return dates;
}
