// Identities from before the migration count as found; an identity outlives the entity that gave it its number.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { foundIdentity } from "../../../../electron/engine/store/sqlite/migrations/0070-found-identity.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("keeps what stands as found, and hands an identity on when its head leaves", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < foundIdentity.version) database.exec(up);
  for (const id of [1, 2, 3])
    database.exec(`INSERT INTO entity (id, kind, key, label, source_id, row) VALUES (${id}, 'person', 'k${id}', '', 1, ${id});
      INSERT INTO identity_member (entity_id, run_id, identity_id) VALUES (${id}, 1, 1);`);
  database.exec(foundIdentity.up);
  const members = () => database.prepare("SELECT entity_id AS id, identity_id AS identity, found_id AS found FROM identity_member").all();
  expect(members()).toEqual([1, 2, 3].map((id) => ({ id, identity: 1, found: 1 })));
  database.exec("DELETE FROM entity WHERE id = 1");
  expect(members()).toEqual([2, 3].map((id) => ({ id, identity: 2, found: 2 })));
  database.close();
});
