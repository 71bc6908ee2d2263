// The page of one number, in a child.

import { CaseweaveError } from "../../../shared/errors.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import { type CallProfile, type Period, profileCalls } from "../../../shared/trace/callProfile.ts";
import type { CallProfileDocument, PhoneFacts } from "../../../shared/trace/movementCalls.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { describePhones } from "./describePhones.ts";
import { type LoadedCalls, loadCalls } from "./loadCalls.ts";

export interface ProfileTaskInput extends Period {
  readonly path: string;
  readonly key: string | null;
  readonly phone: string;
}

export const profileTask: Task<ProfileTaskInput, CallProfileDocument> = async ({ path, key, phone, since, until }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const name = parseEntityRef(phone);
    const entity = readEntity(db, name.kind, name.key);
    if (!entity) throw new CaseweaveError("entity-unknown", { entity: phone });
    const loaded = loadCalls(db);
    const profile = profileCalls(loaded.records, loaded.findPhone(entity.id) ?? -2, { since, until });
    const facts = describePhones(db, [entity, ...profile.contacts.map(({ phone: other }) => loaded.recordOf(other))]);
    return { phone, ...facts.get(entity.id)!, ...printProfile(profile, loaded, facts) };
  } finally {
    db.close();
  }
};

function printProfile(
  profile: CallProfile,
  { records, phoneOf, recordOf, towerOf, handsetOf }: LoadedCalls,
  facts: ReadonlyMap<number, PhoneFacts>,
): Omit<CallProfileDocument, keyof PhoneFacts | "phone"> {
  const timeOf = (at: number) => isoTime(at, records.utcOffset);
  const span = ({ firstAt, lastAt }: { readonly firstAt: number; readonly lastAt: number }) => ({
    firstAt: timeOf(firstAt),
    lastAt: timeOf(lastAt),
  });
  const { firstAt, lastAt, contacts, handsets, towers, homeTower, silences } = profile;
  return {
    ...profile,
    firstAt: firstAt === null ? null : timeOf(firstAt),
    lastAt: lastAt === null ? null : timeOf(lastAt),
    contacts: contacts.map((contact) => ({
      ...contact,
      ...span(contact),
      ...facts.get(recordOf(contact.phone).id)!,
      phone: phoneOf(contact.phone),
    })),
    handsets: handsets.map((use) => ({ calls: use.calls, ...span(use), handset: handsetOf(use.handset) })),
    towers: towers.map(({ calls, nightCalls, tower, ...times }) => ({ calls, nightCalls, ...span(times), tower: towerOf(tower) })),
    homeTower: homeTower === null ? null : towerOf(homeTower),
    silences: silences.map(({ from, until }) => ({ from: timeOf(from), until: timeOf(until) })),
  };
}
