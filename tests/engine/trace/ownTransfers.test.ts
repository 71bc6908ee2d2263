// Two records with an account each: merged, the transfer between their accounts is a person's own; un-merged, it is one between two people again.
import { afterEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { addSource, aPerson, aTransfer, minute, noon, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let engine: Engine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const owns =
  (person: string, account: string): Telling =>
  (sink, row) =>
    sink.link("owns", sink.entity("person", person, "", row), sink.entity("account", account, account, row), row, {});

async function openLedger() {
  const path = at("own.caseweave");
  const connection = openWorkspaceFile(path);
  addSource(connection, "ledger", [
    aPerson({ key: "P1", name: "周小舟" }),
    aPerson({ key: "P2", name: "周小丹" }),
    owns("P1", "6217000011110001"),
    owns("P2", "6217000011110002"),
    aTransfer({ from: "6217000099990009", to: "6217000011110001", at: noon, amountFen: 500_00 }),
    aTransfer({ from: "6217000011110001", to: "6217000011110002", at: noon + minute, amountFen: 500_00 }),
    aTransfer({ from: "6217000011110002", to: "6217000022220003", at: noon + 2 * minute, amountFen: 200_00 }),
  ]);
  connection.close();
  engine = await createEngine({ workspacePath: path, user: "tester" });
  const opened = engine;
  return async <Name extends CallName>(name: Name, params: Input<Name>) =>
    (await opened.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as Result<Name>;
}

it("marks a person's own transfers as soon as the records are merged, follows all accounts of the person, and forgets it when they are parted", async () => {
  const call = await openLedger();
  const follow = async (from: string) => await call("trace.traceMoney", { from: [from] });
  const start = "account:6217000099990009";
  const judge = (verdict: "confirm" | "later") =>
    call("review.recordDecision", { subject: "identity", a: "person:P1", b: "person:P2", verdict, reason: "same photograph" });
  const before = await follow(start);
  expect(before.flows.map(({ own }) => own)).toEqual([false, false, false]);
  await judge("confirm");
  const merged = await follow(start);
  expect(merged.flows.map(({ own }) => own)).toEqual([false, true, false]);
  expect(merged.accounts.map(({ identity }) => identity)).toEqual(["person:P1", "person:P1", null]);
  expect({ ...merged.accounted, seedAmount: merged.seedAmount }).toEqual({ ...before.accounted, seedAmount: before.seedAmount });
  // Asked about one record, the accounts of both pay.
  expect((await follow("person:P1")).seeds.length).toBe(2);
  await judge("later");
  expect(await follow(start)).toEqual(before);
  expect((await follow("person:P1")).seeds.length).toBe(1);
}, 60_000);
