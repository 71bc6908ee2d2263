// One step off: who a case's own number deals with is near it; who calls the hotline that the brief names is not, nor who deals with what a person ruled out.
import { expect, test } from "vitest";
import { loadLinkInput } from "../../../electron/engine/link/loadCases.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { insertExclusion } from "../../../electron/engine/store/sqlite/tables/linkState.ts";
import { aCall, addSource, noon, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();

const names =
  (phone: string): Telling =>
  (sink, row) =>
    sink.link("involved-in", sink.entity("phone", phone, phone, row), sink.entity("case", "A1", "", row), row, { role: "contact" });
const often = (from: string, to: string): Telling[] => [0, 1, 2].map((i) => aCall({ from, to, at: noon + i }));

test("steps start from what may be evidence", () => {
  const connection = openWorkspaceFile(at("w.caseweave"));
  addSource(connection, "all", [
    ...["13800138000", "13800138001", "96110"].map(names),
    ...often("13800138000", "13700000001"),
    ...often("13800138001", "13700000002"),
    ...often("96110", "13700000003"),
  ]);
  const near = () => loadLinkInput(connection).cases[0]!.near.map(({ entity }) => entity);
  expect(near()).toEqual(["phone:13700000001", "phone:13700000002"]);
  connection.write((db) => insertExclusion(db, "phone:13800138001", "中介", "tester", noon));
  expect(near()).toEqual(["phone:13700000001"]);
  connection.close();
});
