// What the calls of several numbers have in common, in a child.
import { CaseweaveError } from "../../../shared/errors.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Period } from "../../../shared/trace/callProfile.ts";
import { findCommonContacts, findConferences } from "../../../shared/trace/commonContacts.ts";
import type { CommonCallsDocument } from "../../../shared/trace/movementCalls.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { describePhones } from "./describePhones.ts";
import { loadCalls } from "./loadCalls.ts";

export interface CommonCallsInput extends Period {
  readonly path: string;
  readonly key: string | null;
  readonly phones: readonly string[];
  readonly min: number;
  readonly withinMinutes: number;
}

const minute = 60_000;

export const commonCallsTask: Task<CommonCallsInput, CommonCallsDocument> = async ({
  path,
  key,
  phones,
  min,
  withinMinutes,
  ...period
}) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const loaded = loadCalls(db);
    const timeOf = (at: number) => isoTime(at, loaded.records.utcOffset);
    const set = phones.map((phone) => {
      const name = parseEntityRef(phone);
      const entity = readEntity(db, name.kind, name.key);
      if (!entity) throw new CaseweaveError("entity-unknown", { entity: phone });
      return loaded.findPhone(entity.id) ?? -2; // known, without a single call
    });
    const contacts = findCommonContacts(loaded.records, set, min, period);
    const facts = describePhones(
      db,
      contacts.map(({ phone }) => loaded.recordOf(phone)),
    );
    return {
      phones,
      contacts: contacts
        .map(({ phone, calls, members, firstAt, lastAt }) => ({
          ...facts.get(loaded.recordOf(phone).id)!,
          phone: loaded.phoneOf(phone),
          members,
          calls,
          firstAt: timeOf(firstAt),
          lastAt: timeOf(lastAt),
        }))
        // Everybody calls a bank's hotline: such numbers stand last.
        .sort((a, b) => Number(a.public !== null) - Number(b.public !== null)),
      conferences: findConferences(loaded.records, set, min, withinMinutes * minute, period).map((one) => ({
        startAt: timeOf(one.from),
        endAt: timeOf(one.until),
        calls: one.calls,
        members: one.members.map((place) => phones[place]!),
        phones: one.phones.map((phone) => loaded.phoneOf(phone)),
      })),
    };
  } finally {
    db.close();
  }
};
