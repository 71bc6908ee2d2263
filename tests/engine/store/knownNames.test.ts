// What a workspace knows of people: all their names, read without sorting anything, and the kind behind a key.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection, ReadableDb } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { Sql } from "../../../electron/engine/store/sqlite/sql.ts";
import {
  readAttributeSlice,
  readKindOfKey,
  readLabelSlice,
  readTellingSlice,
} from "../../../electron/engine/store/sqlite/tables/knownNames.ts";
import { aCase, addSource, aPerson, aTransfer } from "../../builders.ts";

let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(":memory:");
  addSource(db, "one", [
    aPerson({ key: "P1", name: "张三" }),
    aTransfer({ from: { key: "6222020000000000001", name: "李四" }, to: "6222020000000000002" }),
    aCase({ number: "A1" }),
  ]);
});
afterEach(() => db.close());

it("reads the names of persons and of holders, from labels, attributes and what each source told", () => {
  expect(readLabelSlice(db, 0)).toEqual({ names: ["张三", "李四"], next: null });
  expect(readAttributeSlice(db, ["person.name"], 0)).toEqual({ names: ["张三"], next: null });
  expect(readTellingSlice(db, 0)).toEqual({ names: ["张三", "李四"], next: null });
});

it("tells the kind of the entity behind a key", () => {
  expect(["P1", "A1", "6222020000000000002", "none"].map((key) => readKindOfKey(db, key))).toEqual(["person", "case", "account", null]);
});

it("goes by row id and sorts nothing, however large the workspace", () => {
  const plans: string[] = [];
  const explain = (query: Sql) => {
    const plan = db.all<{ detail: string }>({ ...query, text: `EXPLAIN QUERY PLAN ${query.text}` });
    plans.push(...plan.map(({ detail }) => detail));
    return [];
  };
  const explaining = { all: explain, get: (query: Sql) => db.get(query), iterate: (query: Sql) => db.iterate(query) } as ReadableDb;
  readLabelSlice(explaining, 0);
  readAttributeSlice(explaining, ["person.name"], 0);
  readTellingSlice(explaining, 0);
  expect(plans.filter((detail) => /TEMP B-TREE|^SCAN (?!json_each)/.test(detail))).toEqual([]);
  expect(plans.length).toBeGreaterThan(3);
});
