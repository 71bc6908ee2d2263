// Identities in the schema: an entity that leaves takes its lines along.
import { expect, it } from "vitest";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../../electron/engine/store/sqlite/sql.ts";
import { freshFolder } from "../../folder.ts";

const at = freshFolder();

it("drops members and pairs of an entity that is deleted, and no others", () => {
  const connection = openWorkspaceFile(at("identity.caseweave"));
  connection.write((db) => {
    for (const id of [1, 2, 3])
      db.run(sql`INSERT INTO entity (id, kind, key, label, source_id, row) VALUES (${id}, 'person', ${`k${id}`}, '', 1, ${id})`);
    for (const id of [1, 2, 3]) db.run(sql`INSERT INTO identity_member (entity_id, run_id, identity_id) VALUES (${id}, 1, 1)`);
    for (const [a, b] of [
      [1, 2],
      [1, 3],
      [2, 3],
    ])
      db.run(sql`INSERT INTO identity_pair (a, b, run_id, bits) VALUES (${a!}, ${b!}, 1, 9)`);
    db.run(sql`DELETE FROM entity WHERE id = 2`);
  });
  expect(connection.all(sql`SELECT entity_id AS id FROM identity_member ORDER BY id`)).toEqual([{ id: 1 }, { id: 3 }]);
  expect(connection.all(sql`SELECT a, b FROM identity_pair`)).toEqual([{ a: 1, b: 3 }]);
  connection.close();
});
