// How much each number talks: calls, contacts, first and last.
import type { CallRecords } from "./callRecords.ts";

export interface CallTally {
  readonly phone: number;
  readonly calls: number;
  /** Different numbers at the other end. */
  readonly contacts: number;
  /** Milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Numbers with calls, most calls first. Calls must stand in time order. */
export function tallyNumbers({ count, phones, at, from, to }: CallRecords): CallTally[] {
  const calls = new Uint32Array(phones);
  const firstAt = new Float64Array(phones).fill(Number.NaN);
  const lastAt = new Float64Array(phones);
  const contacts = Array.from({ length: phones }, () => new Set<number>());
  const see = (phone: number, other: number, time: number) => {
    if (phone < 0) return;
    calls[phone]! += 1;
    if (Number.isNaN(firstAt[phone])) firstAt[phone] = time;
    lastAt[phone] = time;
    if (other >= 0) contacts[phone]!.add(other);
  };
  for (let i = 0; i < count; i++) {
    see(from[i]!, to[i]!, at[i]!);
    if (to[i] !== from[i]) see(to[i]!, from[i]!, at[i]!);
  }
  return [...calls.keys()]
    .filter((phone) => calls[phone]! > 0)
    .map((phone) => ({ phone, calls: calls[phone]!, contacts: contacts[phone]!.size, firstAt: firstAt[phone]!, lastAt: lastAt[phone]! }))
    .sort((a, b) => b.calls - a.calls || a.firstAt - b.firstAt || a.phone - b.phone);
}
