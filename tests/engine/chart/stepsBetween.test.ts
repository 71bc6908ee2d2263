// What ties cases from one step off comes with its way to them: both payees pay on to one account, by three ways at most each.
import { expect, test } from "vitest";
import { listStepsBetween } from "../../../electron/engine/chart/stepsBetween.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { createSqliteGraphReader } from "../../../electron/engine/store/sqlite/sqliteGraphReader.ts";
import { readNumbers } from "../../../electron/engine/store/sqlite/tables/sameNames.ts";
import { aCard, addSource, aTransfer, minute, noon, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();

const paid =
  (number: string, account: string): Telling =>
  (sink, row) =>
    sink.link("involved-in", sink.entity("account", account, "", row), sink.entity("case", number, "", row), row, { role: "payee" });

function betweenIn(connection: Connection) {
  const graph = createSqliteGraphReader(connection);
  return async (refs: readonly string[]) =>
    listStepsBetween(graph, refs, await graph.readLinksAmong(refs), (asked) => readNumbers(connection, asked));
}

test("brings payees between the cases and the account that both pay on to, not others of its contacts", async () => {
  const connection = openWorkspaceFile(at("w.caseweave"));
  const times = (count: number) => Array.from({ length: count }, (_, i) => noon + i * minute);
  addSource(connection, "ledger", [
    ...["a", "b", "c", "d"].map((account) => paid("A1", account)),
    ...["a", "b", "c", "d"].flatMap((from, i) => times(9 - i).map((time) => aTransfer({ from, to: "pool", at: time }))),
    ...times(20).map((time) => aTransfer({ from: "stranger", to: "pool", at: time })),
    aTransfer({ from: "far", to: "farther" }),
  ]);
  const between = betweenIn(connection);
  expect(await between(["case:A1", "account:pool"])).toEqual(["account:a", "account:b", "account:c"]);
  expect(await between(["case:A1", "account:a", "account:pool"])).toEqual([]);
  expect(await between(["case:A1", "account:far"])).toEqual([]);
  connection.close();
});

test("a way goes on under the other number of an account: the bank tells of the account, the case of its card", async () => {
  const connection = openWorkspaceFile(at("cards.caseweave"));
  addSource(connection, "ledger", [
    paid("A1", "card"),
    paid("A1", "other"),
    aTransfer({ from: "account", to: "poolCard" }),
    aCard({ account: "account", card: "card" }),
    aCard({ account: "pool", card: "poolCard" }),
  ]);
  const between = betweenIn(connection);
  expect(await between(["case:A1", "account:pool"])).toEqual(["account:poolCard", "account:account", "account:card"]);
  connection.close();
});
