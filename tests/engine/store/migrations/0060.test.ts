// Runs from before the migration keep their lines and have no findings.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { identityFindings } from "../../../../electron/engine/store/sqlite/migrations/0060-identity-findings.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds the findings of a resolution run, null for earlier ones", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < identityFindings.version) database.exec(up);
  database.exec(
    "INSERT INTO identity_run (kind, data_version, at, records, entities, identities, compared, one_to_one, seconds) VALUES ('person', 1, 0, 2, 2, 1, 1, 0, 1)",
  );
  database.exec(identityFindings.up);
  expect(database.prepare("SELECT kind, findings FROM identity_run").all()).toEqual([{ kind: "person", findings: null }]);
  database.close();
});
