// One step off: who a case's own number deals with is near it; who calls the hotline that the brief names is not, nor who deals with what a person ruled out.
import { expect, test } from "vitest";
import { loadLinkInput } from "../../../electron/engine/link/loadCases.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { insertExclusion } from "../../../electron/engine/store/sqlite/tables/linkState.ts";
import { aCall, aCard, aCase, addSource, aTransfer, noon, type Telling } from "../../builders.ts";
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

test("a step is the same whichever number of the two accounts the shown telling has", () => {
  const told = (shown: { readonly from: string; readonly to: string }) => {
    const connection = openWorkspaceFile(at(`${shown.from}-${shown.to}.caseweave`));
    addSource(connection, "statement", [aTransfer({ ...shown, at: noon })]);
    addSource(connection, "cases", [aCase({ number: "A1", account: "payeeCard" }), aCase({ number: "A2", account: "payeeAccount" })]);
    addSource(connection, "accounts", [
      aCard({ account: "payeeAccount", card: "payeeCard" }),
      aCard({ account: "poolAccount", card: "poolCard" }),
    ]);
    const { cases } = loadLinkInput(connection);
    connection.close();
    return cases.map(({ number, identifiers, near }) => [
      number,
      identifiers.map(({ entity }) => entity),
      near.map(({ via, entity, step }) => `${via} ${step} ${entity}`),
    ]);
  };
  const steps = ["account:payeeAccount transfer account:poolAccount"];
  for (const from of ["payeeCard", "payeeAccount"])
    for (const to of ["poolCard", "poolAccount"])
      expect(told({ from, to }), `${from} ${to}`).toEqual([
        ["A1", ["account:payeeAccount"], steps],
        ["A2", ["account:payeeAccount"], steps],
      ]);
});

test("of very many steps those are kept at which cases may meet", () => {
  const connection = openWorkspaceFile(at("many.caseweave"));
  addSource(connection, "all", [
    aCase({ number: "A1", account: "x" }),
    aCase({ number: "A2", account: "y" }),
    ...Array.from({ length: 100 }, (_, i) => aTransfer({ from: "x", to: `b${100 + i}`, at: noon + i })),
    ...["x", "y"].map((from) => aTransfer({ from, to: "met", at: noon })),
  ]);
  const [first] = loadLinkInput(connection).cases;
  expect(first!.near).toHaveLength(60);
  expect(first!.near[0]!.entity).toBe("account:met");
  connection.close();
});
