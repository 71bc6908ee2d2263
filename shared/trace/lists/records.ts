// What to ask a bank or a platform for: which records, of which days.
import type { AccountDetails, RecordRequest } from "./listLine.ts";

interface Asked {
  readonly isPool: boolean;
  /** When traced money came in first and last, ISO. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** The moment of the list, ISO. */
  readonly until: string;
  readonly timeOf: (at: number) => string;
}

const dayOf = (iso: string): string => iso.slice(0, 10);

/** Of a bank the days from the first traced money, or from where its statements end, to now; of a platform the days of the payments. */
export function recordsToRequest({ coveredUntil }: Pick<AccountDetails, "coveredUntil">, asked: Asked): RecordRequest[] {
  const until = dayOf(asked.until);
  const first = asked.firstAt === null ? null : dayOf(asked.firstAt);
  if (asked.isPool)
    return [
      { record: "order", since: first, until: asked.lastAt === null ? until : dayOf(asked.lastAt) },
      { record: "opening", since: null, until },
    ];
  const covered = coveredUntil === null ? null : dayOf(asked.timeOf(coveredUntil));
  const since = covered !== null && (first === null || covered > first) ? covered : first;
  return [
    { record: "statement", since, until },
    { record: "opening", since: null, until },
    { record: "subaccounts", since: null, until },
    { record: "login", since, until },
  ];
}
