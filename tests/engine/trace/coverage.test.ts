// A trace says of each case that was asked for how much of its reported loss the transfers are, also of one without any.
import { afterEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { Result } from "../../../shared/rpc/contract.ts";
import { addSource, aTransfer, noon, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let engine: Engine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const lost =
  (number: string, loss: string, payee: string): Telling =>
  (sink, row) => {
    const theCase = sink.entity("case", number, "", row);
    if (loss !== "") sink.attribute(theCase, "case.loss", loss, row);
    sink.attribute(theCase, "case.from", new Date(noon).toISOString(), row);
    const victim = sink.entity("account", `6217${number}`, "", row);
    sink.link("involved-in", victim, theCase, row, { role: "victim" });
    sink.link("involved-in", sink.entity("account", payee, "", row), theCase, row, { role: "payee" });
  };

it("covers each case by its own transfers", async () => {
  const path = at("cover.caseweave");
  const connection = openWorkspaceFile(path);
  addSource(connection, "ledger", [
    lost("1001", "391200.00", "9001"),
    lost("1002", "57200.00", "9001"),
    lost("1003", "", "9002"),
    lost("1004", "700.00", "9003"),
    aTransfer({ from: "62171001", to: "9001", at: noon, amountFen: 289_000_00 }),
    aTransfer({ from: "62171002", to: "9001", at: noon, amountFen: 57_200_00 }),
    aTransfer({ from: "62171003", to: "9002", at: noon, amountFen: 50_00 }),
  ]);
  connection.close();
  engine = await createEngine({ workspacePath: path, user: "tester" });
  const from = ["case:1004", "case:1003", "case:1001", "case:1002"];
  const money = (await engine.dispatch(
    "trace.traceMoney",
    { from },
    { signal: new AbortController().signal, report: () => {} },
  )) as Result<"trace.traceMoney">;
  expect(money.coverage).toEqual([
    { case: "1001", reported: "391200.00", traced: "289000.00" },
    { case: "1002", reported: "57200.00", traced: "57200.00" },
    { case: "1003", reported: null, traced: "50.00" },
    { case: "1004", reported: "700.00", traced: "0.00" },
  ]);
}, 60_000);
