// What ties cases from one step off comes with its way to them: both payees pay on to one account, by three ways at most each.
import { expect, test } from "vitest";
import { listStepsBetween } from "../../../electron/engine/chart/stepsBetween.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { createSqliteGraphReader } from "../../../electron/engine/store/sqlite/sqliteGraphReader.ts";
import { addSource, aTransfer, minute, noon, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();

const paid =
  (number: string, account: string): Telling =>
  (sink, row) =>
    sink.link("involved-in", sink.entity("account", account, "", row), sink.entity("case", number, "", row), row, { role: "payee" });

test("brings payees between the cases and the account that both pay on to, not others of its contacts", async () => {
  const connection = openWorkspaceFile(at("w.caseweave"));
  const times = (count: number) => Array.from({ length: count }, (_, i) => noon + i * minute);
  addSource(connection, "ledger", [
    ...["a", "b", "c", "d"].map((account) => paid("A1", account)),
    ...["a", "b", "c", "d"].flatMap((from, i) => times(9 - i).map((time) => aTransfer({ from, to: "pool", at: time }))),
    ...times(20).map((time) => aTransfer({ from: "stranger", to: "pool", at: time })),
    aTransfer({ from: "far", to: "farther" }),
  ]);
  const graph = createSqliteGraphReader(connection);
  const between = async (refs: readonly string[]) => listStepsBetween(graph, refs, await graph.readLinksAmong(refs));
  expect(await between(["case:A1", "account:pool"])).toEqual(["account:a", "account:b", "account:c"]);
  expect(await between(["case:A1", "account:a", "account:pool"])).toEqual([]);
  expect(await between(["case:A1", "account:far"])).toEqual([]);
  connection.close();
});
