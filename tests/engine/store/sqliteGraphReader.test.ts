// The suite of graph questions on a workspace file.
import { afterAll, beforeAll, expect, it } from "vitest";
import { countByGroup, type NeighbourEdge } from "../../../electron/engine/store/neighbours.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { createSqliteGraphReader } from "../../../electron/engine/store/sqlite/sqliteGraphReader.ts";
import { publicTables } from "../../../shared/link/publicEntities.ts";
import { aCall, addSource, aTransfer, minute, noon } from "../../builders.ts";
import { freshFolder } from "../folder.ts";
import { fillWorkspace, graphReaderSuite } from "./graphReaderSuite.ts";

const at = freshFolder("all");
let connection: Connection;

beforeAll(() => {
  connection = openWorkspaceFile(at("suite.caseweave"));
  fillWorkspace(connection);
});
afterAll(() => connection.close());

graphReaderSuite("SQLite", () => createSqliteGraphReader(connection));

it("counts what is public as JavaScript counts it, for every name and number of the tables", async () => {
  const names = [...publicTables.poolNames.map((name) => `${name}有限公司`), "某某付费用户", "王某", "银河"];
  const phones = [...publicTables.numbers, "13800138000", "12345678901", "95588123", "10698000000", "4008001234", "19999999999"];
  const connection = openWorkspaceFile(at("public.caseweave"));
  addSource(connection, "ledger", [
    ...names.map((_, i) => aTransfer({ from: "1001", to: `66${i}`, at: noon + i * minute, amountFen: 1_00 })),
    ...publicTables.poolKeys.map((key) => aTransfer({ from: `${key}1`, to: "1001", at: noon, amountFen: 1_00 })),
    ...phones.map((to) => aCall({ from: "1001", to, at: noon })),
  ]);
  for (const [i, name] of names.entries())
    connection.write((db) => db.run(sql`UPDATE entity SET label = ${name} WHERE kind = 'account' AND key = ${`66${i}`}`));
  const reader = createSqliteGraphReader(connection);
  for (const entity of ["account:1001", "phone:1001"]) {
    const edges =
      connection.all<NeighbourEdge>(sql`SELECT g.kind, CASE WHEN g.from_id = own.id THEN 'out' ELSE 'in' END AS direction, e.kind AS otherKind,
      e.key, e.label, 1 AS count, NULL AS lastAt FROM edge g JOIN entity own ON own.kind || ':' || own.key = ${entity} AND own.id IN (g.from_id, g.to_id)
      JOIN entity e ON e.id = g.from_id + g.to_id - own.id`);
    const counts = await reader.countNeighbours(entity, new Set());
    expect(counts).toEqual(countByGroup(edges, new Set()));
    expect(
      counts.every(({ count, publicCount }) => publicCount > 0 && (publicCount < count || count === publicTables.poolKeys.length)),
    ).toBe(true);
  }
  connection.close();
});
