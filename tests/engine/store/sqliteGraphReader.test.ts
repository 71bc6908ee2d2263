// The suite of graph questions on a workspace file.
import { afterAll, beforeAll } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { createSqliteGraphReader } from "../../../electron/engine/store/sqlite/sqliteGraphReader.ts";
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
