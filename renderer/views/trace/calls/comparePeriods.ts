// Contacts of a number before a day and from it on: who is new, who is gone, who is called more or less often. Pure.
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";

type Contact = CallProfileDocument["contacts"][number];

export type PeriodChange = "new" | "gone" | "more" | "less" | "same";

export interface PeriodLine {
  readonly phone: string;
  readonly holder: string | null;
  /** Calls in each period. */
  readonly before: number;
  readonly after: number;
  readonly change: PeriodChange;
}

/** Calls a day differ when one rate is at least twice the other, on at least five calls in all: below that chance does it. */
const leastRatio = 2;
const leastCalls = 5;

const order: readonly PeriodChange[] = ["new", "gone", "more", "less", "same"];

/** days: length of each period. Service numbers are left out: everybody calls them. */
export function comparePeriods(
  before: readonly Contact[],
  after: readonly Contact[],
  days: { readonly before: number; readonly after: number },
): PeriodLine[] {
  const lines = new Map<string, { phone: string; holder: string | null; before: number; after: number }>();
  const add = (side: "before" | "after", contacts: readonly Contact[]) => {
    for (const contact of contacts) {
      if (contact.public !== null) continue;
      const line = lines.get(contact.phone) ?? { phone: contact.phone, holder: contact.holder, before: 0, after: 0 };
      lines.set(contact.phone, line);
      line[side] = contact.outgoing + contact.incoming;
    }
  };
  add("before", before);
  add("after", after);
  return [...lines.values()]
    .map((line) => ({ ...line, change: changeOf(line, days) }))
    .sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change) || b.before + b.after - a.before - a.after);
}

function changeOf(calls: { before: number; after: number }, days: { before: number; after: number }): PeriodChange {
  if (calls.before === 0) return "new";
  if (calls.after === 0) return "gone";
  if (calls.before + calls.after < leastCalls) return "same";
  const ratio = calls.after / Math.max(1, days.after) / (calls.before / Math.max(1, days.before));
  return ratio >= leastRatio ? "more" : ratio <= 1 / leastRatio ? "less" : "same";
}

const dayMilliseconds = 86_400_000;

/** Days from the first to the last day, both counted; ISO dates. */
export const daysBetween = (from: string, until: string): number =>
  Math.max(0, Math.round((Date.parse(until.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMilliseconds) + 1);

export const dayBefore = (day: string): string => new Date(Date.parse(day) - dayMilliseconds).toISOString().slice(0, 10);

/** The middle of two days. */
export const middleDay = (from: string, until: string): string =>
  new Date((Date.parse(from.slice(0, 10)) + Date.parse(until.slice(0, 10))) / 2).toISOString().slice(0, 10);
