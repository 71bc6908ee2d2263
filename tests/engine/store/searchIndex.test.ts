// Only entities of which something new is said are indexed anew; what was found before is found after.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { readEntity } from "../../../electron/engine/store/sqlite/tables/entity.ts";
import { indexEntities, listNewlyWorded, spreadWords } from "../../../electron/engine/store/sqlite/tables/searchIndex.ts";
import { addSource, finishSource, loadSource, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(at("a.caseweave"));
});
afterEach(() => db.close());

/** An account of which a row says its bank. */
const bankOf =
  (account: string, bank: string): Telling =>
  (sink, row) => {
    const entity = sink.entity("account", account, "", row);
    sink.attribute(entity, "account.bank", bank, row);
  };

const idOf = (account: string) => readEntity(db, "account", account)!.id;
const find = (words: string) =>
  db.all<{ id: number }>(sql`SELECT rowid AS id FROM search_text WHERE search_text MATCH ${`"${spreadWords(words)}"`}`);

it("an entity whose words a ready source said already is not newly worded, one with a new word is", () => {
  addSource(db, "a.csv", [bankOf("6217001", "建设银行"), bankOf("6217002", "建设银行")]);
  const loading = loadSource(db, "b.csv", [[bankOf("6217001", "建设银行"), bankOf("6217002", "工商银行")]]);
  const ids = [idOf("6217001"), idOf("6217002")];
  expect(listNewlyWorded(db, loading.id, ids)).toEqual([idOf("6217002")]);
  finishSource(db, loading);
  expect(listNewlyWorded(db, loading.id, ids)).toEqual([]);
});

it("an entity indexed anew is found by its old and its new words, once", () => {
  addSource(db, "a.csv", [bankOf("6217001", "建设银行")]);
  const loading = loadSource(db, "b.csv", [[bankOf("6217001", "工商银行")]]);
  finishSource(db, loading);
  const id = idOf("6217001");
  db.write((writable) => indexEntities(writable, [id], () => false));
  expect([find("建设"), find("工商")]).toEqual([[{ id }], [{ id }]]);
});

it("a source names only those whom nobody has named: the others are neither written nor indexed again", () => {
  const named =
    (account: string, name: string): Telling =>
    (sink, row) =>
      void sink.entity("account", account, name, row);
  addSource(db, "a.csv", [named("6217001", "何某"), named("6217002", "")]);
  const loading = loadSource(db, "b.csv", [[named("6217001", "吴某"), named("6217002", "许某")]]);
  expect([...loading.writer.entities.labels]).toEqual([[idOf("6217002"), "许某"]]);
  finishSource(db, loading);
  expect([readEntity(db, "account", "6217001")!.label, readEntity(db, "account", "6217002")!.label]).toEqual(["何某", "许某"]);
  expect([find("何某"), find("许某"), find("吴某")]).toEqual([[{ id: idOf("6217001") }], [{ id: idOf("6217002") }], []]);
});
