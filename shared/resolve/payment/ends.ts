// Levels of what two statements say of each other's account, of their clocks and serial numbers. Each is 0 where one of the two says nothing.
import { clockEdges } from "./features.ts";
import type { PaymentEnd, PaymentRow } from "./payment.ts";

const missing = 0;
/** The row names another account than the one that it would be. */
export const otherEnd = 3;
const shortestName = 2;

/** 6217****1234: every digit that is shown must fit. */
function fitsMasked(a: string, b: string): boolean {
  if (!a.includes("*") && !b.includes("*")) return false;
  const [headA = "", tailA = ""] = [a.split("*")[0], a.split("*").at(-1)];
  const [headB = "", tailB = ""] = [b.split("*")[0], b.split("*").at(-1)];
  const [head, tail] = [Math.min(headA.length, headB.length), Math.min(tailA.length, tailB.length)];
  return head + tail >= 4 && headA.slice(0, head) === headB.slice(0, head) && (tail === 0 || tailA.slice(-tail) === tailB.slice(-tail));
}

/** 1 the same purse, 2 another number that fits or of a holder of the same name, 3 somebody else. */
export function endLevel(told: PaymentEnd | null, owner: PaymentEnd): number {
  if (told === null || told.purse < 0 || owner.purse < 0) return missing;
  if (told.purse === owner.purse) return 1;
  return fitsMasked(told.key, owner.key) || (told.name.length >= shortestName && told.name === owner.name) ? 2 : otherEnd;
}

/** Where the row names no number: 1 its words name the owner of the other statement, 2 they do not. */
export function namedLevel(row: PaymentRow, owner: PaymentEnd): number {
  if (row.other !== null || row.memo === "" || owner.name.length < shortestName) return missing;
  return row.memo.includes(owner.name) ? 1 : 2;
}

/** Only within one day, so that it adds to the lag in days instead of saying it twice. */
export function clockLevel(paid: PaymentRow, received: PaymentRow): number {
  if (!paid.hasClock || !received.hasClock || paid.day !== received.day) return missing;
  const gap = received.at - paid.at;
  let level = 0;
  while (level < clockEdges.length && gap > clockEdges[level]!) level++;
  return level + 1;
}
