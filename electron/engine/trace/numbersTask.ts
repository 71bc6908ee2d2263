// Which numbers have calls, in a child: the list that a page of one number is opened from.
import { entityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Result } from "../../../shared/rpc/contract.ts";
import type { PhoneFacts } from "../../../shared/trace/movementCalls.ts";
import { suspectRoles } from "../../../shared/trace/phoneRoles.ts";
import { type CallTally, tallyNumbers } from "../../../shared/trace/tallyNumbers.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { describePhones } from "./describePhones.ts";
import { type LoadedCalls, loadCalls } from "./loadCalls.ts";

export interface NumbersTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly top: number;
  readonly like: string;
}

type Answer = Result<"trace.listNumbers">;

export const numbersTask: Task<NumbersTaskInput, Answer> = async ({ path, key, top, like }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const loaded = loadCalls(db);
    const tallies = tallyNumbers(loaded.records);
    const facts = describePhones(
      db,
      tallies.map(({ phone }) => loaded.recordOf(phone)),
    );
    const lines = tallies
      .map((tally) => ({ ...facts.get(loaded.recordOf(tally.phone).id)!, ...printTally(tally, loaded) }))
      .filter(({ phone, holder }) => phone.includes(like.trim()) || (holder?.includes(like.trim()) ?? false));
    return { lines: lines.sort((a, b) => suspectCases(b) - suspectCases(a)).slice(0, top), all: lines.length };
  } finally {
    db.close();
  }
};

/** Cases in which it is a suspect's: those numbers stand first, then the others by their calls. */
const suspectCases = ({ role, cases }: PhoneFacts): number => (role !== null && suspectRoles.includes(role) ? cases.length : 0);

function printTally({ phone, calls, contacts, firstAt, lastAt }: CallTally, { records, recordOf, isBilled }: LoadedCalls) {
  const { kind, key } = recordOf(phone);
  return {
    phone: entityRef(kind, key),
    calls,
    contacts,
    firstAt: isoTime(firstAt, records.utcOffset),
    lastAt: isoTime(lastAt, records.utcOffset),
    billed: isBilled(phone),
  };
}
