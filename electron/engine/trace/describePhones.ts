// Beside a number: whose it is, which cases it stands in and as what, and whether everybody calls it.
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import type { PhoneFacts } from "../../../shared/trace/movementCalls.ts";
import { rolesByWeight } from "../../../shared/trace/phoneRoles.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import type { EntityRecord } from "../store/sqlite/tables/entity.ts";
import { listPhoneCases, listPhoneUsers, type PhoneCase } from "../store/sqlite/tables/phoneFacts.ts";

const roleOf = (cases: readonly PhoneCase[]): string | null => {
  const known = rolesByWeight.find((role) => cases.some((one) => one.role === role));
  return known ?? cases[0]?.role ?? null;
};

/** By id, for those asked. */
export function describePhones(db: ReadableDb, phones: readonly Pick<EntityRecord, "id" | "key" | "label">[]): Map<number, PhoneFacts> {
  const ids = phones.map(({ id }) => id);
  const users = Map.groupBy(listPhoneUsers(db, ids), ({ id }) => id);
  const cases = Map.groupBy(listPhoneCases(db, ids), ({ id }) => id);
  return new Map(
    phones.map(({ id, key, label }) => {
      const [user] = users.get(id) ?? [];
      const own = cases.get(id) ?? [];
      const facts: PhoneFacts = {
        holder: user?.label ?? (label === key ? null : label),
        person: user ? entityRef("person", user.person) : null,
        cases: [...new Set(own.map(({ number }) => number))],
        role: roleOf(own),
        public: publicReason("phone", key, label),
      };
      return [id, facts];
    }),
  );
}
