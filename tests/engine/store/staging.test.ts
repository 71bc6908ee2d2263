// Slices that share a transaction: committed together, and a loss is told to the one who staged them.
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection, WritableDb } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { readMeta, writeMeta } from "../../../electron/engine/store/sqlite/tables/meta.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let path: string;
let db: Connection;

beforeEach(() => {
  path = at("a.caseweave");
  db = openWorkspaceFile(path);
});
afterEach(() => db.close());

const put = (key: string) => (writable: WritableDb) => writeMeta(writable, key, "1");

/** What is on disk for others. */
function readCommitted(key: string): boolean {
  const other = openWorkspaceFile(path, { readOnly: true });
  const found = readMeta(other, key) !== null;
  other.close();
  return found;
}

it("a staged slice is committed by the next write, together with it", () => {
  db.stage(put("a"));
  expect(readCommitted("a")).toBe(false);
  db.write(put("b"));
  expect([readCommitted("a"), readCommitted("b")]).toEqual([true, true]);
});

it("a staged slice is committed within a second or so by itself", async () => {
  db.stage(put("a"));
  await expect.poll(() => readCommitted("a"), { timeout: 5000 }).toBe(true);
});

it("a staged slice is committed when the workspace closes", () => {
  db.stage(put("a"));
  db.close();
  expect(readCommitted("a")).toBe(true);
  db = openWorkspaceFile(path);
});

it("a slice that fails takes the slices before it back, and the next starts anew", () => {
  db.stage(put("a"));
  expect(() =>
    db.stage(() => {
      throw new Error("bad row");
    }),
  ).toThrow("bad row");
  db.write(put("b"));
  expect([readCommitted("a"), readCommitted("b")]).toEqual([false, true]);
});

it("a commit that fails is told to the one who staged, though another's write met it first", () => {
  breakCommits(db);
  db.stage((writable) => {
    put("a")(writable);
    writable.prepare("INSERT INTO child (parent) VALUES (1)").run();
  });
  expect(() => db.write(put("b"))).toThrow("FOREIGN KEY");
  expect(() => db.keepStaged()).toThrow("FOREIGN KEY");
  expect(() => db.keepStaged()).not.toThrow();
  expect(readCommitted("a")).toBe(false);
});

/** A deferred foreign key fails at COMMIT only, as a full disk may. */
function breakCommits(connection: Connection): void {
  connection.close();
  const raw = new Database(path);
  raw.exec(
    "CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)",
  );
  raw.close();
  db = openWorkspaceFile(path);
}
