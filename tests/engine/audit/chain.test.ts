// The audit chain: append-only in the database, and any change made behind its back is found.
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { appendAudit, verifyAudit } from "../../../electron/engine/audit/auditLog.ts";
import { auditSoFar } from "../../../electron/engine/audit/auditSoFar.ts";
import { type Connection, wrapDatabase } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { seededRandom } from "../../../shared/random.ts";
import { tester } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();

function writeEntries(path: string, count: number): Connection {
  const connection = openWorkspaceFile(path);
  connection.write((db) => {
    for (let i = 0; i < count; i++)
      appendAudit(db, tester, { action: i % 2 ? "workspace.searchEntities" : "chart.readEntity", detail: { words: `词 ${i}`, n: i } });
  });
  return connection;
}

it.each([
  ["updated", "UPDATE audit SET user = 'other' WHERE sequence = 2"],
  ["deleted", "DELETE FROM audit WHERE sequence = 2"],
  [
    "replaced",
    "REPLACE INTO audit SELECT sequence, at, utc_offset, 'other', host, action, detail, result, previous, hash FROM audit WHERE sequence = 2",
  ],
])("an entry cannot be %s", (_what, statement) => {
  const connection = writeEntries(at("a.caseweave"), 3);
  expect(() => connection.write((db) => db.prepare(statement).run())).toThrow("append-only");
  expect(verifyAudit(connection)).toMatchObject({ entries: 3, intact: true });
  connection.close();
});

it("decisions are append-only too", () => {
  const connection = openWorkspaceFile(at("a.caseweave"));
  connection.write((db) =>
    db.prepare("INSERT INTO decision (subject, a, b, verdict, reason, by, at) VALUES ('pair', 'A1', 'A2', 'confirm', 'r', 'u', 1)").run(),
  );
  for (const statement of ["UPDATE decision SET verdict = 'reject'", "DELETE FROM decision"])
    expect(() => connection.write((db) => db.prepare(statement).run())).toThrow("append-only");
  connection.close();
});

it("goes on over a reopening, and line breaks in values never make a second row", () => {
  const path = at("a.caseweave");
  writeEntries(path, 2).close();
  const connection = openWorkspaceFile(path);
  connection.write((db) => appendAudit(db, tester, { action: "a", detail: { words: 'x\r\n\u2028"],["' } }));
  expect(verifyAudit(connection)).toMatchObject({ entries: 3, intact: true, brokenAt: null });
  expect(connection.all(sql`SELECT sequence FROM audit`)).toHaveLength(3);
  connection.close();
});

const entries = 60;
const columns = ["at", "utc_offset", "user", "host", "action", "detail", "result", "previous", "hash"];
const numbers = new Set(["at", "utc_offset"]);

type Tampering = (db: Database.Database, random: () => number) => void;

const pick = (random: () => number, most: number) => 1 + Math.floor(random() * most);

const tamperings: Readonly<Record<string, Tampering>> = {
  edit: (db, random) => {
    const column = columns[Math.floor(random() * columns.length)]!;
    db.exec(`UPDATE audit SET ${column} = ${column} ${numbers.has(column) ? "+ 1" : "|| 'x'"} WHERE sequence = ${pick(random, entries)}`);
  },
  delete: (db, random) => db.exec(`DELETE FROM audit WHERE sequence = ${pick(random, entries)}`),
  swap: (db, random) => {
    const [a, b] = [pick(random, entries - 1), entries];
    db.exec(
      `UPDATE audit SET sequence = -1 WHERE sequence = ${a}; UPDATE audit SET sequence = ${a} WHERE sequence = ${b}; UPDATE audit SET sequence = ${b} WHERE sequence = -1`,
    );
  },
  "cut the tail": (db, random) => db.exec(`DELETE FROM audit WHERE sequence > ${entries - pick(random, entries)}`),
  "cut a middle and close the gap": (db, random) => {
    const gone = pick(random, entries - 1);
    db.exec(
      `DELETE FROM audit WHERE sequence = ${gone}; UPDATE audit SET sequence = -sequence WHERE sequence > ${gone}; UPDATE audit SET sequence = -sequence - 1 WHERE sequence < 0`,
    );
  },
};

it("1,000 changes behind its back are all found, cut tails by the head kept apart", () => {
  const path = at("a.caseweave");
  const connection = writeEntries(path, entries);
  const { head } = verifyAudit(connection);
  connection.close();
  const raw = new Database(path);
  raw.exec("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete");
  const reader = wrapDatabase(raw);
  const random = seededRandom(4);
  const kinds = Object.entries(tamperings);
  const missed: string[] = [];
  for (let i = 0; i < 1000; i++) {
    const [name, tamper] = kinds[i % kinds.length]!;
    raw.exec("BEGIN");
    tamper(raw, random);
    if (verifyAudit(reader, head).intact) missed.push(name);
    raw.exec("ROLLBACK");
  }
  expect(missed).toEqual([]);
  expect(verifyAudit(reader, head).intact, "untouched, it is whole").toBe(true);
  raw.close();
});

it("a cut tail is found by the head that was kept, and entries written since do no harm to it", () => {
  const path = at("a.caseweave");
  const connection = writeEntries(path, 5);
  const { head } = verifyAudit(connection);
  connection.write((db) => appendAudit(db, tester, { action: "later", detail: {} }));
  expect(verifyAudit(connection, head)).toMatchObject({ entries: 6, intact: true, headFound: true });
  connection.close();
  const raw = new Database(path);
  raw.exec("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE sequence > 4");
  expect(verifyAudit(wrapDatabase(raw))).toMatchObject({ entries: 4, intact: true, headFound: null });
  expect(verifyAudit(wrapDatabase(raw), head)).toMatchObject({ entries: 4, intact: false, brokenAt: 5, headFound: false });
  raw.close();
});

it("is told as whole only once it was walked, and as broken where an entry was changed", () => {
  const path = at("a.caseweave");
  const connection = writeEntries(path, 2_500);
  expect(auditSoFar(connection)).toBe(null);
  expect(auditSoFar(connection)).toBe(true);
  connection.write((db) => appendAudit(db, tester, { action: "a", detail: {} }));
  expect(auditSoFar(connection)).toBe(true);
  connection.close();
  const raw = new Database(path);
  for (const { name } of raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'").all() as {
    name: string;
  }[])
    raw.exec(`DROP TRIGGER ${name}`);
  raw.exec("UPDATE audit SET user = 'other' WHERE sequence = 2400");
  const changed = wrapDatabase(raw);
  expect([auditSoFar(changed), auditSoFar(changed)]).toEqual([null, false]);
  raw.close();
});
