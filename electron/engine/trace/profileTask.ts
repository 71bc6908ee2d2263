// The page of one number, in a child.

import { CaseweaveError } from "../../../shared/errors.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime } from "../../../shared/model/time.ts";
import { type Period, profileCalls } from "../../../shared/trace/callProfile.ts";
import type { CallProfileDocument } from "../../../shared/trace/movementCalls.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { loadCalls } from "./loadCalls.ts";

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
    const { records, phoneOf, towerOf, handsetOf, findPhone } = loadCalls(db);
    const profile = profileCalls(records, findPhone(entity.id) ?? -2, { since, until });
    const timeOf = (at: number) => isoTime(at, records.utcOffset);
    const span = ({ firstAt, lastAt }: { readonly firstAt: number; readonly lastAt: number }) => ({
      firstAt: timeOf(firstAt),
      lastAt: timeOf(lastAt),
    });
    return {
      phone,
      calls: profile.calls,
      firstAt: profile.firstAt === null ? null : timeOf(profile.firstAt),
      lastAt: profile.lastAt === null ? null : timeOf(profile.lastAt),
      bothWays: profile.bothWays,
      contacts: profile.contacts.map((contact) => ({ ...contact, phone: phoneOf(contact.phone), ...span(contact) })),
      hours: profile.hours,
      handsets: profile.handsets.map(({ handset, calls, ...times }) => ({ handset: handsetOf(handset), calls, ...span(times) })),
      towers: profile.towers.map(({ tower, calls, nightCalls, ...times }) => ({
        tower: towerOf(tower),
        calls,
        nightCalls,
        ...span(times),
      })),
      homeTower: profile.homeTower === null ? null : towerOf(profile.homeTower),
      silences: profile.silences.map(({ from, until: end }) => ({ from: timeOf(from), until: timeOf(end) })),
    };
  } finally {
    db.close();
  }
};
