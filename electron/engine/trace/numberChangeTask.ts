// Finds changed numbers in a child.
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { NumberChangeLine } from "../../../shared/trace/calls.ts";
import { findChanges } from "../../../shared/trace/numberChange/findChanges.ts";
import type { JudgedChange } from "../../../shared/trace/numberChange/judgeJointly.ts";
import { type CallTally, tallyNumbers } from "../../../shared/trace/tallyNumbers.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { type LoadedCalls, loadCalls } from "./loadCalls.ts";

export interface NumberChangeInput {
  readonly path: string;
  readonly key: string | null;
  /** Milliseconds since 1970; null: every day on which numbers fall silent. */
  readonly at: number | null;
}

export interface NumberChangeResult {
  readonly lines: readonly NumberChangeLine[];
  readonly leftOut: number;
}

export const numberChangeTask: Task<NumberChangeInput, NumberChangeResult> = async ({ path, key, at }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const loaded = loadCalls(db);
    const isPublic = (id: number) => publicReason("phone", loaded.phoneOf(id).slice("phone:".length), "") !== null;
    const { changes, leftOut } = findChanges(loaded.records, at, isPublic);
    const tallies = new Map(tallyNumbers(loaded.records).map((tally) => [tally.phone, tally]));
    return { lines: changes.map((change) => ({ ...toLine(change, loaded), spans: spansOf(change, loaded, tallies) })), leftOut };
  } finally {
    db.close();
  }
};

function spansOf(
  { old, fresh }: JudgedChange,
  { records }: LoadedCalls,
  tallies: ReadonlyMap<number, CallTally>,
): NumberChangeLine["spans"] {
  const span = (phone: number) => {
    const { firstAt, lastAt } = tallies.get(phone)!;
    return { firstAt: isoTime(firstAt, records.utcOffset), lastAt: isoTime(lastAt, records.utcOffset) };
  };
  return { old: span(old), new: span(fresh) };
}

const rounded = (value: number) => Number(value.toFixed(3));
const namedContacts = 8;

function toLine(
  { old, fresh, likeness, isAssigned, isOldStillUsed, at, rivalOld, rivalFresh }: JudgedChange,
  { phoneOf, records }: LoadedCalls,
): Omit<NumberChangeLine, "spans"> {
  return {
    old: phoneOf(old),
    new: phoneOf(fresh),
    score: rounded(likeness.score),
    at: isoTime(at, records.utcOffset),
    assigned: isAssigned,
    rivalOld: rivalOld === null ? null : phoneOf(rivalOld),
    rivalNew: rivalFresh === null ? null : phoneOf(rivalFresh),
    evidence: {
      contacts: rounded(likeness.contacts),
      sharedContacts: likeness.sharedContacts.slice(0, namedContacts).map(phoneOf),
      sharedContactCount: likeness.sharedContacts.length,
      towers: likeness.towers === null ? null : rounded(likeness.towers),
      sameHandset: likeness.hasSameHandset,
      hours: rounded(likeness.hours),
      oldStillUsed: isOldStillUsed,
    },
  };
}
