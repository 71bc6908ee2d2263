// A case is found by its incident number without reading all attributes.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { incidentNumbers } from "../../../../electron/engine/store/sqlite/migrations/0210-incident-numbers.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("gives incident numbers an index, and only them", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < incidentNumbers.version) database.exec(up);
  database.exec(incidentNumbers.up);
  const planOf = (name: string) =>
    database
      .prepare(`EXPLAIN QUERY PLAN SELECT entity_id FROM attribute WHERE name = '${name}' AND value = 'J1'`)
      .all()
      .map((line) => (line as { detail: string }).detail);
  expect(planOf("case.incidentNumber")).toEqual([expect.stringContaining("USING INDEX attribute_incident")]);
  expect(planOf("case.type")).toEqual(["SCAN attribute"]);
  database.close();
});
