// A graph that is kept for the next question is the graph of the facts as they stand, and read only once.
import { afterEach, beforeEach, expect, it } from "vitest";
import { projectGraph } from "../../../electron/engine/store/projectGraph.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { bumpDataVersion, readDataVersion } from "../../../electron/engine/store/sqlite/tables/meta.ts";
import { warmGraph } from "../../../electron/engine/store/warmGraph.ts";
import { addSource, aTransfer } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let path: string;
let db: Connection;

beforeEach(() => {
  path = at("a.caseweave");
  db = openWorkspaceFile(path);
});
afterEach(() => db.close());

const all = { kind: null, links: null, isUndirected: true };
const accounts = { kind: "account", links: ["transfer"], isUndirected: false };
const ask = (wanted: typeof all | typeof accounts) => warmGraph(db, { path, dataVersion: readDataVersion(db) }, wanted);

function add(name: string, from: string, to: string): void {
  addSource(db, name, [aTransfer({ from, to })]);
  db.write(bumpDataVersion);
}

it("is read once for each form that is asked for, and anew when facts were added", () => {
  add("a.csv", "6217001", "6217002");
  const first = ask(all);
  expect(ask(all)).toBe(first);
  expect(ask(accounts)).not.toBe(first);
  expect(ask(accounts)).toEqual(projectGraph(db, accounts));
  expect(ask(all)).toBe(first);
  add("b.csv", "6217002", "6217003");
  expect(ask(all)).toEqual(projectGraph(db, all));
  expect(ask(all).graph.nodes).toBe(3);
});

it("forgets the one asked for longest ago when there are more than it keeps", () => {
  add("a.csv", "6217001", "6217002");
  const first = ask(all);
  for (const links of [["transfer"], ["call"], ["stay"]]) warmGraph(db, { path, dataVersion: readDataVersion(db) }, { ...all, links });
  const again = ask(all);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
